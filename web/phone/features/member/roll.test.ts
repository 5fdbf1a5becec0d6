import { effectScope, nextTick, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import type { MemberItem } from '@core/member/api'
import { viewOf } from '@core/member/view'
import { Problem } from '@core/problem'
import { useRoll } from './roll'

const page = (next: string | null, ...ids: string[]) => ({
  items: ids.map((id) => ({ id }) as MemberItem),
  next,
})
type Page = ReturnType<typeof page>

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}

/** A register that gives the prepared answers in their order. */
function rollOf(...answers: (Page | Promise<Page> | Problem)[]) {
  const view = shallowRef(viewOf({}, null))
  const load = () => {
    const answer = answers.shift()
    return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer as Page)
  }
  const roll = effectScope().run(() => useRoll(() => view.value, load)) as ReturnType<
    typeof useRoll
  >
  return { view, ...roll, ids: () => roll.items.value.map(({ id }) => id) }
}

test('the list grows by pages and says where reading goes on', async () => {
  const roll = rollOf(page('k', 'a', 'b'), page(null, 'c'))
  await settled()
  expect(await roll.more()).toBe(2)
  expect(roll.ids()).toEqual(['a', 'b', 'c'])
  expect(roll.next.value).toBeNull()
})

test('rows of an earlier question do not mix with those of a later one', async () => {
  let come: (late: Page) => void = () => undefined
  const late = new Promise<Page>((resolve) => (come = resolve))
  const roll = rollOf(page('k', 'a'), late, page(null, 'z'))
  await settled()
  const more = roll.more()
  roll.view.value = viewOf({ q: 'z' }, null)
  await settled()
  come(page(null, 'b'))
  await more
  expect(roll.ids()).toEqual(['z'])
})

test('a page that does not come leaves the list as it is', async () => {
  const roll = rollOf(page('k', 'a'), new Problem(500))
  await settled()
  await roll.more()
  expect(roll.ids()).toEqual(['a'])
  expect(roll.moreProblem.value?.status).toBe(500)
  expect(roll.next.value).toBe('k')
})
