import { nextTick } from 'vue'
import { START_LOCATION, type RouteLocationNormalized } from 'vue-router'

let origin: Element | null | undefined
let staying = false

/** For the next navigation the focus stays where it is, as when walking through the tree. */
export function keepFocus(): void {
  staying = true
}

/** Remembers where the focus stood when a navigation began; the first page leaves it to the browser. */
export function beginNavigation(
  _to: RouteLocationNormalized,
  from: RouteLocationNormalized,
): boolean {
  origin = from === START_LOCATION || staying ? undefined : document.activeElement
  staying = false
  return true
}

/**
 * Moves the focus to the heading of the page arrived at, so that a screen reader says where one
 * is; not if the person has meanwhile begun something else.
 */
export function arriveAt(heading: HTMLElement): void {
  const here = document.activeElement
  if (origin === undefined || (here !== document.body && here !== origin)) return
  origin = undefined
  heading.focus({ preventScroll: true })
}

/** Where what was pressed removes itself, the focus goes on from here and not from the body. */
export async function focusOn(id: string): Promise<void> {
  await nextTick()
  document.getElementById(id)?.focus()
}

/** As above, where a whole form has changed: its page begins anew. */
export async function focusHeading(): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>('main h1')?.focus()
}
