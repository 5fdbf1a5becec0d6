import type { Session } from '@core/session'

export interface Destination {
  name: string
  to: string
}

/** A destination is marked on its own page and on those below it; home has none below. */
export function isHere({ to }: Destination, path: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`))
}

/** Where the rights of a session lead; whatever they do not open is not shown. */
export function destinations({ rights, member }: Session): Destination[] {
  const to: Destination[] = [{ name: '今天要办', to: '/' }]
  if (rights.includes('organizations:read')) {
    to.push({ name: '党组织', to: '/organizations' }, { name: '单位', to: '/bodies' })
  }
  if (rights.includes('members:read')) to.push({ name: '党员', to: '/members' })
  else if (rights.includes('member:read-own') && member !== null) {
    to.push({ name: '我的信息', to: `/members/${member}` })
  }
  return to
}
