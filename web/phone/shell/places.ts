import type { Session } from '@core/session'

export interface Place {
  /** Two characters, so that four of them fit side by side even in the largest text. */
  word: string
  /** What it says when there is room, or when it is read aloud. */
  name: string
  to: string
}

/** Where the rights of a session lead; whatever they do not open is not shown. */
export function placesOf({ rights, organization, role }: Session): Place[] {
  const places: Place[] = [{ word: '今天', name: '今天要办', to: '/' }]
  if (rights.includes('members:read'))
    places.push({ word: '党员', name: '党员名册', to: '/members' })
  if (role === 'applicant') {
    places.push({ word: '进程', name: '我的入党进程', to: '/admission' })
  } else if (organization !== null) {
    const name = nameOfOwn(organization)
    places.push({ word: name.slice(-2), name, to: '/organization' })
  }
  places.push({ word: '我的', name: '我的信息', to: '/mine' })
  return places
}

/** Most people's organization is a branch, and they call it one. */
export function nameOfOwn({ name }: { name: string }): string {
  return /支部$/.test(name) ? '我的党支部' : '我的党组织'
}
