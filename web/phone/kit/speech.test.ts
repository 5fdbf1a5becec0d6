import { expect, test } from 'vitest'
import { sentencesOf } from './speech'

test('a record is read as sentences, and stars are not', () => {
  const groups = [
    {
      title: '基本信息',
      facts: [
        { name: '姓名', value: '周禾' },
        { name: '手机号码', value: '100****0001', note: '已脱敏' },
      ],
    },
  ]
  expect(sentencesOf('我的信息', groups)).toEqual([
    '我的信息。',
    '基本信息。',
    '姓名，周禾。',
    '手机号码，已经遮住，不读。',
  ])
})
