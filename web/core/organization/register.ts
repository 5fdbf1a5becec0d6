import type { Register } from '../edit'
import { changeOrganization, createOrganization, type OrganizationDetail } from './api'
import { organizationFields } from './fields'

/** The register of organizations as the forms write it. */
export const organizations: Register<OrganizationDetail> = {
  name: 'organizations',
  fields: organizationFields,
  create: createOrganization,
  change: changeOrganization,
}
