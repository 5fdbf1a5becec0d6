import type { Board } from '@core/board/api'
import { filters } from '@core/board/duties'
import { queryString } from '@core/client'
import { formatNumber } from '@core/format'

/** One of the eight numbers: what it is, how much of what, and where the rows behind it stand. */
export interface Figure {
  key: string
  words: string
  shape: string
  tone: 'plain' | 'done' | 'due' | 'late' | 'neutral'
  /** Null where the server does not tell it. */
  value: number | null
  unit: '个' | '件'
  /** Of what it is a part. */
  of: string
  to: string
}

/** Eight and no more: whoever passes by takes in no more than that. */
export function figuresOf(board: Board): Figure[] {
  const { counted, organization, months } = board
  const month = months.find((line) => line.month === board.day.slice(0, 7))
  const unmet = counted.open + counted.late + counted.contested + counted.waived
  const ofUnmet = `未办共 ${formatNumber(unmet)} 件`
  const boardPage = `/board${queryString({ organization: organization.id })}`
  const duties = (filter: object) =>
    `/duties${queryString({ organization: organization.id, ...filter })}`
  const inTime = { month: board.day.slice(0, 7), state: 'met' }
  const part = (key: string, words: string, value: number | null | undefined) => ({
    key,
    words,
    value: value ?? null,
  })
  return [
    {
      ...part('organizations', '党组织', counted.organizations),
      ...look('', 'plain', '个'),
      of: '本级和全部下级',
      to: boardPage,
    },
    {
      ...part('clean', '没有例外', counted.clean),
      ...look('✓', 'done', '个'),
      of: shareWords(counted.clean, counted.organizations),
      to: boardPage,
    },
    {
      ...part('yellow', '黄灯', counted.yellow),
      ...look('▲', 'due', '件'),
      of: ofUnmet,
      to: duties(filters.yellow),
    },
    {
      ...part('red', '红灯', counted.red),
      ...look('■', 'late', '件'),
      of: ofUnmet,
      to: duties(filters.red),
    },
    {
      ...part('inTime', '本月按时', month?.inTime),
      ...look('✓', 'done', '件'),
      of: `本月到期共 ${formatNumber(month?.due ?? 0)} 件`,
      to: duties(inTime),
    },
    {
      ...part('late', '逾期', counted.late),
      ...look('✕', 'late', '件'),
      of: ofUnmet,
      to: duties(filters.late),
    },
    {
      ...part('contested', '申诉中', counted.contested),
      ...look('○', 'neutral', '件'),
      of: ofUnmet,
      to: duties(filters.contested),
    },
    {
      ...part('waiting', '待上级答复', counted.waiting),
      ...look('◐', 'neutral', '件'),
      of: '说明和申诉',
      to: duties(filters.exceptions),
    },
  ]
}

function look(shape: string, tone: Figure['tone'], unit: Figure['unit']) {
  return { shape, tone, unit }
}

/** 27 of 30 → 共 30 个，占 90.0%; never 100 while one is missing. */
export function shareWords(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || whole === undefined || whole === 0) return ''
  const share = Math.floor((part * 1000) / whole) / 10
  return `共 ${formatNumber(whole)} 个，占 ${share.toFixed(1)}%`
}

export interface RuleBar {
  name: string
  words: string
  rule: string
  red: number
  yellow: number
}

/** So many fit below the numbers. */
const RULES_SHOWN = 6

/** The rules with most lights, in the order in which the rulebook has them; and how many are left out. */
export function ruleBarsOf({ rules }: Board): { bars: RuleBar[]; left: number } {
  const lit = rules.filter(({ red, yellow }) => red + yellow > 0)
  const least =
    lit.map(({ red, yellow }) => red + yellow).sort((a, b) => b - a)[RULES_SHOWN - 1] ?? 0
  const bars = lit
    .filter(({ red, yellow }) => red + yellow >= least)
    .slice(0, RULES_SHOWN)
    .map(({ name, title, rule, red, yellow }) => ({
      name,
      words: title,
      rule: rule.local ? `${rule.id}，本地配置` : rule.id,
      red,
      yellow,
    }))
  return { bars, left: lit.length - bars.length }
}
