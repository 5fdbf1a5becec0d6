import { computed, ref, shallowRef } from 'vue'
import type { components } from './api.gen'
import { draftsOf } from './drafts'
import { useEntries } from './entries'
import { sent, valueOf, type Field, type Values } from './field'
import { randomKey } from './key'
import { questionOf, settle, staleOf, type Choice, type Question } from './merge'
import { Problem } from './problem'

export { randomKey } from './key'

/** A record that says of itself what the asker may change. */
export interface Editable {
  id: string
  version: number
  edit: components['schemas']['EditView']
}

/** Fields that are not to be changed, with the reason and the rule. */
export type Closed = Editable['edit']['closed'][number]

/** A register as the forms write it. Both ways of writing can be repeated without harm. */
export interface Register<Card extends Editable> {
  /** The first part of a draft's name, such as `members`. */
  name: string
  fields: readonly Field[]
  create(body: object, key: string): Promise<Card>
  change(id: string, version: number, body: object): Promise<Card>
}

export type Edit<Card extends Editable> = ReturnType<typeof useEdit<Card>>

/** A record that others change faster than this is left to the person to try again. */
const MOST_SILENT_MERGES = 5

/**
 * One sitting at a form: a record being changed, or (card null) one being made. Knows nothing of
 * how it is shown.
 */
export function useEdit<Card extends Editable>(
  register: Register<Card>,
  account: string,
  card: Card | null,
  preset: Values = {},
) {
  const open = card === null ? null : new Set(card.edit.fields)
  const fields = register.fields.filter(({ name }) => open?.has(name) ?? true)
  const fleeting = fields.filter(({ kind, kept }) => kind === 'secret' || kept === false)
  const secrets = new Set(fleeting.map(({ name }) => name))
  const drafts = draftsOf(account, `${register.name}/${card?.id ?? 'new'}`, secrets)
  const base = { record: card, version: card?.version ?? 0 }
  const { from, version, rebase, check, body, ...form } = useEntries(fields, base, drafts, preset)

  const current = shallowRef(card)
  const problem = shallowRef<Problem | null>(null)
  const question = shallowRef<Question<Card> | null>(null)
  const saving = ref(false)
  const overtaken = shallowRef<string[]>([])
  const keyOf = attemptKeys()

  /** What a reload would lose: typed, and never written to the device. */
  const unkept = computed(() => form.changed.value.filter(({ name }) => secrets.has(name)))

  /** Answers with the record as it stands afterwards; null where something is left to do first. */
  async function save(): Promise<Card | null> {
    problem.value = null
    if (saving.value || !check()) return null
    saving.value = true
    try {
      return await saveUntilSettled()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      form.faults.value = error.byField
      problem.value = error
      return null
    } finally {
      saving.value = false
    }
  }

  async function saveUntilSettled(): Promise<Card | null> {
    for (let merges = 0; ; merges++) {
      if (current.value !== null && form.changed.value.length === 0) return done(current.value)
      try {
        const content = body()
        const saved = await send(content)
        overtaken.value = overtakenOf(content, saved)
        if (JSON.stringify(body()) === JSON.stringify(content)) return done(saved)
        typedOn(saved)
      } catch (error) {
        const stale = error instanceof Problem ? staleOf<Card>(error) : null
        if (stale === null || merges === MOST_SILENT_MERGES) throw error
        const raised = questionOf(fields, from, form.values, stale)
        if (raised.asked.length > 0) {
          question.value = raised
          return null
        }
        takeUp(raised, {})
      }
    }
  }

  /** A day in the past was given, and a later entry stands: today's value is still that one. */
  function overtakenOf(content: object, saved: Card): string[] {
    if (!('effectiveOn' in content) || current.value === null) return []
    const values = content as Record<string, unknown>
    return fields
      .filter(({ name, kind }) => name in values && kind !== 'secret')
      .filter((field) => sent(field, valueOf(saved, field)) !== values[field.name])
      .map(({ label }) => label)
  }

  function send(content: object): Promise<Card> {
    return current.value === null
      ? register.create(content, keyOf(JSON.stringify(content)))
      : register.change(current.value.id, version.value, content)
  }

  /** Typed while the network was away and the save was waiting: it is saved, too. */
  function typedOn(saved: Card) {
    current.value = saved
    rebase(saved, saved.version, { ...form.values })
  }

  function done(saved: Card): Card {
    drafts.clear()
    return saved
  }

  /** The work goes on from the record as the other left it. */
  function takeUp(raised: Question<Card>, choices: Record<string, Choice>) {
    const { stale } = raised
    const settled = settle(fields, from, form.values, raised, choices)
    current.value = stale.current
    rebase(stale.current, stale.version, settled)
  }

  async function answer(choices: Record<string, Choice>): Promise<Card | null> {
    if (question.value !== null) takeUp(question.value, choices)
    question.value = null
    return save()
  }

  /** Back to the form without an answer; saving again asks again. */
  function reconsider() {
    question.value = null
  }

  function discard() {
    problem.value = null
    form.discard(current.value, current.value?.version ?? 0)
  }

  const state = { fields, card: current, unkept, problem, saving, question, overtaken }
  return { ...form, ...state, save, answer, reconsider, discard }
}

/** The same content keeps its key while it is sent again; another content is another attempt. */
function attemptKeys(): (content: string) => string {
  let last = { content: '', key: '' }
  return (content) => {
    if (content !== last.content) last = { content, key: randomKey() }
    return last.key
  }
}
