import { expect, test } from 'vitest'
import { useGrowing } from './growing'
import { Problem } from './problem'

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a list grows by what comes after its last page', async () => {
  const asked: (string | null)[] = []
  const list = useGrowing(async (after) => {
    asked.push(after)
    return after === null ? { items: ['a', 'b'], next: 'b' } : { items: ['c'], next: null }
  })
  expect(list.known.value).toBe(false)
  await settled()
  await list.more()
  expect(list.items.value).toEqual(['a', 'b', 'c'])
  expect(list.next.value).toBeNull()
  expect(asked).toEqual([null, 'b'])
})

test('a page that did not come leaves what stands and can be asked for again', async () => {
  let away = true
  const list = useGrowing(async () => {
    if (away) throw new Problem(503)
    return { items: ['a'], next: null }
  })
  await settled()
  expect([list.problem.value?.status, list.known.value, list.busy.value]).toEqual([
    503,
    false,
    false,
  ])
  away = false
  await list.more()
  expect(list.problem.value).toBeNull()
  expect(list.items.value).toEqual(['a'])
})
