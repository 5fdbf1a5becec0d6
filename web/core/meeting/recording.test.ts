import { expect, test } from 'vitest'
import type { DuePerson, Proposal } from './api'
import {
  ANY_DAY,
  countsOf,
  countWords,
  faultsOf,
  inFavourOf,
  proposedOf,
  recordingOf,
  saidOf,
  typedOf,
  voteFault,
  votersOf,
  type VoteEntry,
} from './recording'

const person = (member: string, more: Partial<DuePerson> = {}): DuePerson => ({
  member,
  name: `党员${member}`,
  status: 'full',
  exempt: null,
  floating: false,
  group: null,
  ...more,
})

const old = { rule: 'R-EDU-07', says: '年老体弱，不作硬性要求' }

const proposal: Proposal = {
  type: 'theme-day',
  typeName: '主题党日',
  form: null,
  on: '2026-11-20',
  begins: '19:30:00',
  minutes: 90,
  topic: '学习',
  place: '村委会',
  chair: { member: '1', name: '党员1' },
  recorder: { member: '2', name: '党员2' },
  due: [
    person('1'),
    person('2'),
    person('3', { status: 'probationary' }),
    person('4', { exempt: old }),
    person('5', { floating: true }),
  ],
  hosted: [{ member: '9', name: '党员9' }],
  reasons: [],
  agenda: [
    { key: 'oath', title: '重温入党誓词', required: true, done: true, text: null },
    { key: 'dues', title: '交纳党费', required: true, done: false, text: null },
  ],
  birthdays: [],
  quorum: null,
  late: false,
  clashes: [],
  planned: null,
  lectures: [],
  types: [],
}

const vote = (more: Partial<VoteEntry> = {}): VoteEntry => ({
  matter: '评星定级',
  against: 0,
  abstained: 0,
  written: 0,
  secret: false,
  rule: null,
  ...more,
})

test('everybody is thought to have come but who lives elsewhere or is not held to it', () => {
  const it = proposedOf(proposal)
  expect(it.away).toEqual({ '4': null, '5': 'away' })
  const count = countsOf(proposal, it)
  expect(count).toEqual({ due: 5, present: 3, distant: 0, excused: 1, absent: 0, exempt: 1 })
  expect(countWords(count)).toBe('应到 5 人，实到 3 人（请假 1，不作硬性要求 1）')
})

test('whoever leads it was there, wherever they live', () => {
  const chair = { member: '5', name: '党员5' }
  expect(proposedOf({ ...proposal, chair }).away).toEqual({ '4': null })
})

test('counts always come to all who were due', () => {
  const marks = [undefined, null, 'ill']
  for (const one of marks) {
    for (const other of marks) {
      const away = Object.fromEntries(
        [
          ['1', one],
          ['4', other],
        ].filter(([, mark]) => mark !== undefined),
      ) as Record<string, string | null>
      const count = countsOf(proposal, recordingOf(proposal, { away }))
      const { due, present, excused, absent, exempt } = count
      expect(present + excused + absent + exempt).toBe(due)
    }
  }
})

test('of who is not due on another day nothing remains', () => {
  const typed = { away: { '1': 'ill', gone: 'ill' }, distant: ['1', '2', 'gone'], hosted: ['x'] }
  const it = recordingOf(proposal, typed)
  expect(it.away).toEqual({ '1': 'ill' })
  expect(it.distant).toEqual(['2'])
  expect(it.hosted).toEqual([])
})

test('only full members who came vote, and all of them are counted', () => {
  const it = recordingOf(proposal, {})
  expect(votersOf(proposal, it)).toEqual({ due: 4, present: 2 })
  expect(inFavourOf(vote({ against: 1 }), 2)).toBe(1)
  expect(voteFault(vote({ against: 2, abstained: 1 }), { due: 4, present: 2 })).toContain('2 票')
  expect(voteFault(vote({ written: 3 }), { due: 4, present: 2 })).toContain('2 人')
  expect(voteFault(vote({ matter: ' ' }), { due: 4, present: 2 })).toBe('请写明表决的是什么')
  expect(voteFault(vote({ written: 2 }), { due: 4, present: 2 })).toBeNull()
})

test('what is typed comes back from what was said, and no name goes with it', () => {
  const typed = {
    away: { '1': 'ill', '3': null },
    begins: '9：05',
    record: ' 学了新章程 ',
    votes: [vote({ against: 1 })],
    agenda: { dues: true },
  }
  const said = saidOf(proposal, recordingOf(proposal, typed))
  expect(said).toMatchObject({ begins: '09:05', record: '学了新章程', minutes: 90 })
  expect(said.agenda.map(({ done }) => done)).toEqual([true, true])
  expect(said.votes).toMatchObject([{ inFavour: 2, against: 1, abstained: 0, written: 0 }])
  expect(JSON.stringify(said)).not.toContain('党员1')
  const again = saidOf(proposal, recordingOf(proposal, typedOf(said)))
  expect(again).toEqual(said)
})

test('what is missing is said at its field', () => {
  const it = recordingOf(proposal, { topic: ' ', minutes: 'x', begins: '25:00' })
  expect(Object.keys(faultsOf(proposal, it, '2026-11-27'))).toEqual(['topic', 'minutes', 'begins'])
  const tomorrow = recordingOf(proposal, { on: '2026-11-28' })
  expect(faultsOf({ ...proposal, late: true }, tomorrow, '2026-11-27')).toEqual({
    on: '请填写今天或以前的日期',
    reason: '补录请写明原因',
  })
})

test('of what is only called the day may be still to come', () => {
  const called = { ...proposedOf(proposal), on: '2026-12-24' }
  expect(faultsOf(proposal, called, '2026-11-27').on).toBe('请填写今天或以前的日期')
  expect(faultsOf(proposal, called, ANY_DAY)).toEqual({})
})
