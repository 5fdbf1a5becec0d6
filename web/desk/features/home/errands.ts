import { computed } from 'vue'
import { requestsListed } from '@core/access/grants'
import { myDuties } from '@core/duty/api'
import { errandsOfDuties, fitting, ON_HOME, type Errand } from '@core/duty/home'
import { exportsListed } from '@core/exchange/exports'
import { formatNumber, formatTime, legible } from '@core/format'
import { correctionsWaiting, type Waiting } from '@core/person/api'
import { useResource } from '@core/resource'
import { figuresListed } from '@core/rules/api'
import { may, session } from '@core/session'

/** What simply waits for an answer: it stands with what is due today. */
function waits(key: string, words: string, help: string, to: string): Errand {
  return { key, words, help, to, days: null, when: '等您答复', duty: null }
}

export function correctionErrand({ open, overdue }: Waiting): Errand[] {
  if (open === 0) return []
  const words = `更正申请：${formatNumber(open)} 件等您答复`
  const help = '党员本人认为登记有误，核实后更正，或说明理由'
  const one = waits('corrections', words, help, '/corrections')
  return [overdue > 0 ? { ...one, days: -1, when: `${formatNumber(overdue)} 件已超过期限` } : one]
}

/** Asked of the server only by those who may; a list that does not come leaves the others standing. */
function askedBy<T>(right: Parameters<typeof may>[0], ask: (signal: AbortSignal) => Promise<T>) {
  return useResource(
    () => session.value?.account.id ?? null,
    (_, signal): Promise<T | null> => (may(right) ? ask(signal) : Promise.resolve(null)),
  )
}

/** All that is to be done now by whoever looks, in one list of nine (AF-12). */
export function useErrands() {
  const duties = askedBy('duties:read', myDuties)
  const corrections = askedBy('members:write', correctionsWaiting)
  const figures = askedBy('figures:approve', () => figuresListed('pending', null))
  const grants = askedBy('grants:approve', () => requestsListed(null))
  const files = askedBy('exports:approve', () => exportsListed(null))

  const all = computed(() => {
    const rights = session.value?.rights ?? []
    const asked = corrections.data.value
    const own = errandsOfDuties(duties.data.value, 'desk', rights)
    return [
      // They have one line for all of them, which leads to their list.
      ...own.filter(({ duty }) => !(asked && duty?.name === 'correction-unanswered')),
      ...(asked === null ? [] : correctionErrand(asked)),
      ...(figures.data.value?.items ?? [])
        .filter(({ decidable }) => decidable)
        .map((it) =>
          waits(
            it.id,
            `审批本地数字：${it.ruleTitle}`,
            `${legible(it.organization.name)}，${legible(it.by)}提出`,
            '/figures',
          ),
        ),
      ...(grants.data.value?.items ?? [])
        .filter(({ steps }) => steps.includes('approve'))
        .map((it) =>
          waits(
            it.id,
            `审批授权：${legible(it.account.name)}，${it.roleName}`,
            `${legible(it.requestedBy)}，${formatTime(it.requestedAt)}申请`,
            '/grants',
          ),
        ),
      ...(files.data.value?.items ?? [])
        .filter(({ decidable }) => decidable)
        .map((it) => waits(it.id, '审批导出', legible(it.by), '/exports')),
    ]
  })
  const shown = computed(() => fitting(all.value, ON_HOME))
  const more = computed(
    () => all.value.length - shown.value.length + (duties.data.value?.more ?? 0),
  )
  return { duties, shown, more, waiting: duties.pending, problem: duties.problem }
}
