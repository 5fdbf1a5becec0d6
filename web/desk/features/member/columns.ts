import { label } from '@core/dictionary'
import { formatDate, formatPartyAge, formatYesNo, legible } from '@core/format'
import type { MemberItem } from '@core/member/api'
import type { SortColumn } from './search'

/** A column somebody can choose; the name stands always. */
export interface Column {
  key: string
  name: string
  text: (item: MemberItem) => string
  /** Ems of text it needs. */
  width: number
  sorts?: SortColumn
  number?: boolean
  /** What a card says before and after it, where the head of the column is away. */
  inCard?: { before?: string; after?: string; line?: boolean }
}

export const columns: readonly Column[] = [
  { key: 'sex', name: '性别', width: 4.5, text: (it) => label('sex', it.sex) },
  {
    ...{ key: 'age', name: '年龄', width: 6, sorts: 'age', number: true },
    text: (it) => String(it.age),
    inCard: { after: '岁' },
  },
  { key: 'status', name: '人员类别', width: 7.5, text: (it) => label('memberStatus', it.status) },
  { key: 'nation', name: '民族', width: 6, text: (it) => label('nation', it.nation) },
  { key: 'education', name: '学历', width: 9, text: (it) => label('education', it.education) },
  {
    ...{ key: 'organization', name: '所在党组织', width: 16 },
    text: (it) => legible(it.organization.name),
    inCard: { line: true },
  },
  {
    ...{ key: 'joinedOn', name: '入党日期', width: 10.5, sorts: 'joinedOn' },
    text: (it) => formatDate(it.joinedOn),
    inCard: { before: '入党', line: true },
  },
  {
    ...{ key: 'fullOn', name: '转正日期', width: 10 },
    text: (it) => formatDate(it.fullOn),
    inCard: { before: '转正', line: true },
  },
  {
    ...{ key: 'partyAge', name: '党龄', width: 8 },
    text: formatPartyAge,
    inCard: { before: '党龄', line: true },
  },
  {
    ...{ key: 'jobPost', name: '工作岗位', width: 11 },
    text: (it) => label('jobPost', it.jobPost),
    inCard: { line: true },
  },
  {
    ...{ key: 'class', name: '分类', width: 8 },
    text: (it) => (it.memberClass ? label('memberClass', it.memberClass) : '未确认'),
    inCard: { before: '分类' },
  },
  {
    ...{ key: 'way', name: '管理方式', width: 6.5 },
    text: (it) => (it.way ? label('way', it.way) : '未确认'),
    inCard: { before: '管理方式' },
  },
  {
    ...{ key: 'floating', name: '流动', width: 5 },
    text: (it) => formatYesNo(it.floating),
    inCard: { before: '流动' },
  },
]

/** The columns of somebody who has not chosen any. */
export const usualColumns = [
  'sex',
  'age',
  'status',
  'education',
  'organization',
  'joinedOn',
] as const

/** The fields of a file that stand for the columns of the screen; an age is a birth date there. */
export function fieldsShown(chosen: readonly string[]): string[] {
  const fields: Record<string, string> = { age: 'bornOn', partyAge: 'fullOn', class: 'memberClass' }
  return ['name', ...chosen.map((key) => fields[key] ?? key)]
}

/** Ems the name needs. */
export const NAME_WIDTH = 11

/** Ems a list of these columns needs. */
export function widthOf(chosen: string[]): number {
  const shown = columns.filter(({ key }) => chosen.includes(key))
  return shown.reduce((sum, { width }) => sum + width, NAME_WIDTH)
}

const keyOf = (account: string) => `sunmao.columns/${account}`

export function recallColumns(account: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? 'null')
    if (!Array.isArray(kept)) return [...usualColumns]
    return columns.map(({ key }) => key).filter((key) => kept.includes(key))
  } catch {
    return [...usualColumns]
  }
}

export function rememberColumns(account: string, chosen: string[]): void {
  try {
    localStorage.setItem(keyOf(account), JSON.stringify(chosen))
  } catch {
    // Storage may be shut off; the choice then lasts as long as the page.
  }
}
