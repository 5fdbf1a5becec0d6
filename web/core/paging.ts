/**
 * The way through a list by keys: the server knows only "what comes after this key", so the way
 * back is the keys passed so far. They live in the history entry, not in the address, which
 * therefore stays short however deep the page.
 */
export interface Place {
  /** Key of the shown page; null on the first. */
  after: string | null
  /** Counted from 1. */
  page: number
  /** Keys of earlier pages, nearest last; null stands for the first page. */
  passed: (string | null)[]
}

/** Enough for 25,000 rows of 50; older keys fall away and "back" leads to the first page then. */
const LONGEST_TRAIL = 500

export const firstPlace: Place = { after: null, page: 1, passed: [] }

export function onward(place: Place, next: string): Place {
  const passed = [...place.passed, place.after].slice(-LONGEST_TRAIL)
  return { after: next, page: place.page + 1, passed }
}

/** One page back; from an address opened without its history, the first page. */
export function back(place: Place): Place {
  const passed = [...place.passed]
  const previous = passed.pop()
  if (previous === undefined || previous === null) return firstPlace
  return { after: previous, page: Math.max(2, place.page - 1), passed }
}

/** Reads a place from the address and the history entry, trusting neither. */
export function placeOf(after: unknown, page: unknown, passed: unknown): Place {
  if (typeof after !== 'string' || after === '') return firstPlace
  const number = Number(page)
  const trail = Array.isArray(passed) ? passed.filter((key) => key === null || isKey(key)) : []
  return { after, page: Number.isInteger(number) && number > 1 ? number : 2, passed: trail }
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** 第 51–100 人 on page 2 of 50 a page, when 50 are shown. */
export function rangeOf(place: Place, size: number, shown: number): [number, number] {
  const start = (place.page - 1) * size
  return [start + 1, start + shown]
}
