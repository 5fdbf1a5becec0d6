import type { AdmissionView } from '@core/admission/api'
import type { ProgressMap } from '@core/admission/map'
import type { Fact } from '@core/fact'
import { formatDate, legible, withDays } from '@core/format'

/** The days and organizations of a way; what has not come yet is left out. */
export function factsOf(view: AdmissionView): Fact[] {
  const days: [string, string | null][] = [
    ['递交申请书', view.applied],
    ['预备期起算', view.probationFrom],
    ['预备期满', view.probationUntil],
    ['成为正式党员', view.memberSince],
  ]
  const facts: Fact[] = [{ name: '党支部', value: legible(view.organization.name) }]
  if (view.committee) facts.push({ name: '上级党委', value: legible(view.committee.name) })
  for (const [name, day] of days) if (day) facts.push({ name, value: formatDate(day) })
  return facts
}

/** What is read aloud: where one stands, what comes, what is missing. */
export function sentencesOf(view: AdmissionView, map: ProgressMap): string[] {
  const said = [`我的入党进程。`, `现在是${view.stageName}。`]
  const { waiting } = map
  if (waiting) {
    said.push(`下一步，${waiting.title}，由${waiting.who}办。`)
    if (waiting.due) said.push(`${waiting.due}。`)
  }
  for (const { says, remedy } of map.lacking) said.push(withDays(`${says}。${remedy}`))
  said.push(`一共 ${map.total} 步，已经办了 ${map.done} 步。`)
  return said
}
