import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** First load of an entry, gzip: everything its page needs before it can show its first screen. */
const budgets = { 'desk/index.html': 250 * 1024 }

/** Prints the figures; answers with the entries over their budget. */
export function measure(manifest, outDir) {
  return Object.entries(budgets).flatMap(([entry, budget]) => {
    const sizes = [...filesOfFirstLoad(manifest, entry)].map((file) => ({
      file,
      size: gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length,
    }))
    const total = sizes.reduce((sum, { size }) => sum + size, 0)
    for (const { file, size } of sizes) console.log(`  ${kilobytes(size)}  ${file}`)
    console.log(`${entry}: ${kilobytes(total)} of ${kilobytes(budget)} gzip on first load`)
    return total > budget ? [entry] : []
  })
}

/** The script, its styles, and those of every chunk it imports statically, each counted once. */
function filesOfFirstLoad(manifest, entry) {
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
  visit(entry)
  return files
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
}
