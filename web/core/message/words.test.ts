import { describe, expect, it } from 'vitest'
import { countOf, dueWords, lightOf } from './words'

const duty = {
  id: 'd',
  title: '任期届满，应当换届',
  organization: { id: 'o', name: '中共东村党支部' },
  due: '2026-12-31',
  daysLeft: 34,
  state: 'open',
  stateName: '待办',
  light: 'green',
  lightName: '绿灯',
}

describe('what a reminder says', () => {
  it('tells how many days are left, or gone', () => {
    expect(dueWords(duty)).toBe('期限 2026年12月31日，还有 34 天')
    expect(dueWords({ ...duty, daysLeft: 0 })).toBe('期限 2026年12月31日，就是今天')
    expect(dueWords({ ...duty, state: 'late', daysLeft: -2 })).toBe(
      '期限 2026年12月31日，已超过 2 天',
    )
  })

  it('tells of what is done meanwhile that it is', () => {
    expect(dueWords({ ...duty, state: 'met', stateName: '已办' })).toBe('现在：已办')
  })

  it('needs no last day', () => {
    expect(dueWords({ ...duty, due: null, daysLeft: null })).toBe('没有办结期限，尽快办理')
  })

  it('shows a light where it tells of one', () => {
    expect(lightOf({ kind: 'red' })).toBe('red')
    expect(lightOf({ kind: 'reminder' })).toBe('none')
  })

  it('counts what is not shown', () => {
    expect(countOf({ lines: [1, 2], more: 3 })).toBe(5)
  })
})
