import { expect, test } from 'vitest'
import { learn } from '@core/dictionary'
import type { PostView } from '@core/post/api'
import { asideOf, lineOf, lineOfOfficer, partsOf, postsSpoken, vacantIn } from './lines'

const code = (code: string, label: string) => ({ code, label, selectable: true })
learn({
  postKind: [
    code('secretary', '书记'),
    code('group-leader', '党小组组长'),
    code('liaison', '党建联络员'),
    code('volunteer', '志愿者'),
  ],
  appointment: [code('elected', '选举产生')],
})

const post = (change: Partial<PostView>): PostView => ({
  id: 'p1',
  version: 1,
  organization: { id: 'o1', name: '东关村党支部' },
  kind: 'secretary',
  group: 'officer',
  person: { member: 'm1', name: '周禾' },
  appointment: 'elected',
  from: '2024-07-01',
  to: null,
  approval: null,
  endReason: null,
  note: null,
  remarks: [],
  edit: { fields: [], closed: [] },
  ...change,
})

test('an organization says who holds a post, a person which post is held where', () => {
  const held = '2024年7月1日起，选举产生'
  expect(lineOf(post({}))).toMatchObject({ above: '书记', main: '周禾', member: 'm1', held })
  const { held: now, past } = partsOf([post({}), post({ to: '2026-11-25' })], '2026-11-25')
  expect(now).toMatchObject([{ above: '东关村党支部', main: '书记', member: null }])
  expect(past.map((line) => line.held)).toEqual(['2024年7月1日至2026年11月25日，选举产生'])
})

test('a remark names its clause', () => {
  const remarks = [{ rule: 'R-BR-11', cites: '条例第八条', says: '批复还没有登记' }]
  expect(lineOf(post({ remarks })).remarks).toEqual(['批复还没有登记（依据：条例第八条）'])
})

test('a post that ends on a later day is held until then', () => {
  const leaving = post({ to: '2026-12-01' })
  expect(partsOf([leaving], '2026-11-25').held).toHaveLength(1)
  expect(partsOf([leaving], '2026-12-01').held).toHaveLength(0)
})

test('members know officers by name, post and since when', () => {
  const line = lineOfOfficer({ kind: 'secretary', name: '周禾', from: '2024-07-01' })
  expect(line).toMatchObject({ above: '书记', main: '周禾', member: null, held: '2024年7月1日起' })
})

test('a vacancy is of the post that leads', () => {
  expect(vacantIn('branch', [])).toBe('书记')
  expect(vacantIn('branch', [post({})])).toBeNull()
  expect(vacantIn('group', [post({})])).toBe('党小组组长')
})

test('what is not of the officers is folded, and says how much it is', () => {
  const liaison = post({ kind: 'liaison', group: 'dispatched' })
  const volunteers = [1, 2].map(() => post({ kind: 'volunteer', group: 'pool' }))
  expect(asideOf([post({}), liaison, ...volunteers]).map(({ words }) => words)).toEqual([
    '选派 · 1 个职务',
    '队伍 · 2 人',
  ])
})

test('what is held is read aloud, and nothing where nothing is', () => {
  expect(postsSpoken([post({})], '2026-11-25')[0]?.facts).toEqual([
    { name: '书记', value: '东关村党支部，2024年7月1日起，选举产生' },
  ])
  expect(postsSpoken([post({ to: '2026-01-01' })], '2026-11-25')).toEqual([])
})
