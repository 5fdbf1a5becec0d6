import { expect, test } from 'vitest'
import { learn } from '../dictionary'
import { conditionsOf, filtersOf, without } from './filters'

learn({
  memberClass: [{ code: 'away', label: '流动创业', selectable: true }],
  jobPost: [{ code: '3', label: '学生', selectable: true }],
})

const words = (filters: Parameters<typeof conditionsOf>[0]) =>
  conditionsOf(filters).map((condition) => condition.words)

test('what could not have been chosen is no filter', () => {
  const query = { status: 'full', ageFrom: '35', ageTo: 'x', anniversary: '13', sort: 'age' }
  expect(filtersOf(query)).toEqual({ status: 'full', ageFrom: '35' })
})

test('conditions are words; the two ends of a span are one', () => {
  expect(words({ ageFrom: '35', ageTo: '60', class: 'away' })).toEqual(['35至60岁', '流动创业'])
  expect(words({ ageTo: '35' })).toEqual(['35岁及以下'])
  expect(words({ class: 'none', floating: 'false' })).toEqual(['分类未确认', '不是流动党员'])
  expect(words({ joinedFrom: '2020-01-01' })).toEqual(['2020年1月1日及以后入党'])
  expect(words({ anniversary: '7' })).toEqual(['7月是入党纪念月'])
})

test('a choice among codes is words', () => {
  expect(words({ jobPost: '3,none' })).toEqual(['学生、工作岗位未填'])
  expect(words({ jobPost: '!3' })).toEqual(['工作岗位不是学生'])
  expect(words({ nation: '02-56' })).toEqual(['少数民族'])
  expect(filtersOf({ nation: '02-56', jobPost: '!3,5', sex: '!1,2' })).toEqual({
    nation: '02-56',
    jobPost: '!3,5',
    sex: '!1,2',
  })
  expect(filtersOf({ nation: 'x', jobPost: ',', sex: '12' })).toEqual({})
})

test('a removed condition takes both its ends with it', () => {
  const [span] = conditionsOf({ ageFrom: '35', ageTo: '60', sex: '2' }).slice(1)
  expect(without({ ageFrom: '35', ageTo: '60', sex: '2' }, span?.names ?? [])).toEqual({ sex: '2' })
})
