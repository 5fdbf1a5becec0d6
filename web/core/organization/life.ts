import { addDays } from '../calendar'
import type { Problem } from '../problem'

// To be replaced by the types of api.gen once the contract has them.

/** An organization before or after another, and the change in which the one became the other. */
export interface Kin {
  id: string
  name: string
  /** The first day of the later one. */
  on: string
  change?: { id?: string | null; kind: string }
}

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

const words: Record<string, string> = {
  rename: '更名',
  'change-kind': '改类别',
  move: '调整隶属',
  merge: '合并',
  split: '拆分',
  revoke: '撤销',
  establish: '设立',
}

/** In what kind of change the one became the other. */
export function kinWords({ change }: Kin): string {
  return (change && words[change.kind]) ?? '调整'
}
