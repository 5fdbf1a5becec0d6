import type { components } from '../api.gen'
import { addDays } from '../calendar'
import type { Problem } from '../problem'

/** An organization before or after another, since the day on which the one took over. */
export type Kin = components['schemas']['Succession']

// The contract describes refusals only by what all of them tell; this is what one for want of a
// day in its life tells.

/** From when to when an organization existed, and what came before and after it. */
export interface Life {
  id: string
  name: string
  establishedOn: string
  /** The first day on which it was no more. */
  endedOn: string | null
  predecessors: Kin[]
  successors: Kin[]
}

/** What a refusal tells of an organization that did not exist on the day asked for. */
export function lifeOf(problem: Problem): Life | null {
  const { life } = problem.body as { life?: Life }
  return problem.status === 404 && life !== undefined ? life : null
}

export function isBefore({ establishedOn }: Life, day: string): boolean {
  return day < establishedOn
}

/** The nearest day on which an organization that did not exist on a day can be looked at. */
export function nearestDay(life: Life, day: string): string {
  return isBefore(life, day) || life.endedOn === null
    ? life.establishedOn
    : addDays(life.endedOn, -1)
}

/** A day on which a predecessor existed: the one looked at, or its last. */
export function dayOfPredecessor({ on }: Kin, day: string): string {
  return day < on ? day : addDays(on, -1)
}

/** A day on which a successor existed: the one looked at, or its first. */
export function dayOfSuccessor({ on }: Kin, day: string): string {
  return day < on ? on : day
}

const words: Record<string, string> = { merge: '合并', split: '拆分', revoke: '撤销' }

/** In what kind of change the one became the other. */
export function kinWords({ kind }: Kin): string {
  return words[kind] ?? '调整'
}
