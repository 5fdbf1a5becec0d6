import type { Burden } from './api'

export const frequencies = [
  { code: 'once', label: '一次' },
  { code: 'monthly', label: '每月' },
  { code: 'quarterly', label: '每季度' },
  { code: 'half-yearly', label: '每半年' },
  { code: 'yearly', label: '每年' },
]

export const itemKinds = [
  { code: 'number', label: '数字' },
  { code: 'day', label: '日期' },
  { code: 'text', label: '文字' },
]

/** The colour that goes with the word of a state. */
export const toneOf = (state: string): 'due' | 'done' | 'late' | 'neutral' =>
  (
    ({
      pending: 'due',
      active: 'done',
      refused: 'late',
      open: 'due',
      late: 'late',
      answered: 'done',
    }) as const
  )[state] ?? 'neutral'

/** Where a page is that shows what is known already. */
export const pathOf = (opens: string): string =>
  ({
    members: '/members',
    statistics: '/statistics',
    organizations: '/organizations',
    posts: '/posts',
    bodies: '/bodies',
  })[opens] ?? '/'

/** 90 → 1 小时 30 分钟. */
export function timeOf(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** 2026-11 → 2026 年 11 月. */
export const monthOf = (month: string): string =>
  `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`

/** How the burden comes about, as one would say it. */
export const sumOf = (burden: Burden): string =>
  `${burden.organizations} 个党组织 × ${burden.periods} 期 × ${burden.minutes} 分钟`

/** Faults by field: the first one of each is told. */
export function byPointer(faults: { pointer: string; says: string }[]): Record<string, string> {
  const told: Record<string, string> = {}
  for (const { pointer, says } of faults) told[pointer] ??= says
  return told
}
