import type { RoleInWords, Top } from '@core/access/grants'
import type { Role } from '@core/session'

const officers = ['county-officer', 'township-officer', 'supervisor', 'secretary']

/** The roles somebody of a role may ask for: none wider than one's own; the rest is the server's. */
export function rolesToAskFor(
  own: Role,
  roles: readonly RoleInWords[],
  top: Top | null,
): RoleInWords[] {
  if (own === 'system-admin') {
    return roles.filter(
      ({ code, administrates }) =>
        administrates || (code === 'county-officer' && top !== null && !top.officer),
    )
  }
  const widest = officers.indexOf(own)
  return roles.filter(({ code }) => widest >= 0 && officers.indexOf(code) >= widest)
}
