import { asOf } from '../as-of'

/** Which duties stand behind a number: the address of their list on this entry. */
export interface Behind {
  organization: string
  name?: string
  state?: string
  light?: string
  month?: string
}

export function dutiesBehind(behind: Behind) {
  return { path: '/duties', query: { ...behind, ...(asOf.value && { asOf: asOf.value }) } }
}

/** How each number of a board is asked for in the list of duties. */
export const filters = {
  late: { state: 'late' },
  red: { light: 'red' },
  yellow: { light: 'yellow' },
  contested: { state: 'contested' },
  open: { state: 'open' },
  waived: { state: 'waived' },
  met: { state: 'met' },
  exceptions: { state: 'late,contested' },
} as const
