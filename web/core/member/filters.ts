import { label } from '../dictionary'
import { formatDate } from '../format'
import { filterNames, type FilterName, type MemberFilters } from './api'

/** A condition in words, and what has to go for it to go. */
export interface Condition {
  names: FilterName[]
  words: string
}

/** Codes, a range of them, none, or other codes than these. */
const choice = /^!?(none|\d{1,4}(-\d{1,4})?)(,(none|\d{1,4}(-\d{1,4})?))*$/

const patterns: Record<FilterName, RegExp> = {
  status: /^(full|probationary)$/,
  sex: /^!?\d(,\d)*$/,
  nation: choice,
  ageFrom: /^\d{1,3}$/,
  ageTo: /^\d{1,3}$/,
  education: choice,
  jobPost: choice,
  admissionKind: /^[a-z]+(,[a-z]+)*$/,
  class: /^[a-z]+$/,
  floating: /^(true|false)$/,
  joinedFrom: /^\d{4}-\d{2}-\d{2}$/,
  joinedTo: /^\d{4}-\d{2}-\d{2}$/,
  anniversary: /^([1-9]|1[0-2])$/,
}

/** The filters of an address; what could not have been chosen is left out. */
export function filtersOf(query: Record<string, unknown>): MemberFilters {
  const filters: MemberFilters = {}
  for (const name of filterNames) {
    const value = query[name]
    if (typeof value === 'string' && patterns[name].test(value)) filters[name] = value
  }
  return filters
}

/** The filters in force, one condition each: two ends of a span are one. */
export function conditionsOf(it: MemberFilters): Condition[] {
  const conditions: Condition[] = []
  const add = (words: string, ...names: FilterName[]) => conditions.push({ words, names })
  if (it.status) add(label('memberStatus', it.status), 'status')
  if (it.sex) add(chosen('sex', it.sex, '性别'), 'sex')
  if (it.nation) add(chosen('nation', it.nation, '民族'), 'nation')
  if (it.ageFrom || it.ageTo) add(ages(it.ageFrom, it.ageTo), 'ageFrom', 'ageTo')
  if (it.education) add(chosen('education', it.education, '学历'), 'education')
  if (it.jobPost) add(chosen('jobPost', it.jobPost, '工作岗位'), 'jobPost')
  if (it.admissionKind) {
    add(chosen('admissionKind', it.admissionKind, '入党方式'), 'admissionKind')
  }
  if (it.class) {
    add(it.class === 'none' ? '分类未确认' : label('memberClass', it.class), 'class')
  }
  if (it.floating) add(it.floating === 'true' ? '流动党员' : '不是流动党员', 'floating')
  if (it.joinedFrom || it.joinedTo) {
    add(joined(it.joinedFrom, it.joinedTo), 'joinedFrom', 'joinedTo')
  }
  if (it.anniversary) add(`${it.anniversary}月是入党纪念月`, 'anniversary')
  return conditions
}

export function without(filters: MemberFilters, names: FilterName[]): MemberFilters {
  return Object.fromEntries(
    Object.entries(filters).filter(([name]) => !names.includes(name as FilterName)),
  )
}

function ages(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) {
    return from === to ? `${from}岁` : `${from}至${to}岁`
  }
  return from === undefined ? `${to}岁及以下` : `${from}岁及以上`
}

function joined(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) {
    return `${formatDate(from)}至${formatDate(to)}入党`
  }
  return from === undefined ? `${formatDate(to)}及以前入党` : `${formatDate(from)}及以后入党`
}

const MINORITIES = '02-56'
const NATIONS = '01-56'

/** A choice among codes in words: 硕士研究生毕业、未填; 工作岗位不是军人、武警. */
function chosen(table: string, value: string, name: string): string {
  const others = value.startsWith('!')
  const words = value
    .replace('!', '')
    .split(',')
    .map((code) => {
      if (code === 'none') return `${name}未填`
      if (code === MINORITIES) return '少数民族'
      return code === NATIONS ? '五十六个民族' : label(table, code)
    })
    .join('、')
  return others ? `${name}不是${words}` : words
}
