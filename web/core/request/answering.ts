import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { randomKey } from '../edit'
import { isoDay } from '../format'
import { Problem } from '../problem'
import { answerRequest, type Answers, type PeriodAnswer, type RequestView } from './api'

/** A sitting at the answer form of one organization, without the looks of the page. */
export function useAnswering(
  request: () => RequestView,
  answers: () => Answers,
  done: (answers: Answers, said: string) => void,
) {
  const today = isoDay(new Date())
  const key = ref(first(answers().periods))
  const period = computed(() => answers().periods.find((one) => one.key === key.value) ?? null)
  const values = ref<string[]>([])
  const on = ref<string | null>(today)
  const reason = ref('')
  const faults = reactive<Record<string, string>>({})
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let sending = randomKey()

  watch(period, begin, { immediate: true })

  function begin(of: PeriodAnswer | null) {
    values.value = of?.values?.slice() ?? request().items.map(() => '')
    on.value = of?.on ?? today
    reason.value = ''
    clear()
  }

  function clear() {
    for (const name of Object.keys(faults)) delete faults[name]
    problem.value = null
  }

  /** An answer of before is corrected; what was done before today is entered afterwards. */
  const corrects = computed(() => (period.value?.values ?? null) !== null)
  const needsReason = computed(() => corrects.value || (on.value ?? today) < today)

  function lacking(): boolean {
    request().items.forEach(({ label }, at) => {
      if ((values.value[at] ?? '').trim() === '') faults[`values/${at}`] = `请填写${label}`
    })
    if (needsReason.value && reason.value.trim() === '') faults.reason = '请写明原因'
    return Object.keys(faults).length > 0
  }

  async function send() {
    clear()
    if (period.value === null || lacking()) return
    busy.value = true
    try {
      const said = {
        organization: answers().organization.id,
        period: period.value.key,
        values: values.value.map((value) => value.trim()),
        on: on.value,
        reason: reason.value.trim() || null,
      }
      const made = await answerRequest(request().id, said, sending)
      done(made, `${period.value.name}已填报。`)
      begin(made.periods.find((one) => one.key === key.value) ?? null)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      for (const { pointer = '', detail = '' } of error.errors) faults[pointer] = detail
      problem.value = error
    } finally {
      sending = randomKey()
      busy.value = false
    }
  }

  return { key, period, values, on, reason, faults, problem, busy, corrects, needsReason, send }
}

/** The first that waits for an answer, else the last that has one. */
function first(periods: PeriodAnswer[]): string {
  const waiting = periods.find(({ state }) => state === 'open' || state === 'late')
  const begun = periods.filter(({ state }) => state !== 'coming')
  return (waiting ?? begun[begun.length - 1] ?? periods[0])?.key ?? ''
}
