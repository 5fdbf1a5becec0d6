import { computed, reactive, type ComputedRef } from 'vue'
import { Problem } from '@core/problem'
import type { TreeDetail, TreeItem, TreeSource } from './source'

/** One thing in the tree, with as much of what is below it as has been asked for. */
export interface TreeNode {
  item: TreeItem
  parent: TreeNode | null
  level: number
  open: boolean
  below: Below
}

/** The children of a node (or the roots): those loaded, and the key to the rest. */
export interface Below {
  nodes: TreeNode[]
  state: 'unknown' | 'loading' | 'known' | 'failed'
  next: string | null
}

export type TreeRow =
  | { kind: 'node'; key: string; node: TreeNode; level: number; position: number; count: number }
  | { kind: 'more' | 'loading' | 'failed'; key: string; under: TreeNode | null; level: number }

export interface Tree {
  rows: ComputedRef<TreeRow[]>
  load(under: TreeNode | null): Promise<void>
  toggle(node: TreeNode): Promise<void>
  reveal(detail: TreeDetail): Promise<void>
}

/** The tree as far as it has been opened; asks the source for children when somebody looks. */
export function treeOf(source: Pick<TreeSource, 'below' | 'one'>): Tree {
  const roots = reactive(unknownBelow())
  const belowOf = (node: TreeNode | null) => node?.below ?? roots

  const running = new Map<string, Promise<void>>()

  /** The first children, or the next ones; who asks while an answer is under way shares it. */
  function load(under: TreeNode | null): Promise<void> {
    const key = under?.item.id ?? ''
    const started = running.get(key) ?? fetch(under).finally(() => running.delete(key))
    running.set(key, started)
    return started
  }

  async function fetch(under: TreeNode | null) {
    const below = belowOf(under)
    below.state = 'loading'
    try {
      const { items, next } = await source.below(under?.item.id ?? null, below.next)
      const known = new Set(below.nodes.map(({ item }) => item.id))
      for (const item of items) if (!known.has(item.id)) below.nodes.push(nodeOf(item, under))
      below.next = next
      below.state = 'known'
    } catch (error) {
      below.state = 'failed' // a row of the tree says so and offers to try again
      if (!(error instanceof Problem)) throw error
    }
  }

  async function open(node: TreeNode) {
    node.open = true
    if (node.below.state !== 'known') await load(node)
  }

  async function toggle(node: TreeNode) {
    if (node.open) node.open = false
    else await open(node)
  }

  /** Opens the way down to one, also where a page of siblings has not come that far. */
  async function reveal(detail: TreeDetail) {
    if (roots.state !== 'known') await load(null)
    const way = [...detail.ancestors.map(({ id }) => id), detail.id]
    const start = way.findIndex((id) => find(roots, id) !== undefined)
    if (start < 0) return
    let node = find(roots, way[start] as string) as TreeNode
    for (const id of way.slice(start + 1)) {
      await open(node)
      if (node.below.state === 'failed') return
      node = find(node.below, id) ?? (await insert(node, id, detail))
    }
  }

  async function insert(under: TreeNode, id: string, detail: TreeDetail) {
    under.below.nodes.push(nodeOf(id === detail.id ? detail : await source.one(id), under))
    return find(under.below, id) as TreeNode
  }

  return { rows: computed(() => rowsOf(roots, null, 1)), load, toggle, reveal }
}

function unknownBelow(): Below {
  return { nodes: [], state: 'unknown', next: null }
}

function nodeOf(item: TreeItem, parent: TreeNode | null): TreeNode {
  return { item, parent, level: (parent?.level ?? 0) + 1, open: false, below: unknownBelow() }
}

function find(below: Below, id: string): TreeNode | undefined {
  return below.nodes.find(({ item }) => item.id === id)
}

function rowsOf(below: Below, under: TreeNode | null, level: number): TreeRow[] {
  const count = below.next === null ? below.nodes.length : -1
  const rows = below.nodes.flatMap((node, index): TreeRow[] => [
    { kind: 'node', key: node.item.id, node, level, position: index + 1, count },
    ...(node.open ? rowsOf(node.below, node, level + 1) : []),
  ])
  const last = (kind: 'more' | 'loading' | 'failed'): TreeRow => ({
    kind,
    key: `${kind}-${under?.item.id ?? 'roots'}`,
    under,
    level,
  })
  if (below.state === 'loading') rows.push(last('loading'))
  else if (below.state === 'failed') rows.push(last('failed'))
  else if (below.next !== null) rows.push(last('more'))
  return rows
}
