import type { components } from '@core/api.gen'
import { label } from '@core/dictionary'
import type { FactGroup } from '@core/fact'
import { formatDate, legible } from '@core/format'
import type { PostGroup, PostView } from '@core/post/api'
import { grouped, groupWords, heldWords } from '@core/post/words'

/** A post as a line of a list. */
export interface PostLine {
  key: string
  /** In small letters above. */
  above: string
  main: string
  /** Whose page the line leads to. */
  member: string | null
  held: string
  remarks: string[]
}

/** An officer as a member of the organization may know one. */
type OwnOfficer = components['schemas']['OfficerView']

export function isHeld({ to }: Pick<PostView, 'to'>, day: string): boolean {
  return to === null || to > day
}

/** On the page of an organization: the post above, who holds it below. */
export function lineOf(post: PostView): PostLine {
  const { id, kind, person, remarks } = post
  return {
    key: id,
    above: label('postKind', kind),
    main: legible(person.name),
    member: person.member,
    held: heldWords(post),
    remarks: remarks.map(({ says, cites }) => (cites ? `${says}（依据：${cites}）` : says)),
  }
}

export function lineOfOfficer({ kind, name, from }: OwnOfficer): PostLine {
  const held = `${formatDate(from)}起`
  const above = label('postKind', kind)
  return { key: `${kind} ${name}`, above, main: legible(name), member: null, held, remarks: [] }
}

/** On the page of the person: the organization above, the post below. */
export function lineOfPerson(post: PostView): PostLine {
  const { organization, kind } = post
  const above = legible(organization.name)
  return { ...lineOf(post), above, main: label('postKind', kind), member: null }
}

/** The posts of a person that are held on a day, and those that were held before. */
export function partsOf(posts: readonly PostView[], day: string) {
  const lines = (held: boolean) =>
    posts.filter((post) => isHeld(post, day) === held).map(lineOfPerson)
  return { held: lines(true), past: lines(false) }
}

/** The post without which an organization has nobody to lead it, where nobody holds it. */
export function vacantIn(kind: string, posts: readonly PostView[]): string | null {
  const leader = kind === 'group' ? 'group-leader' : 'secretary'
  return posts.some((post) => post.kind === leader) ? null : label('postKind', leader)
}

/** All but the officers, who stand in front: told by group, to be unfolded. */
export function asideOf(posts: readonly PostView[]) {
  return grouped(posts)
    .filter(({ group }) => group !== 'officer')
    .map(({ group, posts: those }) => ({
      group,
      words: `${groupWords[group]} · ${countWords(group, those.length)}`,
      lines: those.map(lineOf),
    }))
}

function countWords(group: PostGroup, count: number): string {
  return group === 'pool' || group === 'label' ? `${count} 人` : `${count} 个职务`
}

/** What is read aloud of a person's posts. */
export function postsSpoken(posts: readonly PostView[], day: string): FactGroup[] {
  const { held } = partsOf(posts, day)
  if (held.length === 0) return []
  const facts = held.map(({ above, main, held: since }) => ({
    name: main,
    value: `${above}，${since}`,
  }))
  return [{ title: '任职', facts }]
}
