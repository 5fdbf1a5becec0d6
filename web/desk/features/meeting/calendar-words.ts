import { legible } from '@core/format'
import type { CalendarItem } from '@core/meeting/life'

export const KIND_SIGNS: Record<CalendarItem['kind'], string> = {
  held: '✓',
  noticed: '◐',
  planned: '○',
  birthday: '★',
}

export const KIND_WORDS: Record<CalendarItem['kind'], string> = {
  held: '开了',
  noticed: '已通知',
  planned: '计划',
  birthday: '政治生日',
}

/** What it is in a line of a cell: 主题党日, or how many have their birthday. */
export function shortWords(it: CalendarItem): string {
  if (it.kind !== 'birthday') return it.typeName ?? legible(it.topic ?? '')
  return it.people !== null && it.people > 1 ? `政治生日 ${it.people} 人` : '政治生日'
}

/** Whole, as a list has it. */
export function longWords(it: CalendarItem): string {
  const topic = it.topic === null ? '' : legible(it.topic)
  if (it.kind === 'birthday') return topic === '' ? shortWords(it) : `政治生日：${topic}`
  if (topic === '' || topic === it.typeName) return it.typeName ?? topic
  return it.typeName === null ? topic : `${it.typeName}：${topic}`
}

/** 政治生日 10 人, or 主题党日 3 where three organizations hold one. */
export function groupWords({ item, count, people }: Grouped): string {
  if (item.kind === 'birthday') return shortWords({ ...item, people })
  return count > 1 ? `${shortWords(item)} ${count}` : shortWords(item)
}

/** Several of one kind on one day: of many branches only how many. */
export interface Grouped {
  item: CalendarItem
  count: number
  people: number
}

export function groupedOf(items: readonly CalendarItem[]): Grouped[] {
  const groups = new Map<string, Grouped>()
  for (const item of items) {
    const key = `${item.kind} ${item.type ?? item.topic}`
    const known = groups.get(key)
    const people = item.people ?? 1
    if (known === undefined) groups.set(key, { item, count: 1, people })
    else {
      known.count++
      known.people += people
    }
  }
  return [...groups.values()]
}
