/** Whether an entry of the navigation is marked: on its own pages and those below; home has none below. */
export function isHere(
  { to, also = [] }: { to: string; also?: readonly string[] },
  path: string,
): boolean {
  return [to, ...also].some((own) => path === own || (own !== '/' && path.startsWith(`${own}/`)))
}
