import { expect, test } from 'vitest'
import type { Counts, Heading, ImportState, ImportView, ProblemKind, RowView } from './api'
import {
  columnsShown,
  consequences,
  faultOfFile,
  fieldsOf,
  filtersOf,
  firstFilter,
  formatSize,
  isWorking,
  nextSearch,
  outcomeOf,
  outOf,
  progressWords,
  rowWords,
  shareOf,
  unconfirmedRows,
} from './state'

const none: Counts = {
  rows: 0,
  valid: 0,
  failed: 0,
  warnings: 0,
  questions: 0,
  made: 0,
  changed: 0,
  same: 0,
  written: 0,
  undone: 0,
  left: 0,
}

function viewOf(state: ImportState, counts: Partial<Counts>, more: Partial<ImportView> = {}) {
  const view: ImportView = {
    id: 'i1',
    kind: 'member',
    kindLabel: '党员',
    fileName: '蔚汾镇党员名册.xlsx',
    size: 1,
    state,
    counts: { ...none, ...counts },
    progress: null,
    fault: null,
    notices: [],
    headings: [],
    lacking: [],
    unmapped: [],
    kinds: [],
    by: '周禾',
    at: '2026-11-26T02:00:00Z',
    previewedAt: null,
    committedAt: null,
    undoneAt: null,
    undoUntil: null,
    interrupted: false,
    organization: { id: 'o1', name: '中共兴县委员会' },
    ...more,
  }
  return view
}

const warning = (code: string, rows: number, settled = false): ProblemKind => ({
  level: 'warning',
  code,
  field: null,
  label: null,
  says: '',
  rows,
  settled,
})

const heading = (column: number, field: string | null, name = `${field}`): Heading => ({
  column,
  heading: name,
  field,
  label: field,
  remembered: false,
})

const rowOf = (state: RowView['state'], fields: string[] = [], settled = false): RowView => ({
  row: 2,
  state,
  cells: [],
  problems: fields.map((field) => ({
    row: 2,
    field,
    label: field,
    level: state === 'failed' ? 'error' : 'warning',
    code: 'c',
    message: '',
    rule: null,
    settled,
  })),
  answer: 'none',
  left: null,
})

test('what is to be mended is looked at first, then what is to be answered', () => {
  expect(firstFilter(viewOf('previewed', { rows: 9, failed: 2, questions: 1 }))).toBe('failed')
  expect(firstFilter(viewOf('previewed', { rows: 9, questions: 1, valid: 8 }))).toBe('questions')
  expect(firstFilter(viewOf('previewed', { rows: 9, valid: 9 }))).toBe('valid')
  expect(firstFilter(viewOf('previewed', {}))).toBe('all')
})

test('after a commit one looks at what stayed out, after undoing at what was left', () => {
  const committed = viewOf('committed', { rows: 9, failed: 2, valid: 7, written: 7 })
  expect(filtersOf(committed).map(({ only }) => only)).toEqual(['failed', 'all'])
  const changed = { code: 'changed-since', message: '' }
  const abandoned = viewOf('committed', { rows: 9, written: 9, left: 2 }, { fault: changed })
  expect(firstFilter(abandoned)).toBe('left')
  expect(firstFilter(viewOf('undone', { rows: 9, undone: 7, left: 2 }))).toBe('left')
  expect(firstFilter(viewOf('undone', { rows: 9, undone: 9 }))).toBe('all')
})

test('a list says in one line what each has come to', () => {
  const counts = { rows: 1200, valid: 1100, failed: 90, questions: 10 }
  expect(outcomeOf(viewOf('previewed', counts))).toBe(
    '共 1,200 行，可导入 1,100，有误 90，待回答 10',
  )
  const written = { rows: 1200, written: 1000, same: 100 }
  expect(outcomeOf(viewOf('committed', written))).toBe('写入 1,000 行，没有导入 100 行')
  expect(outcomeOf(viewOf('undone', { undone: 5 }))).toBe('撤销 5 行')
  expect(outcomeOf(viewOf('rejected', {}))).toBe('登记册没有任何改动')
})

test('rows that stand as the file says count neither as written nor as left out', () => {
  expect(outOf({ ...none, rows: 10, written: 6, same: 3 })).toBe(1)
  expect(outOf({ ...none, rows: 10, written: 7, same: 3 })).toBe(0)
})

