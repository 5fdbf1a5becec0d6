let waiting = ''

/** Something the page one goes to next is to say once, such as that a record was saved. */
export function leaveWord(word: string): void {
  waiting = word
}

/** Said with it where a change into the past meets a later entry, which goes on standing. */
export function addOvertaken(labels: string[]): void {
  if (labels.length === 0) return
  const word = `${labels.join('、')}后来另有登记，今天的情况没有变，改的在修改记录里。`
  waiting = `${waiting.replace(/。$/, '')}。${word}`
}

export function takeWord(): string {
  const word = waiting
  waiting = ''
  return word
}
