import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const notSources = new Set(['node_modules', 'dist', 'api.gen.d.ts', '.DS_Store'])

/** One hash of all parts, each preceded by its length so that parts cannot run into one another. */
export function digest(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}

/** One hash of every source below a folder: names and contents. */
export function digestOfTree(folder) {
  const parts = []
  for (const file of filesOf(folder)) {
    parts.push(relative(folder, file), readFileSync(file))
  }
  return digest(...parts)
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesOf(path) : [path]
    })
}
