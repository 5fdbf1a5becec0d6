import type { Names } from './names'

/** What the fields of every kind of step are given. */
export interface StepProps {
  faults: Record<string, string>
  /** What the same change sets up, to be chosen like any other organization. */
  places: readonly { ref: string; name: string }[]
  names: Names
}
