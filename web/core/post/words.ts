import { codes, label } from '../dictionary'
import { formatDate, formatMonths } from '../format'
import { groups, type PostGroup, type PostView, type TermView } from './api'

export const groupWords: Record<PostGroup, string> = {
  officer: '班子',
  dispatched: '选派',
  village: '村务',
  pool: '队伍',
  label: '四雁',
}

/** The kinds of each group in their order: in the table a group heads its kinds. */
export function kindsOf(group: PostGroup): { code: string; label: string }[] {
  const table = codes('postKind')
  const start = table.findIndex(({ code }) => code === group)
  if (start < 0) return []
  const rest = table.slice(start + 1)
  const end = rest.findIndex(({ selectable }) => !selectable)
  return end < 0 ? rest : rest.slice(0, end)
}

/** Posts in the groups they are told in; a group nobody has anything of is left out. */
export function grouped(posts: readonly PostView[]): { group: PostGroup; posts: PostView[] }[] {
  return groups
    .map((group) => ({ group, posts: posts.filter((post) => post.group === group) }))
    .filter(({ posts }) => posts.length > 0)
}

/** Whether a post is held no more on a day. */
export function isPast({ to }: PostView, day: string): boolean {
  return to !== null && to <= day
}

/** From when to when, and how it came to be: 2024年7月1日起，选举产生. */
export function heldWords({ from, to, appointment }: PostView): string {
  const held = to === null ? `${formatDate(from)}起` : `${formatDate(from)}至${formatDate(to)}`
  return `${held}，${label('appointment', appointment)}`
}

/** Whole months from one day to another; negative when it has passed. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split('-').map(Number) as [number, number, number])
  const months = (b![0] - a![0]) * 12 + b![1] - a![1]
  if (months > 0 && b![2] < a![2]) return months - 1
  return months < 0 && b![2] > a![2] ? months + 1 : months
}

/** How long a term still runs on a day. */
export function leftWords({ due }: Pick<TermView, 'due'>, day: string): string {
  if (due <= day) return '已经届满'
  return `还有${formatMonths(monthsBetween(day, due))}`
}
