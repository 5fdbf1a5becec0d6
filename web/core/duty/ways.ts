import type { Right } from '../session'
import { typeOfDuty } from '../meeting/words'
import type { DutyItem } from './api'

/** What a way is found by: the key of a remedy or of a number, and whose duty it is. */
export type Place = Pick<DutyItem, 'organization' | 'subject' | 'rule'> & { name?: string }

interface Way {
  /** What is needed to go there; null where everybody may who sees duties. */
  right: Right | null
  desk: (place: Place) => string | null
  /** Null where the phone has no such page. */
  phone: (place: Place) => string | null
  words: string
}

const posts = ({ organization }: Place) => `/posts?organization=${organization.id}`
const noPhone = () => null
const record = ({ organization, name = '' }: Place) => {
  const type = typeOfDuty(name)
  return `/record?organization=${organization.id}${type === null ? '' : `&type=${type}`}`
}

const ways: Record<string, Way> = {
  members: {
    right: 'members:read',
    desk: ({ organization }) => `/members?organization=${organization.id}`,
    phone: ({ organization }) => `/members?organization=${organization.id}`,
    words: '看党员名册',
  },
  'floating-members': {
    right: 'members:read',
    desk: ({ organization }) => `/members?organization=${organization.id}&floating=true`,
    phone: ({ organization }) => `/members?organization=${organization.id}&floating=true`,
    words: '看流动党员',
  },
  posts: { right: 'organizations:read', desk: posts, phone: noPhone, words: '看任职' },
  'new-secretary': {
    right: 'organizations:write',
    desk: ({ organization }) => `/organizations/${organization.id}/posts/new?kind=secretary`,
    phone: noPhone,
    words: '去登记书记任职',
  },
  'new-leader': {
    right: 'organizations:write',
    desk: ({ organization }) => `/organizations/${organization.id}/posts/new?kind=group-leader`,
    phone: noPhone,
    words: '去登记组长任职',
  },
  term: {
    right: 'organizations:read',
    desk: ({ organization }) => `/organizations/${organization.id}/terms`,
    phone: noPhone,
    words: '看届期',
  },
  change: {
    right: 'changes:prepare',
    desk: ({ organization }) => `/changes/new?organization=${organization.id}`,
    phone: noPhone,
    words: '去拟一份调整',
  },
  member: {
    right: 'members:read',
    desk: (place) =>
      place.subject.kind === 'person' ? `/members/${place.subject.id}` : posts(place),
    phone: ({ subject }) => (subject.kind === 'person' ? `/members/${subject.id}` : null),
    words: '去核对登记',
  },
  correction: {
    right: 'members:write',
    desk: ({ subject }) => `/corrections/${subject.id}`,
    phone: noPhone,
    words: '去答复申请',
  },
  organization: {
    right: 'organizations:read',
    desk: ({ organization }) => `/organizations/${organization.id}`,
    phone: ({ organization }) => `/organization/${organization.id}`,
    words: '看党组织',
  },
  review: {
    right: 'organizations:read',
    desk: ({ organization }) => `/organizations/${organization.id}`,
    phone: ({ organization }) => `/organization/${organization.id}`,
    words: '去登记检查情况',
  },
  request: {
    right: 'requests:read',
    desk: ({ subject }) => `/requests/${subject.id}`,
    phone: ({ subject }) => `/requests/${subject.id}`,
    words: '去答复要求',
  },
  meeting: {
    right: 'meetings:read',
    desk: ({ subject }) => `/meetings/${subject.id}`,
    phone: ({ subject }) => `/meetings/${subject.id}`,
    words: '去签字',
  },
  admission: {
    right: 'admissions:read',
    desk: ({ subject }) => `/admissions/${subject.id}`,
    phone: ({ subject }) => `/admissions/${subject.id}`,
    words: '去办理',
  },
  record: {
    right: 'meetings:write',
    desk: record,
    phone: record,
    words: '开会记一笔',
  },
  // Held by whoever stands above: the next page asks who came.
  training: {
    right: 'meetings:check',
    desk: () => '/record?type=training',
    phone: () => '/record?type=training',
    words: '记一次集中培训',
  },
  rule: {
    right: null,
    desk: ({ rule }) => `/rules/${rule.id}`,
    phone: ({ rule }) => `/rules/${rule.id}`,
    words: '看规则',
  },
}

export type Entry = 'desk' | 'phone'

/** Where a key leads, for somebody with these rights; null where it leads nowhere. */
export function wayOf(
  key: string | null | undefined,
  place: Place,
  entry: Entry,
  rights: readonly string[],
): { to: string; words: string } | null {
  const way = ways[key ?? '']
  if (way === undefined || (way.right !== null && !rights.includes(way.right))) return null
  const to = way[entry](place)
  return to === null ? null : { to, words: way.words }
}

/** The very step that meets a duty; where one may not take it, the page that says who helps. */
export function stepOf(
  duty: Pick<DutyItem, 'id' | 'remedy'> & Place,
  entry: Entry,
  rights: readonly string[],
): string {
  return wayOf(duty.remedy.opens, duty, entry, rights)?.to ?? `/duties/${duty.id}`
}
