import { expect, test } from 'vitest'
import { bodyOfAct, faultsOfAct } from './acts'

test('what a step needs is asked for before it is sent', () => {
  expect(faultsOfAct('request', {})).toEqual({})
  expect(faultsOfAct('refuse', { reason: ' ' })).toEqual({ reason: '请填写理由' })
  const values = { decidedOn: 'gestern', number: '1', meeting: '党委会' }
  expect(Object.keys(faultsOfAct('decide', values))).toEqual(['decidedOn'])
})

test('what is empty is not sent', () => {
  expect(bodyOfAct({ number: ' 1 ', note: '' })).toEqual({ number: '1' })
})
