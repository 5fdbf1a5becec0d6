import { formatNumber } from '@core/format'
import type {
  Counts,
  Heading,
  ImportItem,
  ImportState,
  ImportView,
  Only,
  ProblemKind,
  RosterKind,
  RowSearch,
  RowView,
  WorkProgress,
} from './api'

export const stateWords: Record<ImportState, string> = {
  previewing: '正在核对',
  previewed: '等您确认',
  committing: '正在写入',
  committed: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
  rejected: '文件未接受',
  discarded: '已放弃',
}

/** The look of a state: done, due, late, or neutral. Its word says the same. */
export function toneOf(state: ImportState): 'done' | 'due' | 'late' | 'neutral' {
  if (state === 'committed') return 'done'
  if (state === 'previewed') return 'due'
  return state === 'rejected' ? 'late' : 'neutral'
}

export function isWorking(state: ImportState): boolean {
  return state === 'previewing' || state === 'committing' || state === 'undoing'
}

/** What has come of work that was waited for, in the state in which it rests. */
export function restWords(state: ImportState): string {
  if (state === 'previewed') return '核对完成，请查看结果'
  if (state === 'committed') return '导入结束，请查看结果'
  if (state === 'undone') return '已撤销，请查看结果'
  return state === 'rejected' ? '这个文件不能导入' : ''
}

/** What each roster is for, in a sentence. */
export const kindWords: Record<RosterKind, { name: string; says: string }> = {
  organization: {
    name: '党组织',
    says: '党委、党总支、党支部：没有的登记进来，已有的按全称和上级核对、修改。',
  },
  body: { name: '单位', says: '村、社区、机关、企业等单位，和它们归哪个党组织管。' },
  member: {
    name: '党员',
    says: '按公民身份号码认人；没有号码的按姓名、出生日期和党组织，认不准的会先问您。',
  },
  officer: { name: '任职', says: '书记、委员等职务由谁担任、从哪一天起。' },
  admission: {
    name: '发展党员',
    says: '一人一行，写明入党各步的日期；与规定不符的照实导入，再写明原因报上级审签。',
  },
}

const n = formatNumber
const told = (parts: (string | false)[]) => parts.filter(Boolean).join('，')

/** What an import has come to, in one line of a list. */
export function outcomeOf({ state, counts }: ImportItem): string {
  switch (state) {
    case 'previewed':
      return told([
        `共 ${n(counts.rows)} 行`,
        `可导入 ${n(counts.valid)}`,
        counts.failed > 0 && `有误 ${n(counts.failed)}`,
        counts.questions > 0 && `待回答 ${n(counts.questions)}`,
      ])
    case 'committed':
      return told([
        `写入 ${n(counts.written)} 行`,
        outOf(counts) > 0 && `没有导入 ${n(outOf(counts))} 行`,
      ])
    case 'undone':
      return told([`撤销 ${n(counts.undone)} 行`, counts.left > 0 && `保留 ${n(counts.left)} 行`])
    case 'rejected':
      return '登记册没有任何改动'
    default:
      return counts.rows > 0 ? `共 ${n(counts.rows)} 行` : ''
  }
}

/** Rows that were to be written and were not. */
export function outOf(counts: Counts): number {
  return Math.max(0, counts.rows - counts.written - counts.same)
}

/** In hundredths, or null where it cannot be told how much there is to do. */
export function shareOf(progress: WorkProgress | null): number | null {
  if (progress === null || progress.total <= 0) return null
  return Math.min(100, Math.floor((100 * progress.done) / progress.total))
}

/** How far the work has come, in words; never a number that is not known. */
export function progressWords(progress: WorkProgress | null): string {
  if (progress === null) return '正在处理'
  const { step, done, total } = progress
  if (total > 0) return `${step}：${n(Math.min(done, total))} / ${n(total)} 行`
  return done > 0 ? `${step}：已读 ${n(done)} 行` : step
}

export interface Filter {
  only: Only
  words: string
  rows: number
}

/** Which rows can be looked at apart. What there is none of is not offered, but for all. */
export function filtersOf({ state, counts, fault }: ImportView): Filter[] {
  const all: Filter = { only: 'all', words: '全部', rows: counts.rows }
  const left: Filter = { only: 'left', words: '导入后又有变化', rows: counts.left }
  const failed: Filter = { only: 'failed', words: '有误', rows: counts.failed }
  const questions: Filter = { only: 'questions', words: '待回答', rows: counts.questions }
  const warnings: Filter = { only: 'warnings', words: '提醒', rows: counts.warnings }
  const valid: Filter = { only: 'valid', words: '可导入', rows: counts.valid }
  const asked =
    state === 'undone'
      ? [left]
      : state === 'committed'
        ? [...(fault?.code === CHANGED_SINCE ? [left] : []), failed, questions, warnings]
        : [failed, questions, warnings, valid]
  return [...asked.filter(({ rows }) => rows > 0), all]
}

/** Undoing came to nothing because others changed rows meanwhile. */
export const CHANGED_SINCE = 'changed-since'

