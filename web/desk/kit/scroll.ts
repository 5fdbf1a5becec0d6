/** Scrolls the box an element stands in until it can be seen; the page itself stays where it is. */
export function bringIntoView(element: HTMLElement): void {
  const box = scrollingBox(element)
  if (box === null) return
  const outer = box.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  const bottom = Math.min(outer.bottom, window.innerHeight)
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top
  else if (inner.bottom > bottom) box.scrollTop += inner.bottom - bottom
}

function scrollingBox(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'auto') return box
  }
  return null
}
