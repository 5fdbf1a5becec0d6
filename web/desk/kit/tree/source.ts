import type { RouteLocationRaw } from 'vue-router'

/** A line of a list of things that stand one below the other. */
export interface TreeItem {
  id: string
  name: string
  kind: string
  hasChildren: boolean
}

/** One of them with the way down to it. */
export interface TreeDetail extends TreeItem {
  ancestors: { id: string; name: string }[]
}

export interface Listing {
  items: TreeItem[]
  next: string | null
}

/** Where a tree has its rows from, and how its things are called. */
export interface TreeSource {
  /** Such as 党组织. */
  thing: string
  /** What the tree itself is called, such as 组织树. */
  name: string
  /** The code table of the kinds. */
  kinds: string
  /** What one can type to find one. */
  hint: string
  /** Those right below one; the tops of one's scope when there is no parent. */
  below(parent: string | null, after: string | null): Promise<Listing>
  one(id: string): Promise<TreeDetail>
  find(q: string, after: string | null, signal?: AbortSignal): Promise<Listing>
  /** The page of one. */
  page(id: string): RouteLocationRaw
}

/** How many come at once. */
export const ROWS_A_TIME = 50
