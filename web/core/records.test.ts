import { expect, test } from 'vitest'
import { sealedWords } from './records'

test('an entry says whether it is sealed', () => {
  expect(sealedWords({ sealed: 12 })).toBe('已封存 第 12 号')
  expect(sealedWords({ sealed: 0 })).toBe('已封存 第 0 号')
  expect(sealedWords({ sealed: null })).toBe('尚未封存，暂不能证明')
})
