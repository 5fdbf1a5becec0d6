import type { Values } from '../field'

/**
 * What a citizen number already says (GB 11643), so that no form asks for it again: the day of
 * birth and the sex. Nothing where the number is not whole; whether it is true the server says.
 */
export function saidBy(citizenNumber: string): Values {
  const parts = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(citizenNumber.trim())
  if (parts === null) return {}
  const [, year, month, day, order] = parts
  const bornOn = `${year}-${month}-${day}`
  if (Number.isNaN(new Date(`${bornOn}T00:00:00Z`).getTime())) return {}
  return { bornOn, sex: Number(order) % 2 === 1 ? '1' : '2' }
}
