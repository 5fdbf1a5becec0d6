let waiting = ''

/** Something the page one goes to next is to say once, such as that a record was saved. */
export function leaveWord(word: string): void {
  waiting = word
}

export function takeWord(): string {
  const word = waiting
  waiting = ''
  return word
}
