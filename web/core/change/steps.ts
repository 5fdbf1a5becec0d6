/** What a change of organizations does, one thing after the other. */
export type Step =
  EstablishStep | RenameStep | KindStep | MoveStep | MergeStep | SplitStep | RevokeStep

/** An organization by its id, or one this very change sets up by its ref, such as `new-1`. */
export type Place = string

export interface EstablishStep {
  kind: 'establish'
  ref: string
  parent: Place
  name: string
  organizationKind: string
  field: string
  branchClass?: string | null
  division?: string | null
  bodies?: string[]
  /** A temporary branch is for one task, looked at again after so many months. */
  task?: string | null
  reviewMonths?: number | null
}

export interface RenameStep {
  kind: 'rename'
  organization: Place
  name: string
}

export interface KindStep {
  kind: 'change-kind'
  organization: Place
  organizationKind: string
}

export interface MoveStep {
  kind: 'move'
  organization: Place
  parent: Place
}

/** A member who goes elsewhere than the others. */
export interface Elsewhere {
  member: string
  target: Place
}

export interface MergeStep {
  kind: 'merge'
  organizations: Place[]
  into: Place
  exceptions: Elsewhere[]
}

export interface SplitPart {
  into: Place
  members: string[]
}

export interface SplitStep {
  kind: 'split'
  organization: Place
  parts: SplitPart[]
  /** Where all others go; `stay` where the organization goes on with them. */
  rest: 'stay' | Place
}

export interface RevokeStep {
  kind: 'revoke'
  organization: Place
  target: Place | null
  exceptions: Elsewhere[]
}

/** What can be chosen to happen, in the order in which it is offered. */
export const deeds = [
  { deed: 'establish', words: '新设', help: '设立一个新的党组织' },
  { deed: 'rename', words: '更名', help: '换一个名称，人和关系不变' },
  { deed: 'change-kind', words: '改类别', help: '如党支部改为党总支' },
  { deed: 'move', words: '调整隶属', help: '换到另一个上级党组织之下，可以一次调整多个' },
  { deed: 'merge', words: '合并', help: '几个党组织并成一个，党员逐个有去处' },
  { deed: 'split', words: '拆分', help: '把一个党组织的党员分到几个党组织' },
  { deed: 'revoke', words: '撤销', help: '不再需要的党组织，党员和下级转到别处' },
  { deed: 'temporary', words: '临时党支部', help: '为一项任务设立，党员的组织关系不转' },
] as const

export type Deed = (typeof deeds)[number]['deed']

export const TEMPORARY = 'temporary'
const REVIEW_MONTHS = 6

/** What a draft is begun at. */
export interface Start {
  id: string
  parent: string | null
  kind: string
}

/** Below a branch stands nothing but its groups: what is set up from there stands beside it. */
const BELOW_NOTHING = ['branch', 'joint', 'temporary', 'floating', 'group']

/** A step to be filled in, begun at the organization one comes from. */
export function begun(deed: Deed, { id: organization, parent, kind }: Start, ref: string): Step {
  switch (deed) {
    case 'establish':
    case 'temporary': {
      const temporary = deed === 'temporary'
      const above = BELOW_NOTHING.includes(kind) ? (parent ?? '') : organization
      const base = { kind: 'establish', ref, parent: above, name: '', field: '' } as const
      return temporary
        ? { ...base, organizationKind: TEMPORARY, task: '', reviewMonths: REVIEW_MONTHS }
        : { ...base, organizationKind: '' }
    }
    case 'rename':
      return { kind: deed, organization, name: '' }
    case 'change-kind':
      return { kind: deed, organization, organizationKind: '' }
    case 'move':
      return { kind: deed, organization, parent: '' }
    case 'merge':
      return { kind: deed, organizations: [organization], into: '', exceptions: [] }
    case 'split':
      return { kind: deed, organization, parts: [{ into: '', members: [] }], rest: 'stay' }
    case 'revoke':
      return { kind: deed, organization, target: null, exceptions: [] }
  }
}

/** The first ref nobody has: `new-1`, `new-2` … */
export function freeRef(steps: readonly Step[]): string {
  const taken = new Set(steps.map((step) => (step.kind === 'establish' ? step.ref : '')))
  for (let number = 1; ; number++) if (!taken.has(`new-${number}`)) return `new-${number}`
}

/** What a change sets up can be gone to by its other steps. */
export function founded(steps: readonly Step[]): { ref: string; name: string }[] {
  return steps.flatMap((step) => (step.kind === 'establish' ? [step] : []))
}

