import { isChanged, sent, valueOf, valuesOf, type Field, type Values } from './field'
import type { Problem } from './problem'

// The contract describes refusals only by what all of them tell; this is what a late write hears.

export interface Conflict {
  field: string
  label: string
  yours: string | null
  theirs: string | null
}

/** The body of a refusal with 409: somebody else has saved the record in the meantime. */
export interface Stale<View = unknown> {
  version: number
  changedBy: string | null
  changedAt: string | null
  conflicts: Conflict[]
  current: View
}

/** What has to be asked when somebody else has saved the same record in the meantime. */
export interface Question<View> {
  stale: Stale<View>
  /** Fields both have changed: one of the two values must be chosen. */
  asked: Conflict[]
  /** Labels of fields only the other has changed; they are taken over. */
  taken: string[]
}

export type Choice = 'mine' | 'theirs'

/** The answer to a write that came too late, or null where a refusal means something else. */
export function staleOf<View>(problem: Problem): Stale<View> | null {
  const body = problem.body as Partial<Stale<View>>
  const whole =
    problem.status === 409 && body.current !== undefined && Array.isArray(body.conflicts)
  return whole ? (body as Stale<View>) : null
}

/**
 * Compares what both found with what each made of it. The server names every field sent whose
 * value now differs; of these only those count that the other has touched, too. Behind a mask a
 * change cannot be seen, so a secret is always asked.
 */
export function questionOf<View extends object>(
  fields: readonly Field[],
  from: Values,
  mine: Values,
  stale: Stale<View>,
): Question<View> {
  const touched = (field: Field) => valueOf(stale.current, field) !== (from[field.name] ?? null)
  const byName = new Map(fields.map((field) => [field.name, field]))
  const asked = stale.conflicts.filter(({ field: name }) => {
    const field = byName.get(name)
    return field === undefined || field.kind === 'secret' || touched(field)
  })
  const taken = fields
    .filter((field) => touched(field) && !changedIn(field, from, mine))
    .map(({ label }) => label)
  return { stale, asked, taken }
}

/** The values after the question: mine where I chose or nobody else was, else what now stands. */
export function settle<View extends object>(
  fields: readonly Field[],
  from: Values,
  mine: Values,
  { stale }: Question<View>,
  choices: Readonly<Record<string, Choice>>,
): Values {
  const kept = fields.filter(
    (field) => changedIn(field, from, mine) && choices[field.name] !== 'theirs',
  )
  const values = valuesOf(stale.current, fields)
  for (const { name } of kept) values[name] = mine[name] ?? null
  return values
}

/** The body of a write: the changed fields alone. */
export function changesOf(fields: readonly Field[], from: Values, mine: Values) {
  const changed = fields.filter((field) => changedIn(field, from, mine))
  return Object.fromEntries(
    changed.map((field) => [field.name, sent(field, mine[field.name] ?? null)]),
  )
}

export function changedIn(field: Field, from: Values, mine: Values): boolean {
  return isChanged(field, from[field.name] ?? null, mine[field.name] ?? null)
}
