/** The element a field is filled in at: its label and the list of faults lead there. */
export function fieldId(name: string): string {
  return `field-${name}`
}
