/** The name by which a summary of faults finds what is filled in. */
export function entryId(field: string): string {
  return `entry-${field}`
}
