/** How the form of one register speaks. */
export interface RecordWords {
  /** The parts of the record, in the order of the paper form. */
  groups: readonly string[]
  /** What making one is called, such as 登记. */
  make: string
  /** What the day means from which a record made now holds; without it that day is not asked for. */
  since?: string
  /** False where a change says itself from which day on it holds. */
  when?: false
  /** What becomes of that which has been typed and not saved. */
  kept: string
}
