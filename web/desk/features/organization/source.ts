import { findOrganizations, organization, organizationsBelow } from '@core/organization/api'
import type { TreeSource } from '../../kit/tree/source'

/** The tree of Party organizations. */
export const organizationSource: TreeSource = {
  thing: '党组织',
  name: '组织树',
  kinds: 'organizationKind',
  hint: '名称、拼音或首字母，如 dgc',
  below: organizationsBelow,
  one: organization,
  find: findOrganizations,
  page: (id) => ({ name: 'organizations', params: { id } }),
}
