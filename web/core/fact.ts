/** One thing known of a record, in words. */
export interface Fact {
  name: string
  value: string
  /** A word on how to read the value, such as 已脱敏. */
  note?: string | false
}

export interface FactGroup {
  title: string
  facts: Fact[]
}
