export type Tone = 'done' | 'due' | 'late' | 'neutral'
