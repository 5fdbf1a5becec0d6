import { findDivisions } from '@core/division'
import type { Finder } from '../../kit/finder'

/** Finds an administrative division, from the province down to the village. */
export const divisions: Finder = {
  hint: '地名或行政区划代码，如 兴县',
  async find(q, signal) {
    if (q === '') return []
    const items = await findDivisions(q, signal)
    return items.map(({ code, name, path }) => ({ value: code, name, detail: path }))
  },
  async nameOf(code) {
    const items = await findDivisions(code)
    return items.find((item) => item.code === code)?.name ?? null
  },
}
