import type { FilterSource, KeptFilter } from '../exchange/filter-source'
import { randomKey } from '../key'
import { Problem } from '../problem'
import { shelfHere } from './outbox'

const LONGEST_NAME = 30
const MOST = 50

/**
 * Filters of a list, such as that of meetings, under names. The server keeps those of registers, whose lists are
 * exported and counted with them; these lie on this device, with their account.
 */
export function filtersHere(
  account: string,
  words: (filter: Record<string, string>) => string[],
  shelf: Pick<Storage, 'getItem' | 'setItem'> = shelfHere,
  list = 'meeting',
): FilterSource {
  const place = `sunmao.${list}-filters/${account}`

  function read(): KeptFilter[] {
    try {
      const kept: unknown = JSON.parse(shelf.getItem(place) ?? '[]')
      return Array.isArray(kept) ? (kept as KeptFilter[]) : []
    } catch {
      return []
    }
  }

  function write(kept: readonly KeptFilter[]) {
    try {
      shelf.setItem(place, JSON.stringify(kept))
    } catch {
      throw refused('这台设备上存不下，请先删除不用的筛选')
    }
  }

  function save(sent: string, filter: Record<string, string>) {
    const kept = read()
    const name = sent.trim()
    if (name === '' || name.length > LONGEST_NAME) {
      throw refused(`请起一个 ${LONGEST_NAME} 个字以内的名称`)
    }
    if (kept.some((it) => it.name === name)) throw refused('您已经有一个同名的筛选，请换一个名称')
    if (kept.length >= MOST) throw refused(`最多保存 ${MOST} 个筛选，请先删除不用的`)
    write([...kept, { id: randomKey(), name, filter, words: [] }])
  }

  return {
    list: () => Promise.resolve(read().map((it) => ({ ...it, words: words(it.filter) }))),
    save: async (name, filter) => save(name, filter),
    remove: async (id) => write(read().filter((it) => it.id !== id)),
  }
}

const refused = (detail: string) => new Problem(400, { title: '没有保存', detail })
