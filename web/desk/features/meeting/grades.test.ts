import { expect, test } from 'vitest'
import type { MeetingView } from '@core/meeting/api'
import { capOf, gradeEntries, gradeFaults, gradeRows } from './grades'

const meeting = {
  roll: {
    due: [
      { member: 'm1', name: '周禾' },
      { member: 'm2', name: '李小满' },
      { member: 'm3', name: '王禾' },
    ],
  },
  grades: [{ member: 'm1', name: '周禾', excellent: 2, grade: 'excellent', toldOn: null }],
} as unknown as MeetingView

test('only what was entered is sent', () => {
  const rows = gradeRows(meeting, null)
  expect(rows.map(({ member }) => member)).toEqual(['m1', 'm2', 'm3'])
  expect(gradeEntries(rows)).toEqual([
    {
      member: 'm1',
      excellent: 2,
      qualified: null,
      basic: null,
      unqualified: null,
      grade: 'excellent',
      gap: null,
    },
  ])
})

test('whoever is on probation gets no grade', () => {
  const full = new Set(['m1', 'm3'])
  expect(gradeRows(meeting, full).map(({ member }) => member)).toEqual(['m1', 'm3'])
})

test('a third may be excellent, rounded down', () => {
  const [first, second, third] = gradeRows(meeting, null)
  const graded = (grade: string, row = second!) => ({ ...row, grade })
  expect(capOf([first!, graded('qualified'), graded('qualified', third)])).toMatchObject({
    most: 1,
    excellent: 1,
    over: false,
  })
  expect(capOf([first!, graded('qualified')]).over).toBe(true)
})

test('whoever falls short is told in what', () => {
  const rows = gradeRows(meeting, null).map((row) => ({ ...row, grade: 'basic' }))
  expect(gradeFaults(rows)['m1']).toContain('差在哪里')
  expect(gradeFaults([{ ...rows[0]!, gap: '学习不够', excellent: '二' }])).toEqual({
    m1: '票数请填整数',
  })
})
