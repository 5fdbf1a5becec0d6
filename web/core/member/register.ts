import type { Register } from '../edit'
import { changeMember, createMember, type MemberCard } from './api'
import { memberFields } from './fields'

/** The register of members as both entries write it. */
export const members: Register<MemberCard> = {
  name: 'members',
  fields: memberFields,
  create: createMember,
  change: changeMember,
}
