import { expect, test } from 'vitest'
import { filtersHere } from './filters'

function shelf() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
}
const words = (filter: Record<string, string>) => Object.values(filter)
const signal = new AbortController().signal

test('a filter is found again under its name, and by its account alone', async () => {
  const here = shelf()
  await filtersHere('a', words, here).save(' 待签字的 ', { state: 'draft' })

  const [kept] = await filtersHere('a', words, here).list(signal)
  expect(kept).toMatchObject({ name: '待签字的', filter: { state: 'draft' }, words: ['draft'] })
  expect(await filtersHere('b', words, here).list(signal)).toEqual([])
})

test('a name is needed and is one’s own', async () => {
  const source = filtersHere('a', words, shelf())
  await expect(source.save(' ', {})).rejects.toThrow('30 个字以内')
  await source.save('党课', { type: 'lecture' })
  await expect(source.save('党课', { type: 'lecture' })).rejects.toThrow('同名')
})

test('what is no longer needed goes', async () => {
  const source = filtersHere('a', words, shelf())
  await source.save('党课', { type: 'lecture' })
  const [kept] = await source.list(signal)
  await source.remove(kept?.id ?? '')
  expect(await source.list(signal)).toEqual([])
})
