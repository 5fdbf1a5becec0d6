import type { RuleFigure } from './api'

/** A piece of the text of a rule; a figure where it has a name. */
export interface Piece {
  words: string
  figure?: RuleFigure
}

/** The text in pieces, so that its figures can be seen in it. */
export function piecesOf(template: string, figures: RuleFigure[]): Piece[] {
  return template
    .split(/(\{[A-Za-z0-9]+\})/)
    .filter((words) => words !== '')
    .map((words) => {
      const name = /^\{(.+)\}$/.exec(words)?.[1]
      const figure = figures.find((known) => known.name === name)
      return figure === undefined ? { words } : { words: figure.value, figure }
    })
}

/** A value with its unit: 5 个工作日; 1（1 启用，0 不启用）. */
export function withUnit(value: string, unit: string): string {
  if (unit === '' || unit === '%') return value + unit
  return unit.startsWith('（') ? value + unit : `${value} ${unit}`
}

/** What keeps a local value within the rule, in words; empty where nothing does. */
export function boundsOf({ min, max, strictness, law, unit }: RuleFigure): string {
  if (strictness === 'upwards') {
    const most = max === null ? '' : `，最多 ${withUnit(String(max), unit)}`
    return `只能比 ${withUnit(law, unit)} 多${most}`
  }
  if (strictness === 'downwards') {
    const least = min === null ? '' : `，最少 ${withUnit(String(min), unit)}`
    return `只能比 ${withUnit(law, unit)} 少${least}`
  }
  if (min !== null && max !== null) return `${min} 到 ${withUnit(String(max), unit)}`
  if (min !== null) return `至少 ${withUnit(String(min), unit)}`
  return max === null ? '' : `最多 ${withUnit(String(max), unit)}`
}

/** Whether what a rule says may be called law: only what was compared with the text. */
export function isLaw(confirmed: string): boolean {
  return confirmed === 'yes'
}
