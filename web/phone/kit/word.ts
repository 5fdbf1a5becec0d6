let left = ''

/** What a page has to say that is left as soon as it is done; the next page says it once. */
export function leaveWord(word: string): void {
  left = word
}

export function takeWord(): string {
  const word = left
  left = ''
  return word
}
