/**
 * Where to go after signing in. Only an address of this entry: anything a browser could read as
 * another host (`//host`, `/\host`, `https:`) leads home instead.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/'
  return /^\/(sign-in|first|activate)/.test(next) ? '/' : next
}

/** The wall is an entry of its own: the router of the one where people sign in does not know it. */
export function isWall(next: string): boolean {
  return /^\/w\/(\?|$)/.test(next)
}
