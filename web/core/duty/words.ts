import type { DutyItem } from './api'

/** How much time is left, or how long the last day is past. */
export function daysWords({ state, daysLeft }: Pick<DutyItem, 'state' | 'daysLeft'>): string {
  if (state === 'met' || state === 'void') return ''
  if (daysLeft < 0) return `已超过 ${-daysLeft} 天`
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`
}

/** What it is about, where that is not the organization itself. */
export function subjectWords({ subject }: Pick<DutyItem, 'subject'>): string {
  return subject.kind === 'person' ? (subject.name ?? '') : ''
}

export interface Choice {
  value: string
  words: string
}

/** What a list may be narrowed to. */
export const stateChoices: readonly Choice[] = [
  { value: 'open', words: '待办' },
  { value: 'late', words: '逾期' },
  { value: 'contested', words: '申诉中' },
  { value: 'waived', words: '已豁免' },
  { value: 'met', words: '已办' },
  { value: 'void', words: '已撤销' },
]

export const lightChoices: readonly Choice[] = [
  { value: 'red', words: '红灯' },
  { value: 'yellow', words: '黄灯' },
  { value: 'green', words: '绿灯' },
]

/** The choices, and what a link asked for where it is several of them at once. */
export function withSeveral(choices: readonly Choice[], asked: string | null): readonly Choice[] {
  if (asked === null || !asked.includes(',')) return choices
  const words = asked.split(',').map((one) => choices.find(({ value }) => value === one)?.words)
  return [...choices, { value: asked, words: words.filter(Boolean).join('、') }]
}

/** 2026-11 → 2026年11月 */
export function monthWords(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month)
  return parts === null ? month : `${parts[1]}年${Number(parts[2])}月`
}