/** Where the eye should be first: what is to be mended, then what is to be answered. */
export function firstFilter(it: ImportView): Only {
  return filtersOf(it)[0]?.only ?? 'all'
}

/** Kinds of warnings that nobody has confirmed. */
export function unconfirmed(kinds: readonly ProblemKind[]): ProblemKind[] {
  return kinds.filter(({ level, settled }) => level === 'warning' && !settled)
}

/** At most so many rows have a warning that nobody has confirmed: a row may have several. */
export function unconfirmedRows({ kinds, counts }: Pick<ImportView, 'kinds' | 'counts'>): number {
  const sum = unconfirmed(kinds).reduce((rows, kind) => rows + kind.rows, 0)
  return Math.min(sum, counts.warnings)
}

/** Exactly what will happen when it is committed. */
export function consequences({ counts, kindLabel }: Pick<ImportView, 'counts' | 'kindLabel'>) {
  const out = counts.failed + counts.questions
  return [
    `新登记${kindLabel} ${n(counts.made)} 条`,
    `修改 ${n(counts.changed)} 条`,
    ...(counts.same > 0 ? [`${n(counts.same)} 条与登记册一致，不用改`] : []),
    ...(out > 0 ? [`${n(out)} 行有误或待回答，这次不导入，可以下载改好后再导入`] : []),
  ]
}

/** Whether anything would be written. */
export function writesAnything({ made, changed }: Counts): boolean {
  return made + changed > 0
}

/** The words for how a row stands, and whether it stands well. */
export function rowWords(
  { state, problems }: RowView,
  undone = false,
): { words: string; tone: 'done' | 'due' | 'late' | 'neutral' } {
  switch (state) {
    case 'failed':
      return { words: '有误', tone: 'late' }
    case 'asked':
      return { words: '待回答', tone: 'due' }
    case 'left':
      return { words: '保留', tone: 'due' }
    case 'written':
      return undone ? { words: '已撤销', tone: 'neutral' } : { words: '已写入', tone: 'done' }
    default: {
      const open = problems.some(({ level, settled }) => level === 'warning' && !settled)
      const what = { made: '新登记', changed: '修改', same: '一致' }[state]
      return { words: open ? `${what}，有提醒` : what, tone: open ? 'due' : 'neutral' }
    }
  }
}

const FAULTS = '错误'
const LEADING = 4
const USUAL = 7

/** Whether a column of the file can stand for anything; that of faults is ours and means nothing. */
export function isColumn({ heading }: Heading): boolean {
  return heading.trim() !== '' && heading !== FAULTS
}

/**
 * The columns worth showing of some rows: by which one knows them, and those with something to be
 * said of; as many more as there is room for.
 */
export function columnsShown(
  headings: readonly Heading[],
  rows: readonly RowView[],
  usual = USUAL,
): Heading[] {
  const taken = headings.filter(({ field }) => field !== null)
  const spoken = new Set(rows.flatMap(({ problems }) => problems.map(({ field }) => field)))
  const wanted = taken.filter(({ field }, at) => at < LEADING || spoken.has(field))
  const more = taken.filter((heading) => !wanted.includes(heading))
  const shown = [...wanted, ...more.slice(0, Math.max(0, usual - wanted.length))]
  return shown.sort((a, b) => a.column - b.column)
}

/** The fields of a row in the order in which they are to be looked at: what is wrong stands first. */
export function fieldsOf(headings: readonly Heading[], row: RowView): Heading[] {
  const columns = headings.filter((it) => isColumn(it) && it.field !== null)
  const faulty = columns.filter(({ field }) => row.problems.some((it) => it.field === field))
  return [...faulty, ...columns.filter((it) => !faulty.includes(it))]
}

/** 1536 → 1.5 KB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1024 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}

const MOST_BYTES = 100 * 1024 * 1024

/** What can be seen of a file without opening it, or null. The server looks inside. */
export function faultOfFile({ name, size }: { name: string; size: number }): string | null {
  if (/\.xls$/i.test(name)) return '这是旧版 Excel 文件，请用 Excel 或 WPS 另存为 .xlsx 再选'
  if (!/\.(xlsx|csv)$/i.test(name)) return '请选择 .xlsx 或 .csv 文件'
  if (size === 0) return '这个文件是空的，请检查后再选'
  if (size > MOST_BYTES) return `文件有 ${formatSize(size)}，超过 100 MB，请分成几个文件导入`
  return null
}

/** Where the next row to be mended is looked for: among those one looks at, or all that are wrong. */
export function nextSearch(search: RowSearch): RowSearch {
  const usual = search.only === 'all' || search.only === 'valid'
  return usual && search.kind === null ? { only: 'failed', kind: null } : search
}

/** Where the way to the rows of a kind of problems stands. */
export function lookId({ level, code, field }: Pick<ProblemKind, 'level' | 'code' | 'field'>) {
  return ['look', level, code, field ?? ''].join('-')
}
