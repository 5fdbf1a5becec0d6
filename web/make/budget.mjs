import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** First load of an entry, gzip: everything needed before any of its pages can show its screen. */
const budgets = {
  'desk/index.html': 250 * 1024,
  'phone/index.html': 100 * 1024,
  'wall/index.html': 100 * 1024,
}

/** Prints the files every page of an entry needs, each with its size. */
export function printShells(manifest, outDir) {
  for (const entry of Object.keys(budgets)) {
    for (const file of filesOf(manifest, [entry])) {
      console.log(`${kilobytes(sizeOf(outDir, file))}  ${file}`)
    }
  }
}

/** Prints the figures; answers with the entries over their budget. */
export function measure(manifest, outDir) {
  const weigh = (files) => [...files].reduce((sum, file) => sum + sizeOf(outDir, file), 0)
  return Object.entries(budgets).filter(([entry, budget]) => {
    const shell = filesOf(manifest, [entry])
    const heaviest = pagesOf(manifest, entry)
      .map((page) => ({ page, weight: weigh(filesOf(manifest, [entry, page])) }))
      .reduce((a, b) => (a.weight > b.weight ? a : b), { page: entry, weight: weigh(shell) })
    console.log(`${entry}, gzip: ${kilobytes(weigh(shell))} for the entry alone,`)
    console.log(`${kilobytes(heaviest.weight)} of ${kilobytes(budget)} with ${heaviest.page}`)
    return heaviest.weight > budget
  })
}

/** What an entry loads when somebody goes there: a page alone, or the frame around pages. */
function pagesOf(manifest, entry) {
  return (manifest[entry].imports ?? [])
    .concat(entry)
    .flatMap((key) => manifest[key].dynamicImports ?? [])
}

/** The scripts, their styles, and those of every chunk they import statically, each counted once. */
function filesOf(manifest, keys) {
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  keys.forEach(visit)
  return files
}

function sizeOf(outDir, file) {
  return gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
}
