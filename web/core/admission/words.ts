import { formatDate, formatNumber, isoDay } from '../format'
import type { Tone } from './tone'

/** The stages in the order of the way, in words. */
export const STAGES: readonly (readonly [string, string])[] = [
  ['applicant', '入党申请人'],
  ['activist-to-file', '入党积极分子（待备案）'],
  ['activist', '入党积极分子'],
  ['object-to-file', '发展对象（待备案）'],
  ['object', '发展对象'],
  ['pre-examined', '预审合格'],
  ['accepted', '支部大会通过（待审批）'],
  ['probationer', '预备党员'],
  ['extended', '预备党员（延长预备期）'],
  ['decided', '支部大会讨论过（待审批）'],
  ['member', '正式党员（待归档）'],
  ['archived', '已归档'],
  ['cancelled', '取消预备党员资格'],
  ['ended', '已终止'],
]

/** For whom a case can wait. */
export const WAITS: readonly (readonly [string, string])[] = [
  ['person', '本人'],
  ['branch', '党支部'],
  ['committee', '上级党委'],
  ['county', '县级组织部门'],
]

const wordOf = (table: readonly (readonly [string, string])[], code: string | null) =>
  table.find(([it]) => it === code)?.[1] ?? code ?? ''

export const stageName = (code: string | null) => wordOf(STAGES, code)
export const waitsName = (code: string | null) => wordOf(WAITS, code)

/** Nothing comes after these. */
const OVER = ['archived', 'cancelled', 'ended']
export const isOver = (stage: string) => OVER.includes(stage)

/** The look that goes with the word of a stage. */
export function toneOf({ stage, late }: { stage: string; late: boolean }): Tone {
  if (late) return 'late'
  if (stage === 'archived' || stage === 'member') return 'done'
  return 'neutral'
}

/** 0 → 今天到这一步; 12 → 等了 12 天; what cannot begin yet says from which day on it can. */
/** @param due its last day: what has to be done before it does not begin with it */
export function waitedWords(
  days: number,
  since: string | null = null,
  today = isoDay(new Date()),
  due: string | null = null,
) {
  if (since !== null && since > today) {
    return due !== null && due <= since ? '' : `${formatDate(since)}起可以办`
  }
  return days <= 0 ? '今天到这一步' : `等了 ${formatNumber(days)} 天`
}

/** What is said of the day by which something has to be done. */
export function dueWords(due: string | null, late: boolean): string {
  if (due === null) return ''
  return late ? `应在 ${formatDate(due)}前办，已逾期` : `${formatDate(due)}前办`
}

/** Days from one day to another, by the calendar. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How long something lasted, as people say it: 400 → 1 年 1 个月. */
export function spanWords(days: number): string {
  if (days < 1) return '当天'
  if (days < 60) return `${days} 天`
  const months = Math.floor(days / 30.44)
  if (months < 12) return `${months} 个月`
  const rest = months % 12
  return `${Math.floor(months / 12)} 年${rest > 0 ? ` ${rest} 个月` : ''}`
}
