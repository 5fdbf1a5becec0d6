import { expect, test } from 'vitest'
import type { StepField, TakenStep } from './api'
import { besideTold, faultsIn, saidOf, sheetOf } from './form'
import { ballotFaults, countedOf, newBallot, voteOf } from './vote'

const field = (change: Partial<StepField>): StepField => ({
  key: 'words',
  options: [],
  hint: '',
  max: 0,
  label: '谈话情况',
  kind: 'words',
  required: true,
  ...change,
})
const training = {
  fields: [
    field({ key: 'days', label: '天数', kind: 'number' }),
    field({ key: 'waived', label: '免训', kind: 'yes', required: false }),
    field({ key: 'contacts', label: '培养联系人', kind: 'members', max: 2 }),
    field({ key: 'scan', label: '附件', kind: 'file' }),
  ],
}

test('a form begins empty and asks for no file', () => {
  expect(sheetOf(training)).toEqual({ days: null, waived: null, contacts: [] })
})

test('what is missing is said by its name', () => {
  expect(faultsIn(training, sheetOf(training), null)).toEqual({
    on: '请填写完整的日期，如 2026-07-01',
    days: '请填写天数',
    contacts: '请选择培养联系人',
  })
})

test('figures are whole numbers, and no more people are named than may be', () => {
  const faults = faultsIn(
    training,
    { days: '三', waived: null, contacts: ['a', 'b', 'c'] },
    '2026-07-01',
  )
  expect(faults).toEqual({ days: '请填写整数', contacts: '最多选 2 人' })
})

test('what is sent has numbers as numbers, and nothing that was left empty', () => {
  const sheet = { days: '3', waived: null, contacts: ['a'] }
  expect(saidOf(training, sheet)).toEqual({ days: 3, contacts: ['a'] })
})

test('a question arises only by the answer to another', () => {
  const fields = [
    field({ key: 'outcome', kind: 'choice', label: '结果' }),
    field({ key: 'months', kind: 'number', label: '延长几个月' }),
  ]
  const on = '2026-07-01'
  expect(faultsIn({ fields }, { outcome: 'convert', months: null }, on)).toEqual({})
  expect(faultsIn({ fields }, { outcome: 'extend', months: null }, on)).toEqual({
    months: '请填写延长几个月',
  })
  expect(saidOf({ fields }, { outcome: 'convert', months: '6' })).toEqual({ outcome: 'convert' })
})

const voters = {
  due: ['a', 'b', 'c', 'd', 'e'].map((member) => ({ member, name: member, full: member !== 'e' })),
}

test('only full members vote, and who is excluded is neither due nor present', () => {
  const ballot = { ...newBallot(), excluded: { d: { reason: 'illness', consent: '镇党委同意' } } }
  expect(countedOf(voters, ballot)).toEqual({
    due: 3,
    present: 3,
    inFavour: 3,
    needed: 2,
    quorate: true,
    passed: true,
  })
})

test('more than half of those due must come and be in favour', () => {
  expect(countedOf(voters, { ...newBallot(), away: { a: '', b: '' } })).toMatchObject({
    present: 2,
    needed: 3,
    quorate: false,
    passed: false,
  })
  expect(countedOf(voters, { ...newBallot(), away: { a: '' }, against: 1 })).toMatchObject({
    quorate: true,
    passed: false,
  })
})

test('an opinion in writing counts as a vote and not as a presence', () => {
  const counted = countedOf(voters, { ...newBallot(), away: { a: '' }, written: 1, against: 1 })
  expect(counted).toMatchObject({ present: 3, inFavour: 3, passed: true })
})

test('an exclusion wants its class and the consent', () => {
  const excluded = { a: { reason: '', consent: '' }, b: { reason: 'abroad', consent: ' ' } }
  expect(ballotFaults(voters, { ...newBallot(), excluded })).toEqual({
    'vote/a': '请选不计入应到的情形',
    'vote/b': '请写明哪个上级党组织何时同意',
  })
  expect(ballotFaults(voters, { ...newBallot(), written: 1 })['vote/counts']).toContain('书面意见')
})

test('the ballot is sent with who was away and who does not count', () => {
  const ballot = {
    ...newBallot(),
    away: { a: 'sick', d: '' },
    excluded: { d: { reason: 'away', consent: ' 镇党委 ' } },
    against: 1,
  }
  expect(voteOf(voters, ballot)).toMatchObject({
    meeting: null,
    absent: [{ member: 'a', reason: 'sick' }],
    excluded: [{ member: 'd', reason: 'away', consent: '镇党委' }],
    inFavour: 1,
    against: 1,
  })
})

test('who notes when a resolution came reads which day the branch told, and when it did', () => {
  const received = field({ key: 'received', kind: 'day', hint: '照实写' })
  const submitted = { step: 'submit', on: '2026-03-01', at: '2026-03-05T02:00:00Z', late: true }
  const taken = [submitted] as TakenStep[]
  const [asked, other] = besideTold([received, field({})], taken)
  expect(asked?.hint).toMatch(
    /^支部填的是 2026年3月1日 报送，2026年3月5日 .+登记，是补录的。照实写$/,
  )
  expect(other?.hint).toBe('')
  expect(besideTold([received], [])).toEqual([received])
})
