import type { TreeRow } from './tree'

export type Step = { do: 'focus'; index: number } | { do: 'toggle' } | { do: 'press' } | null

/** What a key does on a row of a tree, after the ARIA authoring practices. */
export function walk(rows: TreeRow[], index: number, key: string): Step {
  const row = rows[index]
  if (row === undefined) return null
  const openable = row.kind === 'node' && row.node.item.hasChildren
  const open = row.kind === 'node' && row.node.open
  switch (key) {
    case 'ArrowDown':
      return focus(rows, index + 1)
    case 'ArrowUp':
      return focus(rows, index - 1)
    case 'Home':
      return focus(rows, 0)
    case 'End':
      return focus(rows, rows.length - 1)
    case 'ArrowRight':
      if (openable && !open) return { do: 'toggle' }
      return open ? focus(rows, index + 1) : null
    case 'ArrowLeft':
      return open ? { do: 'toggle' } : focus(rows, parentOf(rows, index))
    case 'Enter':
    case ' ':
      return { do: 'press' }
    default:
      return null
  }
}

function focus(rows: TreeRow[], index: number): Step {
  return rows[index] === undefined ? null : { do: 'focus', index }
}

function parentOf(rows: TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 0
  for (let above = index - 1; above >= 0; above--) {
    if ((rows[above]?.level ?? 0) < level) return above
  }
  return -1
}
