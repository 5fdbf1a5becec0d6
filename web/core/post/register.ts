import type { Editable, Register } from '../edit'
import type { Field } from '../field'
import { isMember } from '../member/holder'
import { staleOf } from '../merge'
import { Problem } from '../problem'
import { appoint, beginTerm, changePost, changeTerm, type PostView, type TermView } from './api'

const LONGEST_NAME = 60
const LONGEST_REASON = 100
const LONGEST_NOTE = 200

/** A member by the id, or somebody else by name: one question, one field. */
const HOLDER = 'holder'

export const postGroup = '任职'
export const termGroup = '任期'

const field = (it: Omit<Field, 'group'>): Field => ({ ...it, group: postGroup })

export const approvalFields: readonly Field[] = [
  field({ name: 'on', label: '批复日期', kind: 'date' }),
  field({ name: 'number', label: '批复文号', kind: 'text', longest: LONGEST_NAME }),
]

const holder: readonly Field[] = [
  field({ name: 'kind', label: '职务', kind: 'code', table: 'postKind', required: true }),
  field({
    name: HOLDER,
    label: '由谁担任',
    kind: 'member',
    required: true,
    help: '班子成员从党员名册里选；别的职务，不是党员的填姓名',
  }),
  field({
    name: 'appointment',
    label: '任职方式',
    kind: 'code',
    table: 'appointment',
    required: true,
  }),
  field({ name: 'from', label: '从哪一天起任职', kind: 'date', required: true }),
]

const end: readonly Field[] = [
  field({
    name: 'to',
    label: '卸任日期',
    kind: 'date',
    help: '从这一天起不再担任；随职务给的系统权限同一天停止',
  }),
  field({ name: 'endReason', label: '卸任原因', kind: 'text', longest: LONGEST_REASON }),
]
const note = field({ name: 'note', label: '备注', kind: 'text', longest: LONGEST_NOTE })

/** A record with its approval as two fields, as forms write it. */
export type Flat<View> = View & { on: string | null; number: string | null }
export type PostCard = Flat<Editable> & { kind: string; holder: string }
export type TermCard = Flat<Editable>

/** A post as its form has it. */
export function postCard({ person, ...post }: PostView): PostCard {
  return { ...flat(post), holder: person.member ?? person.name }
}

export function flat<View extends Editable & Pick<PostView, 'approval'>>(view: View): Flat<View> {
  const open = [...new Set(view.edit.fields.map(short))]
  const edit = { ...view.edit, fields: open }
  return { ...view, edit, on: view.approval?.on ?? null, number: view.approval?.number ?? null }
}

/** The field of the form for what the interface names: approval/on, or the two ways to say who. */
function short(name: string): string {
  return name.replace(/^approval\//, '').replace(/^(member|name)$/, HOLDER)
}

/** What is sent: who by the id or by name, an approval as one thing, and no day of a change. */
export function nested(body: object): object {
  const {
    on,
    number,
    holder,
    effectiveOn: _,
    correction: __,
    ...rest
  } = body as Record<string, unknown>
  const approval = Object.entries({ on, number }).filter(([, value]) => value !== undefined)
  return {
    ...rest,
    ...(approval.length > 0 && { approval: Object.fromEntries(approval) }),
    ...(typeof holder === 'string' &&
      (isMember(holder) ? { member: holder } : { member: null, name: holder })),
  }
}

/** A refusal told of the fields as the form has them, and of the record as its card. */
async function asCard<View extends Editable, Card>(
  sent: Promise<View>,
  card: (view: View) => Card,
): Promise<Card> {
  try {
    return card(await sent)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.status, { ...error.body, ...told(error, card) }, error.retryAfter)
  }
}

function told<View extends Editable, Card>(problem: Problem, card: (view: View) => Card) {
  const errors = problem.errors.map((it) => ({
    ...it,
    pointer: `/${short((it.pointer ?? '').replace(/^#?\//, ''))}`,
  }))
  const stale = staleOf<View>(problem)
  if (stale === null) return errors.length > 0 ? { errors } : {}
  const conflicts = stale.conflicts.map((it) => ({ ...it, field: short(it.field) }))
  return { errors, conflicts, current: card(stale.current) }
}

/** Appointing somebody in an organization. */
export function appointments(organization: string): Register<PostCard> {
  return {
    name: `posts-of-${organization}`,
    fields: [...holder, ...approvalFields, note],
    create: (body, key) => asCard(appoint(organization, nested(body), key), postCard),
    change: () => Promise.reject(new Error('appointments are made here')),
  }
}

const never = () => Promise.reject(new Error('made elsewhere'))

/** Ending a post: what was goes on standing in its history. */
export const endings: Register<PostCard> = {
  name: 'posts-ending',
  fields: [...end, ...approvalFields, note],
  create: never,
  change: (id, version, body) => asCard(changePost(id, version, nested(body)), postCard),
}

/** Correcting what was wrong all along. */
export const corrections: Register<PostCard> = {
  name: 'posts-correcting',
  fields: [...holder, ...end, ...approvalFields, note],
  create: never,
  change: (id, version, body) =>
    asCard(changePost(id, version, { ...nested(body), correction: true }), postCard),
}

const ofTerms = (fields: Field[]) => fields.map((it) => ({ ...it, group: termGroup }))

/** A new term: the one that runs ends with it. */
export function newTerms(organization: string): Register<TermCard> {
  return {
    name: `terms-of-${organization}`,
    fields: ofTerms([
      field({ name: 'begins', label: '这一届从哪一天开始', kind: 'date', required: true }),
      ...approvalFields,
    ]),
    create: (body, key) => asCard(beginTerm(organization, nested(body), key), flat<TermView>),
    change: never,
  }
}

/** Putting the end of a term off, for a year at most and with the superior's approval. */
export const extensions: Register<TermCard> = {
  name: 'terms',
  fields: ofTerms([
    field({
      name: 'due',
      label: '延期到哪一天',
      kind: 'date',
      help: '最多一年，要有上级党组织的批复',
    }),
    ...approvalFields,
  ]),
  create: never,
  change: (id, version, body) => asCard(changeTerm(id, version, nested(body)), flat<TermView>),
}
