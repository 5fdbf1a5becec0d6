import { describe, expect, it } from 'vitest'
import { numbersInWords } from './talents'

const none = {
  listed: 0,
  applied: 0,
  activists: 0,
  objects: 0,
  probationers: 0,
  members: 0,
  left: 0,
  youngUpTo: 35,
  youngEducated: 0,
  mayList: true,
}

describe('the numbers of the young talent pool', () => {
  it('tell each person once, and nobody who left', () => {
    const told = numbersInWords({
      ...none,
      listed: 172,
      activists: 43,
      left: 9,
      youngEducated: 38,
    })
    expect(told).toBe(
      '在库 215 人：还没有申请 172 人，入党积极分子 43 人。其中 35 周岁及以下、高中以上学历的 38 人。',
    )
  })

  it('say so where there is nobody', () => {
    expect(numbersInWords(none)).toBe('在库 0 人。')
  })
})
