import type { components } from '../api.gen'
import { client } from '../client'
import type { Editable, Register } from '../edit'
import type { Field } from '../field'
import { staleOf } from '../merge'
import { Problem } from '../problem'
import type { NewAdmission, PageOf } from './api'
import { applications, type AdmissionCard } from './register'
import type { Tone } from './tone'

type Schemas = components['schemas']
export type TalentItem = Schemas['TalentItem']
export type TalentView = Schemas['TalentView']
export type TalentNumbers = Schemas['TalentNumbers']
type Facts = Schemas['TalentFacts']

/** How far somebody has come, in the order of the way; it follows from their case. */
export const STATES: readonly (readonly [string, string])[] = [
  ['listed', '在库培养'],
  ['applied', '已申请入党'],
  ['activist', '入党积极分子'],
  ['object', '发展对象'],
  ['probationer', '预备党员'],
  ['member', '正式党员'],
  ['left', '已离库'],
]

export const stateTone = (state: string): Tone => (state === 'member' ? 'done' : 'neutral')

/** Why somebody is taken off, and what becomes of what was kept. */
export const REASONS = [
  { code: 'withdrew', label: '本人要求退出', says: '登记的信息当场删除，不能恢复' },
  { code: 'moved', label: '离开本地', says: '一年以后删除' },
  { code: 'grown-out', label: '超过年龄', says: '一年以后删除' },
  { code: 'other', label: '其他原因', says: '一年以后删除' },
] as const

export interface TalentQuestion {
  organization: string | null
  /** All but those who left, where none is named. */
  state: string | null
  q: string | null
}

const ROOT = '/api/talents'
const one = (id: string) => `${ROOT}/${encodeURIComponent(id)}`

export const talentsListed = (
  question: TalentQuestion,
  after: string | null,
): Promise<PageOf<TalentItem>> => client.get(ROOT, { query: { ...question, after, limit: 50 } })

export const talentNumbers = (
  organization: string | null,
  signal?: AbortSignal,
): Promise<TalentNumbers> => client.get(`${ROOT}/numbers`, { query: { organization }, signal })

export const talentOf = (id: string, signal?: AbortSignal): Promise<TalentView> =>
  client.get(one(id), { signal })

export const leaveTalents = (id: string, on: string, reason: string): Promise<void> =>
  client.post(`${one(id)}/leave`, { on, reason })

/** How many stand where, in one sentence; nobody is left out and nobody counted twice. */
export function numbersInWords(it: TalentNumbers): string {
  const parts: [string, number][] = [
    ['还没有申请', it.listed],
    ['已申请入党', it.applied],
    ['入党积极分子', it.activists],
    ['发展对象', it.objects],
    ['预备党员', it.probationers],
    ['正式党员', it.members],
  ]
  const all = parts.reduce((sum, [, people]) => sum + people, 0)
  if (all === 0) return '在库 0 人。'
  const told = parts
    .filter(([, people]) => people > 0)
    .map(([word, people]) => `${word} ${people} 人`)
  const young = `${it.youngUpTo} 周岁及以下、高中以上学历的 ${it.youngEducated} 人`
  return `在库 ${all} 人：${told.join('，')}。其中 ${young}。`
}

export const talentGroups = ['本人情况', '推荐和列入'] as const

const fields: Field[] = [
  { name: 'name', label: '姓名', kind: 'text', group: '本人情况', longest: 60, required: true },
  { name: 'sex', label: '性别', kind: 'code', table: 'sex', group: '本人情况', required: true },
  { name: 'bornOn', label: '出生日期', kind: 'date', group: '本人情况', required: true },
  {
    name: 'organization',
    label: '由哪个党支部联系',
    kind: 'organization',
    group: '本人情况',
    required: true,
    help: '本人居住或者工作地方的党支部',
  },
  {
    name: 'agreedOn',
    label: '本人同意的日期',
    kind: 'date',
    group: '推荐和列入',
    required: true,
    help: '先向本人说明列入是什么、随时可以退出，同意了再登记',
  },
  { name: 'education', label: '学历', kind: 'code', table: 'education', group: '本人情况' },
  {
    name: 'work',
    label: '从事的工作',
    kind: 'text',
    group: '本人情况',
    longest: 200,
    help: '做什么的，一句话；不写评价',
  },
  {
    name: 'mobile',
    label: '手机号码',
    kind: 'secret',
    group: '本人情况',
    longest: 20,
    help: '本人愿意提供的才填',
  },
  {
    name: 'recommendedBy',
    label: '推荐人',
    kind: 'text',
    group: '推荐和列入',
    longest: 100,
    help: '谁推荐的，例如驻村第一书记、本人自荐',
  },
  {
    name: 'listedOn',
    label: '列入日期',
    kind: 'date',
    group: '推荐和列入',
    help: '不填就是今天；以前就在纸质名单上的，照实填',
  },
]

/** One of the pool as its form sees them. */
export type TalentCard = TalentView & Editable

const changeable = [
  'name',
  'sex',
  'bornOn',
  'education',
  'work',
  'recommendedBy',
  'agreedOn',
  'listedOn',
]

export const talentCard = (view: TalentView): TalentCard => ({
  ...view,
  edit: { fields: [...changeable, 'mobile'], closed: [] },
})

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key }, patient: true })

export const talents: Register<TalentCard> = {
  name: 'talents',
  fields,
  create: async (body, key) => talentCard(await client.post<TalentView>(ROOT, body, keyed(key))),
  change: () => Promise.reject(new Error('Only somebody who is listed can be changed')),
}

/** @param view what is not changed is sent as it stands; a number left alone stays as it is */
export const talentChanges = (view: TalentView): Register<TalentCard> => ({
  ...talents,
  async change(id, version, body) {
    const stands = Object.entries(view).filter(([name]) => changeable.includes(name))
    const said = { ...Object.fromEntries(stands), ...body } as Facts
    const mobile = 'mobile' in body ? { mobile: said.mobile ?? '' } : {}
    try {
      const headers = { 'If-Match': `"${version}"` }
      return talentCard(
        await client.patch<TalentView>(one(id), { ...said, ...mobile }, { headers }),
      )
    } catch (error) {
      throw renewed(error)
    }
  },
})

/** Where somebody else was quicker, the form goes on from what stands now. */
function renewed(error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  const stale = staleOf<TalentView>(error)
  if (stale === null) return error
  const current = talentCard(stale.current)
  const standing = { ...error.body, current, version: current.version }
  return new Problem(error.status, standing)
}

/** An application by one of the pool: who it is was told once; a number that is known stays known. */
export const applicationsOf = (view: TalentView): Register<AdmissionCard> => ({
  ...applications,
  name: `talents/${view.id}/admissions`,
  fields: applications.fields.map((field) =>
    field.name === 'mobile' && view.mobile
      ? { ...field, help: `库里登记过（${view.mobile}），不填就沿用` }
      : field,
  ),
  create: (body, key) =>
    applications.create({ ...body, talent: view.id } as unknown as NewAdmission, key),
})
