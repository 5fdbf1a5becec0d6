import type { Register } from '../edit'
import { changeAnswering, changeMember, createMember, type MemberCard } from './api'
import { memberFields } from './fields'

/** The register of members as both entries write it. */
export const members: Register<MemberCard> = {
  name: 'members',
  fields: memberFields,
  create: createMember,
  change: changeMember,
}

/** The same, for a change that answers a correction request. */
export function membersAnswering(request: string): Register<MemberCard> {
  return { ...members, change: changeAnswering(request) }
}
