import { label } from '@core/dictionary'
import { findOrganizations, organization } from '@core/organization/api'
import type { Finder } from '../../kit/finder'

/** Finds a Party organization within one's scope. */
export const organizations: Finder = {
  hint: '名称、拼音或首字母',
  async find(q, signal) {
    const { items } = await findOrganizations(q, null, signal)
    return items.map(({ id, name, kind }) => ({
      value: id,
      name,
      detail: label('organizationKind', kind),
    }))
  },
  nameOf: async (id) => (await organization(id)).name,
}
