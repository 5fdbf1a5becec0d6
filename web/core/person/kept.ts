import type { Fields, FieldTable } from './api'

/** Of whom a table tells, as the registry groups its tables. */
export const aboutWords: Record<string, string> = {
  member: '关于党员的信息',
  account: '关于账号使用人的信息',
  nobody: '党组织和系统运行的信息',
}

export interface Part {
  title: string
  tables: FieldTable[]
}

/** The registry in three parts; what holds nothing of anybody comes last. */
export function partsOf({ tables }: Fields): Part[] {
  return Object.entries(aboutWords).map(([about, title]) => ({
    title,
    tables: tables.filter((table) => table.about === about),
  }))
}

/** What concerns oneself, the record first: tables about people that have words for people. */
export function aboutOneself({ tables }: Fields): FieldTable[] {
  const rank = ({ table, about }: FieldTable) =>
    table.startsWith('member.') ? 0 : about === 'member' ? 1 : 2
  return tables
    .filter(({ about, groups }) => about !== 'nobody' && groups.length > 0)
    .sort((left, right) => rank(left) - rank(right))
}

export function found(tables: FieldTable[], words: string): FieldTable[] {
  const sought = words.trim()
  if (sought === '') return tables
  return tables.flatMap((table) => {
    if (table.title.includes(sought)) return [table]
    const groups = table.groups.filter((group) =>
      [group.title, group.purpose, group.basis, ...group.fields].some((it) => it.includes(sought)),
    )
    return groups.length > 0 ? [{ ...table, groups }] : []
  })
}
