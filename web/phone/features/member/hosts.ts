import { findHosts } from '@core/member/hosts'
import type { Finder } from '../../kit/finder'

/** Finds the branch that hosts a floating member, also beyond one's own scope. */
export const hosts: Finder = {
  hint: '党组织名称的一部分，如 工业园区',
  async find(q, signal) {
    const items = await findHosts(q, signal)
    return items.map(({ id, name, above }) => ({ value: id, name, detail: above ?? '' }))
  },
  nameOf: () => Promise.resolve(null),
}
