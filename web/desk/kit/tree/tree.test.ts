import { expect, test } from 'vitest'
import { Problem } from '@core/problem'
import type { Listing, TreeDetail, TreeItem } from './source'
import { treeOf, type TreeRow } from './tree'
import { walk } from './tree-keys'

const item = (id: string): TreeItem => ({
  id,
  name: `组织${id}`,
  kind: 'branch',
  hasChildren: id.length < 3,
})

const detail = (id: string, ...ancestors: string[]): TreeDetail => ({
  ...item(id),
  ancestors: ancestors.map((ancestor) => ({ id: ancestor, name: `组织${ancestor}` })),
})

/** Two pages of children below `a`: ab, ac, then ad; below each of them one more. */
const answers: Record<string, Listing> = {
  '': { items: [item('a')], next: null },
  a: { items: [item('ab'), item('ac')], next: 'ac' },
  'a ac': { items: [item('ad')], next: null },
  ad: { items: [item('ade')], next: null },
}

function stand(down = false) {
  const asked: string[] = []
  const source = {
    down,
    below: (parent: string | null, after: string | null) => {
      const key = [parent, after].filter(Boolean).join(' ')
      asked.push(key)
      const answer = source.down ? undefined : answers[key]
      return answer ? Promise.resolve(answer) : Promise.reject(new Problem(500))
    },
    one: (id: string) => Promise.resolve(detail(id, 'a')),
  }
  return { source, asked, tree: treeOf(source) }
}

const keys = (rows: TreeRow[]) => rows.map(({ key, level }) => `${level}${key}`)
const nodeAt = (rows: TreeRow[], index: number) => {
  const row = rows[index]
  if (row?.kind !== 'node') throw new Error(`row ${index} is no node`)
  return row.node
}

test('children are asked for when somebody looks, a page at a time', async () => {
  const { tree, asked } = stand()
  await tree.load(null)
  expect(keys(tree.rows.value)).toEqual(['1a'])
  const root = nodeAt(tree.rows.value, 0)
  await tree.toggle(root)
  expect(keys(tree.rows.value)).toEqual(['1a', '2ab', '2ac', '2more-a'])
  await tree.load(root)
  expect(keys(tree.rows.value)).toEqual(['1a', '2ab', '2ac', '2ad'])
  await tree.toggle(root)
  await tree.toggle(root)
  expect(asked).toEqual(['', 'a', 'a ac'])
})

test('an organization is found though its siblings have not been paged that far', async () => {
  const { tree } = stand()
  await tree.reveal(detail('ade', 'a', 'ad'))
  expect(keys(tree.rows.value)).toEqual(['1a', '2ab', '2ac', '2ad', '3ade', '2more-a'])
  await tree.load(nodeAt(tree.rows.value, 0))
  expect(keys(tree.rows.value)).toEqual(['1a', '2ab', '2ac', '2ad', '3ade'])
})

test('ancestors above what one may see are passed over', async () => {
  const { tree } = stand()
  await tree.reveal(detail('ab', 'province', 'city', 'a'))
  expect(keys(tree.rows.value)).toEqual(['1a', '2ab', '2ac', '2more-a'])
})

test('two who ask at once share the answer', async () => {
  const { tree, asked } = stand()
  await Promise.all([tree.load(null), tree.reveal(detail('a')), tree.load(null)])
  expect(asked).toEqual([''])
})

test('a failure is a row that can be tried again', async () => {
  const { tree, source } = stand(true)
  await tree.load(null)
  expect(keys(tree.rows.value)).toEqual(['1failed-roots'])
  source.down = false
  await tree.load(null)
  expect(keys(tree.rows.value)).toEqual(['1a'])
})

test('arrow keys walk, open and close as in every tree', async () => {
  const { tree } = stand()
  await tree.load(null)
  expect(walk(tree.rows.value, 0, 'ArrowRight')).toEqual({ do: 'toggle' })
  await tree.toggle(nodeAt(tree.rows.value, 0))
  const rows = tree.rows.value
  expect(walk(rows, 0, 'ArrowRight')).toEqual({ do: 'focus', index: 1 })
  expect(walk(rows, 0, 'ArrowLeft')).toEqual({ do: 'toggle' })
  expect(walk(rows, 2, 'ArrowLeft')).toEqual({ do: 'focus', index: 0 })
  expect(walk(rows, 0, 'End')).toEqual({ do: 'focus', index: 3 })
  expect(walk(rows, 3, 'ArrowDown')).toBeNull()
  expect(walk(rows, 3, 'Enter')).toEqual({ do: 'press' })
  expect(walk(rows, 1, 'x')).toBeNull()
})
