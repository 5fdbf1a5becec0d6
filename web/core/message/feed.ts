import { computed, ref, shallowRef } from 'vue'
import { Problem } from '../problem'
import { useResource } from '../resource'
import { feedState, makeFeed, revokeFeed } from './api'

/** 日历订阅 without its looks: the address is on the screen once, and ends when it is revoked. */
export function useFeed() {
  const { data, problem, reload } = useResource(() => 'feed', feedState)
  const path = ref('')
  const address = computed(() => (path.value === '' ? '' : location.origin + path.value))
  const word = ref('')
  const refusal = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function act(work: () => Promise<string>) {
    if (busy.value) return
    busy.value = true
    refusal.value = null
    word.value = ''
    try {
      word.value = await work()
      reload()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refusal.value = error
    } finally {
      busy.value = false
    }
  }

  const make = () =>
    act(async () => {
      path.value = (await makeFeed()).url
      return '地址已经生成。它只显示这一次，请现在复制。'
    })

  const revoke = () =>
    act(async () => {
      await revokeFeed()
      path.value = ''
      return '已经停用。原来的地址从现在起打不开。'
    })

  async function copy() {
    try {
      await navigator.clipboard.writeText(address.value)
      word.value = '已复制。'
    } catch {
      word.value = '浏览器不让复制，请选中地址后自己复制。'
    }
  }

  return { data, problem, reload, address, word, refusal, busy, make, revoke, copy }
}
