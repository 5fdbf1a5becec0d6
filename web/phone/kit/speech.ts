import type { FactGroup } from '@core/fact'

/** What is read aloud of a record: stars say nothing to the ear, so it is said that they are there. */
export function sentencesOf(title: string, groups: readonly FactGroup[]): string[] {
  const said = groups.flatMap(({ title: group, facts }) => [
    `${group}。`,
    ...facts.map(({ name, value, note }) => `${name}，${note ? '已经遮住，不读' : value}。`),
  ])
  return [`${title}。`, ...said]
}

export function canSpeak(): boolean {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

/** A little slower than people talk. */
const PACE = 0.9

/** Sentence by sentence: some voices stop in the middle of a long text. */
export function speak(sentences: readonly string[], ended: () => void): void {
  speechSynthesis.cancel()
  sentences.forEach((sentence, index) => {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.lang = 'zh-CN'
    utterance.rate = PACE
    utterance.onerror = ended
    if (index === sentences.length - 1) utterance.onend = ended
    speechSynthesis.speak(utterance)
  })
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel()
}
