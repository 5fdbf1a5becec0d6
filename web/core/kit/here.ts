/** Whether an entry of the navigation is marked: on its own pages and those below; home has none below. */
export function isHere(
  { to, also = [] }: { to: string; also?: readonly string[] },
  path: string,
): boolean {
  return [to, ...also].some((own) => path === own || (own !== '/' && path.startsWith(`${own}/`)))
}

/** Of entries beside one another the one whose page this is: the nearest, as one may lie below another. */
export function nearest<Entry extends { to: string; also?: readonly string[] }>(
  entries: readonly Entry[],
  path: string,
): Entry | null {
  const length = ({ to, also = [] }: Entry) =>
    Math.max(...[to, ...also].filter((own) => isHere({ to: own }, path)).map((own) => own.length))
  const here = entries.filter((entry) => isHere(entry, path))
  return here.sort((one, other) => length(other) - length(one))[0] ?? null
}
