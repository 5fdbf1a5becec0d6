import { describe, expect, it } from 'vitest'
import { byDay, type OwnReading } from './readings'

const reader = {
  account: 'a',
  name: '王芳',
  role: '党组织书记',
  unit: '中共东村党支部',
  behalf: null,
}

function reading(id: string, change: Partial<OwnReading> = {}): OwnReading {
  const at = '2026-11-26T06:05:00Z'
  const usual = { id, at, day: '2026-11-26', reader, kind: 'view', action: '查看党员信息' }
  return { ...usual, level: 'S2', what: null, reason: null, ...change }
}

describe('who read me', () => {
  it('is told by day and reader, the same thing once with how often', () => {
    const days = byDay([
      reading('3'),
      reading('2'),
      reading('1', { day: '2026-11-25', reader: { ...reader, behalf: '李雷' } }),
    ])
    expect(days.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25'])
    expect(days[0]?.readers).toHaveLength(1)
    expect(days[0]?.readers[0]?.acts.map(({ times }) => times)).toEqual([2])
    expect(days[0]?.readers[0]?.who).toBe('王芳 · 党组织书记 · 中共东村党支部')
    expect(days[1]?.readers[0]?.who).toBe('王芳（代李雷） · 党组织书记 · 中共东村党支部')
  })

  it('tells every look at a whole number by itself, with its reason', () => {
    const unmasked = { level: 'S3', action: '查看完整号码', what: '手机号码', reason: '联系本人' }
    const acts = byDay([reading('2', unmasked), reading('1', unmasked)])[0]?.readers[0]?.acts
    expect(acts).toHaveLength(2)
    expect(acts?.[0]).toMatchObject({ words: '查看完整号码：手机号码', reason: '联系本人' })
  })
})
