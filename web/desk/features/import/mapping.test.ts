import { expect, test } from 'vitest'
import type { Heading, RosterColumn } from './api'
import {
  chosen,
  fieldsFrom,
  headingsToSay,
  keyOf,
  lackingIn,
  unknownHeadings,
  valuesToSay,
} from './mapping'

const heading = (column: number, name: string, field: string | null, remembered = false) =>
  ({ column, heading: name, field, label: field, remembered }) satisfies Heading

const headings = [
  heading(0, '序号', null, true),
  heading(1, '姓名', 'name'),
  heading(2, '证件', null),
  heading(3, '备注', null),
  heading(4, '', null),
  heading(5, '错误', null),
]
const column = (field: string, required: boolean): RosterColumn => ({
  field,
  label: field,
  required,
  table: null,
  note: null,
})
const columns = [column('name', true), column('citizenNumber', true), column('mobile', false)]

test('only headings nobody has said anything of are unknown', () => {
  expect(unknownHeadings(headings).map((it) => it.heading)).toEqual(['证件', '备注'])
})

test('of one field there is one column', () => {
  const fields = chosen(fieldsFrom(headings), 2, 'name')
  expect(fields[2]).toBe('name')
  expect(fields[1]).toBeNull()
})

test('two columns may both not be taken', () => {
  const fields = chosen(chosen(fieldsFrom(headings), 1, null), 2, null)
  expect([fields[1], fields[2]]).toEqual([null, null])
})

test('required columns are asked for until a column stands for them', () => {
  const lacking = (fields: ReturnType<typeof fieldsFrom>) =>
    lackingIn(fields, columns).map(({ field }) => field)
  expect(lacking(fieldsFrom(headings))).toEqual(['citizenNumber'])
  expect(lacking(chosen(fieldsFrom(headings), 2, 'citizenNumber'))).toEqual([])
})

test('what is said is what was changed, and that unknown columns are not taken', () => {
  const fields = chosen(fieldsFrom(headings), 2, 'citizenNumber')
  expect(headingsToSay(headings, fields)).toEqual([
    { column: 2, field: 'citizenNumber' },
    { column: 3, field: null },
  ])
  const known = headings.slice(0, 2)
  expect(headingsToSay(known, fieldsFrom(known))).toEqual([])
})

test('of values only those are said that a code was chosen for', () => {
  const unmapped = [
    { field: 'education', label: '学历', text: '大本', rows: 3 },
    { field: 'nation', label: '民族', text: '大本', rows: 1 },
  ]
  const codes = { [keyOf({ field: 'education', text: '大本' })]: '21' }
  expect(valuesToSay(unmapped, codes)).toEqual([{ field: 'education', text: '大本', code: '21' }])
})