test('progress tells no number that is not known', () => {
  expect(shareOf(null)).toBeNull()
  expect(shareOf({ step: '读取文件', done: 5000, total: 0 })).toBeNull()
  expect(shareOf({ step: '写入', done: 199, total: 200 })).toBe(99)
  expect(shareOf({ step: '写入', done: 210, total: 200 })).toBe(100)
  expect(progressWords(null)).toBe('正在处理')
  expect(progressWords({ step: '等待', done: 0, total: 0 })).toBe('等待')
  expect(progressWords({ step: '读取文件', done: 5000, total: 0 })).toBe('读取文件：已读 5,000 行')
  expect(progressWords({ step: '核对', done: 5000, total: 9000 })).toBe('核对：5,000 / 9,000 行')
  expect(['previewing', 'previewed', 'undoing'].map((it) => isWorking(it as ImportState))).toEqual([
    true,
    false,
    true,
  ])
})

test('before a commit it is said what is made, changed and stays out', () => {
  const all = { made: 5, changed: 3, same: 2, failed: 1, questions: 1 }
  expect(consequences(viewOf('previewed', all))).toEqual([
    '新登记党员 5 条',
    '修改 3 条',
    '2 条与登记册一致，不用改',
    '2 行有误或待回答，这次不导入，可以下载改好后再导入',
  ])
  expect(consequences(viewOf('previewed', { made: 1 }))).toHaveLength(2)
})

test('of warnings only those nobody confirmed are asked for, and no more rows than have any', () => {
  const kinds = [warning('sex', 4), warning('born', 5), warning('old', 90, true)]
  expect(unconfirmedRows(viewOf('previewed', { warnings: 7 }, { kinds }))).toBe(7)
  expect(unconfirmedRows(viewOf('previewed', { warnings: 99 }, { kinds }))).toBe(9)
  expect(unconfirmedRows(viewOf('previewed', { warnings: 3 }, { kinds: [kinds[2]!] }))).toBe(0)
})

test('a row with a warning stands well once it is confirmed', () => {
  expect(rowWords(rowOf('made', ['sex']))).toEqual({ words: '新登记，有提醒', tone: 'due' })
  expect(rowWords(rowOf('made', ['sex'], true))).toEqual({ words: '新登记', tone: 'neutral' })
  expect(rowWords(rowOf('failed', ['sex'])).tone).toBe('late')
  expect(rowWords(rowOf('written')).words).toBe('已写入')
  expect(rowWords(rowOf('written'), true).words).toBe('已撤销')
})

test('of a wide file those columns are shown that say who it is and what is wrong', () => {
  const headings = [
    heading(0, null, '序号'),
    ...Array.from({ length: 20 }, (_, at) => heading(at + 1, `f${at}`)),
  ]
  const shown = columnsShown(headings, [rowOf('failed', ['f19'])]).map(({ field }) => field)
  expect(shown).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f19'])
  expect(columnsShown(headings.slice(0, 3), [])).toHaveLength(2)
})

test('in the form of a row what is wrong stands first, and what is not taken does not stand', () => {
  const headings = [heading(0, 'name'), heading(1, null, '错误'), heading(2, 'sex')]
  expect(fieldsOf(headings, rowOf('failed', ['sex'])).map(({ column }) => column)).toEqual([2, 0])
})

test('the next row is looked for where one looks, and from the whole list among what is wrong', () => {
  expect(nextSearch({ only: 'all', kind: null })).toEqual({ only: 'failed', kind: null })
  const questions = { only: 'questions', kind: null } as const
  expect(nextSearch(questions)).toBe(questions)
  const kind = { only: 'all', kind: warning('sex', 2) } as const
  expect(nextSearch(kind)).toBe(kind)
})

test('a file that cannot be one is refused before it is sent', () => {
  const fault = (name: string, size = 10) => faultOfFile({ name, size })
  expect(fault('名册.xlsx')).toBeNull()
  expect(fault('名册.CSV')).toBeNull()
  expect(fault('名册.xls')).toContain('另存为 .xlsx')
  expect(fault('名册.docx')).toContain('.xlsx 或 .csv')
  expect(fault('名册.csv', 0)).toContain('空的')
  expect(fault('名册.csv', 101 * 1024 * 1024)).toContain('101.0 MB')
  expect([100, 2048, 20480, 5 * 1024 * 1024].map(formatSize)).toEqual([
    '100 B',
    '2.0 KB',
    '20 KB',
    '5.0 MB',
  ])
})
