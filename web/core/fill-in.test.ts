import { expect, test } from 'vitest'
import type { Field, Values } from './field'
import { filler } from './fill-in'

function form(values: Values) {
  const fields: Field[] = ['bornOn', 'sex'].map((name) => ({
    ...{ name, label: name, kind: 'text', group: '' },
  }))
  return { values, fillIn: filler({ fields, values, set: (it, to) => (values[it.name] = to) }) }
}

test('what is empty is filled in, and follows what is said', () => {
  const { values, fillIn } = form({ bornOn: null, sex: null })
  fillIn({ bornOn: '1989-11-01', sex: '1' })
  fillIn({})
  fillIn({ bornOn: '1989-11-02', sex: '2' })
  expect(values).toEqual({ bornOn: '1989-11-02', sex: '2' })
})

test('what somebody has typed stays', () => {
  const { values, fillIn } = form({ bornOn: null, sex: '1' })
  fillIn({ bornOn: '1989-11-01', sex: '2' })
  values.bornOn = '1988-11-01'
  fillIn({ bornOn: '1989-11-02', sex: '2' })
  expect(values).toEqual({ bornOn: '1988-11-01', sex: '1' })
})
