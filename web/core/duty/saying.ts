import { computed, reactive, ref, shallowRef } from 'vue'
import { randomKey } from '../edit'
import { Problem } from '../problem'
import { sayOf, type DutyView, type Saying } from './api'

export type Verb = 'explain' | 'contest' | 'accept' | 'refuse' | 'waive'

interface Words {
  /** On the button that opens the form. */
  begin: string
  /** What the reason is called. */
  reason: string
  help: string
  send: string
  done: string
}

export const verbWords: Record<Verb, Words> = {
  explain: {
    begin: '写说明',
    reason: '原因和打算怎么办',
    help: '灯不变，上级看了说明，可以同意撤销。',
    send: '提交说明',
    done: '说明已提交，等上级答复',
  },
  contest: {
    begin: '提出申诉',
    reason: '哪里不对',
    help: '申诉期间不亮灯，上级答复之后再定。一件事可以申诉一次。',
    send: '提交申诉',
    done: '申诉已提交，答复之前不亮灯',
  },
  accept: {
    begin: '同意',
    reason: '答复',
    help: '同意说明的，从今天起撤销；同意申诉的，这件事当作从来没有。',
    send: '答复同意',
    done: '已答复同意',
  },
  refuse: {
    begin: '不同意',
    reason: '不同意的理由',
    help: '党组织会看到。灯按原来的日子亮。',
    send: '答复不同意',
    done: '已答复不同意',
  },
  waive: {
    begin: '给予豁免',
    reason: '豁免的理由',
    help: '党组织会看到。豁免期间不亮灯，到期自己恢复，最长一年。',
    send: '给予豁免',
    done: '已给予豁免',
  },
}

/** What may be said of a duty by whoever looks, in the order in which it is offered. */
export function verbsOf({ may }: Pick<DutyView, 'may'>): Verb[] {
  const verbs: Verb[] = []
  if (may.decide) verbs.push('accept', 'refuse')
  if (may.explain) verbs.push('explain')
  if (may.contest) verbs.push('contest')
  if (may.waive) verbs.push('waive')
  return verbs
}

/** The explanation or contest that nobody has answered. */
export function waitingAct({ acts }: Pick<DutyView, 'acts'>) {
  return acts.find(({ kind, answer }) => kind !== 'waive' && answer === null) ?? null
}

function orderOf(duty: DutyView, verb: Verb, reason: string, until: string): Saying | null {
  switch (verb) {
    case 'explain':
    case 'contest':
      return { verb, body: { reason } }
    case 'waive':
      return { verb, body: { reason, until } }
    case 'accept':
    case 'refuse': {
      const act = waitingAct(duty)?.id
      if (act === undefined) return null
      return { verb: 'decision', body: { act, accept: verb === 'accept', reason } }
    }
  }
}

/** Something to be said of a duty, as it is written. Somebody quicker changes what is shown. */
export function useSaying(duty: () => DutyView, changed: (duty: DutyView, said: string) => void) {
  const verb = ref<Verb | null>(null)
  const reason = ref('')
  const until = ref('')
  const faults = reactive<{ reason?: string; until?: string }>({})
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let key = randomKey()

  const words = computed(() => (verb.value === null ? null : verbWords[verb.value]))

  function forget() {
    problem.value = null
    delete faults.reason
    delete faults.until
  }

  function begin(chosen: Verb) {
    forget()
    verb.value = chosen
    key = randomKey()
  }

  function leave() {
    forget()
    verb.value = null
  }

  function missing(): boolean {
    forget()
    if (reason.value.trim() === '') faults.reason = `请填写${words.value?.reason ?? '理由'}`
    if (verb.value === 'waive' && until.value.trim() === '') faults.until = '请填写豁免到哪一天'
    return faults.reason !== undefined || faults.until !== undefined
  }

  async function send(): Promise<boolean> {
    if (verb.value === null || missing()) return false
    const order = orderOf(duty(), verb.value, reason.value.trim(), until.value.trim())
    if (order === null) return false
    busy.value = true
    try {
      const after = await sayOf(duty().id, order, key)
      const said = verbWords[verb.value].done
      verb.value = null
      reason.value = until.value = ''
      changed(after, said)
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      take(error)
      return false
    } finally {
      busy.value = false
    }
  }

  /** Of 409 the answer says how the duty stands now; what was typed stays. */
  function take(refused: Problem) {
    Object.assign(faults, refused.byField)
    if (refused.status === 400 && refused.errors.length > 0) return
    problem.value = refused
    const now = currentOf(refused)
    if (now !== null) changed(now, '')
  }

  return { verb, words, reason, until, faults, problem, busy, begin, leave, send }
}

function currentOf({ status, body }: Problem): DutyView | null {
  const { current } = body as { current?: DutyView }
  return status === 409 && current !== undefined ? current : null
}
