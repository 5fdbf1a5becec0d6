import { describe, expect, it } from 'vitest'
import { isPersonal, isWholeNumber } from './number'

describe('a number of a person', () => {
  it('is never put into an address, not even most of one', () => {
    for (const q of ['00000019700101001X', '100 1234 5678', '10012345', '0358-6322000']) {
      expect(isPersonal(q), q).toBe(true)
    }
    for (const q of ['张三', 'zs', '5678', '']) expect(isPersonal(q), q).toBe(false)
  })

  it('is searched for when it is whole', () => {
    expect(isWholeNumber('000000 19700101 001x')).toBe(true)
    expect(isWholeNumber('10012345678')).toBe(true)
    expect(isWholeNumber('1001234567')).toBe(false)
    expect(isWholeNumber('000000197001010')).toBe(false)
  })
})
