import { readonly, ref } from 'vue'

const KEY = 'sunmao.elder'

/** Pixels of running text in 长辈版, to choose from. */
export const elderSizes = { 20: '大', 24: '更大', 30: '最大' } as const
export type ElderSize = keyof typeof elderSizes

const on = ref(false)
const size = ref<ElderSize>(20)

/** 长辈版: larger text and targets, stronger contrast, on every entry. */
export const elder = readonly(on)
export const elderSize = readonly(size)

export function resumeElder(): void {
  const [wasOn, chosen] = (recall() ?? '').split(' ')
  on.value = wasOn === '1'
  size.value = chosen === '24' ? 24 : chosen === '30' ? 30 : 20
  show()
}

export function toggleElder(): void {
  on.value = !on.value
  remember()
  show()
}

export function chooseElderSize(chosen: ElderSize): void {
  size.value = chosen
  remember()
  show()
}

function show() {
  const { classList } = document.documentElement
  classList.toggle('elder', on.value)
  classList.toggle('elder-larger', on.value && size.value === 24)
  classList.toggle('elder-largest', on.value && size.value === 30)
}

function remember() {
  try {
    localStorage.setItem(KEY, `${on.value ? 1 : 0} ${size.value}`)
  } catch {
    // Storage may be shut off; the choice then lasts as long as the page.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
