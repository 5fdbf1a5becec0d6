import { reactive } from 'vue'

/** Something found by its name. */
export interface Found {
  value: string
  name: string
  /** Tells apart what has the same name. */
  detail: string
}

/** Finds by name, and gives what was chosen its name again. */
export interface Finder {
  /** What may be typed. */
  hint: string
  find(q: string, signal: AbortSignal): Promise<Found[]>
  nameOf(value: string): Promise<string | null>
}

const names = reactive(new Map<string, string>())

/** The name of something that was found before on this page, else its code. */
export function nameKnown(value: string): string {
  return names.get(value) ?? value
}

export function remember(value: string, name: string): void {
  names.set(value, name)
}

/** Asks for the name of what a draft or an address brought along; without an answer it stays a code. */
export async function learnName(finder: Finder, value: string): Promise<void> {
  if (names.has(value)) return
  const name = await finder.nameOf(value).catch(() => null)
  if (name !== null) remember(value, name)
}
