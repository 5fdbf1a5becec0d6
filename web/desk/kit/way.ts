/** A page to go to, and what is done there. */
export interface Way {
  words: string
  help: string
  to: string
}
