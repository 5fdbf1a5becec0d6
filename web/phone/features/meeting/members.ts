import { legible } from '@core/format'
import { member, membersOf } from '@core/member/api'
import type { Finder } from '../../kit/finder'

/** Members of the organization that meets; once something is typed, of all within one's scope. */
export function membersOfOrBelow(organization: string): Finder {
  return {
    hint: '姓名、拼音或首字母，如 zs',
    async find(q, signal) {
      const whose = q === '' ? organization : null
      const { items } = await membersOf({ organization: whose, q }, 'name', null, signal)
      return items.map((it) => ({
        value: it.id,
        name: it.name,
        detail: it.organization.id === organization ? '' : legible(it.organization.name),
      }))
    },
    nameOf: async (id) => (await member(id)).name,
  }
}
