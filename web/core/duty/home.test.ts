import { expect, it } from 'vitest'
import type { DutyItem } from './api'
import { decisionErrand, dutyErrand, fitting, inOrder } from './home'

const duty = (daysLeft: number): DutyItem => ({
  id: `d${daysLeft}`,
  name: 'secretary-vacant',
  title: '书记空缺',
  rule: { id: 'R-BR-11', title: '', cite: '', local: false },
  organization: { id: 'o1', name: '中共东村党支部' },
  subject: { kind: 'organization', id: 'o1', name: null },
  opens: '2026-11-01',
  due: '2026-12-01',
  daysLeft,
  state: daysLeft < 0 ? 'late' : 'open',
  stateName: '',
  light: 'green',
  lightName: '绿灯',
  since: null,
  explained: false,
  remedy: { says: '及时补选', opens: 'new-secretary' },
})

it('lists by days left, and what waits for an answer with what is due today', () => {
  const waiting = decisionErrand({
    duty: duty(-40),
    kind: 'contest',
    kindName: '',
    reason: '',
    by: '张三',
    on: '2026-11-20',
  })
  const all = [...[5, -3, 2].map((days) => dutyErrand(duty(days), 'desk', [])), waiting]
  expect(inOrder(all).map(({ when }) => when)).toEqual([
    '已超过 3 天',
    '等您答复',
    '还有 2 天',
    '还有 5 天',
  ])
})

it('says that an explanation waits', () => {
  const told = dutyErrand({ ...duty(-1), explained: true }, 'desk', [])
  expect(told.help).toContain('等上级答复')
})

it('has room for what waits, however much is late', () => {
  const late = Array.from({ length: 12 }, (_, at) => dutyErrand(duty(-at - 1), 'desk', []))
  const waits = { ...late[0]!, key: 'figures', days: null, duty: null }
  const shown = fitting([...late, waits], 9)
  expect(shown).toHaveLength(9)
  expect(shown[shown.length - 1]?.key).toBe('figures')
})