/** What is set up stands before what goes there. */
export function ordered(steps: readonly Step[]): Step[] {
  const first = steps.filter(({ kind }) => kind === 'establish')
  return [...first, ...steps.filter(({ kind }) => kind !== 'establish')]
}

/** The places of a step that go to something set up by the same change. */
export function uses(step: Step, ref: string): boolean {
  return JSON.stringify(step.kind === 'establish' ? step.parent : step).includes(`"${ref}"`)
}

/** What a step still lacks, by the name of its part; nothing of it needs a server to be seen. */
export function lackOf(step: Step): Record<string, string> {
  const lacks: Record<string, string> = {}
  const need = (name: string, value: unknown, words: string) => {
    if (value === '' || value === null || value === undefined) lacks[name] = words
  }
  switch (step.kind) {
    case 'establish':
      need('parent', step.parent, '请选择设在哪个上级党组织之下')
      need('name', step.name.trim(), '请填写名称')
      need('organizationKind', step.organizationKind, '请选择类别')
      need('field', step.field, '请选择领域')
      if (step.organizationKind === TEMPORARY)
        need('task', step.task?.trim(), '请填写为什么任务设立')
      break
    case 'rename':
      need('organization', step.organization, '请选择党组织')
      need('name', step.name.trim(), '请填写新名称')
      break
    case 'change-kind':
      need('organization', step.organization, '请选择党组织')
      need('organizationKind', step.organizationKind, '请选择新类别')
      break
    case 'move':
      need('organization', step.organization, '请选择党组织')
      need('parent', step.parent, '请选择新的上级党组织')
      break
    case 'merge':
      if (step.organizations.length === 0) lacks.organizations = '请选择要并入的党组织'
      need('into', step.into, '请选择并到哪里')
      lackElsewhere(step.exceptions, lacks)
      break
    case 'split':
      need('organization', step.organization, '请选择党组织')
      need('rest', step.rest, '请选择其余党员去哪里')
      if (step.parts.some(({ into }) => into === '')) lacks.parts = '请选择每一部分去哪里'
      else if (step.parts.some(({ members }) => members.length === 0)) {
        lacks.parts = '请选出每一部分的党员'
      }
      break
    case 'revoke':
      need('organization', step.organization, '请选择党组织')
      lackElsewhere(step.exceptions, lacks)
  }
  return lacks
}

function lackElsewhere(exceptions: readonly Elsewhere[], lacks: Record<string, string>) {
  if (exceptions.some(({ target }) => target === '')) {
    lacks.exceptions = '请为另有去处的党员选择去哪里'
  }
}

/** A step in one plain sentence. */
export function saysOf(
  step: Step,
  nameOf: (id: string) => string,
  kindOf: (code: string) => string,
): string {
  const all = (ids: readonly string[]) => ids.map(nameOf).join('、')
  switch (step.kind) {
    case 'establish':
      return `在${nameOf(step.parent)}之下设立${step.name}（${kindOf(step.organizationKind)}）`
    case 'rename':
      return `${nameOf(step.organization)}更名为${step.name}`
    case 'change-kind':
      return `${nameOf(step.organization)}改为${kindOf(step.organizationKind)}`
    case 'move':
      return `${nameOf(step.organization)}改由${nameOf(step.parent)}领导`
    case 'merge':
      return `${all(step.organizations)}并入${nameOf(step.into)}${elsewhere(step.exceptions)}`
    case 'split':
      return `${nameOf(step.organization)}拆分：${step.parts
        .map(({ into, members }) => `${members.length} 名党员到${nameOf(into)}`)
        .join('，')}，其余${step.rest === 'stay' ? '留在原党组织' : `到${nameOf(step.rest)}`}`
    case 'revoke':
      return `撤销${nameOf(step.organization)}${
        step.target ? `，党员和下级转到${nameOf(step.target)}` : ''
      }${elsewhere(step.exceptions)}`
  }
}

function elsewhere(exceptions: readonly Elsewhere[]): string {
  return exceptions.length > 0 ? `，其中 ${exceptions.length} 名党员另有去处` : ''
}

/** A step as the interface shows it, as it is sent; what it speaks of is learnt by name. */
export function plain(
  shown: { kind: string; names: Record<string, string> },
  learn: (id: string, name: string) => void,
): Step {
  const { names, says: _, ...parts } = shown as typeof shown & { says?: string }
  for (const [id, name] of Object.entries(names)) learn(id, name)
  const filled = Object.entries(parts).filter(([, value]) => value !== null)
  const step = JSON.parse(JSON.stringify(Object.fromEntries(filled))) as Step
  if (step.kind === 'merge' || step.kind === 'revoke') step.exceptions ??= []
  if (step.kind === 'revoke') step.target ??= null
  return step
}
