/** A citizen number or a telephone number, or most of one: addresses are sent on and end up in logs. */
export function isPersonal(q: string): boolean {
  return /^[\d\s-]{7,}[xX]?$/.test(q)
}

/** A whole citizen number or a whole mobile number, as people write them. */
export function isWholeNumber(q: string): boolean {
  return /^(\d{17}[\dxX]|\d{11})$/.test(q.replace(/[\s-]/g, ''))
}
