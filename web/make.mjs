// Builds the front end for Maven (`make.mjs <outDir>`), examines it (`make.mjs check`) and says what
// people have to load (`make.mjs sizes <outDir>`). All do only what changed sources call for: a second
// run is a matter of hashing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { measure, printShells } from './make/budget.mjs'
import { digest, digestOfTree } from './make/digest.mjs'

const web = dirname(fileURLToPath(import.meta.url))
const contract = resolve(web, '../docs/generated/openapi.json')
const notes = join(web, 'node_modules/.sunmao')
const [word, place] = process.argv.slice(2)
const manifestOf = (outDir) => join(notes, `${digest(outDir)}.manifest.json`)

function fail(message) {
  process.stderr.write(`\nweb: ${message}\n`)
  process.exit(1)
}

function run(task, command, args, options = {}) {
  // Asked for sizes, the tools talk aside: what is printed is for a report.
  const stdio = ['inherit', word === 'sizes' ? process.stderr : 'inherit', 'inherit']
  const done = spawnSync(command, args, { cwd: web, stdio, ...options })
  if (done.error) fail(`${task} could not be started: ${done.error.message}`)
  if (done.status !== 0) fail(`${task} failed; the reason stands above.`)
}

function tool(task, script, ...args) {
  run(task, process.execPath, [join(web, 'node_modules', script), ...args])
}

function readNote(name) {
  const file = join(notes, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function writeNote(name, text) {
  mkdirSync(notes, { recursive: true })
  writeFileSync(join(notes, name), text)
}

function install() {
  const wanted = digest(readFileSync(join(web, 'package-lock.json')), process.platform)
  if (readNote('installed') === wanted) return
  run('npm ci', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32', // npm is a .cmd file there, which only a shell can start
  })
  writeNote('installed', wanted)
}

/** The types of the interface come from the contract the back end writes; a fresh tree has none yet. */
function generateTypes() {
  const types = join(web, 'core/api.gen.d.ts')
  if (!existsSync(contract)) return
  const wanted = digest(readFileSync(contract))
  if (existsSync(types) && readNote('types') === wanted) return
  tool('openapi-typescript', 'openapi-typescript/bin/cli.js', contract, '-o', types)
  writeNote('types', wanted)
}

/** What a build writes besides its assets: the page of each entry, and what opens the phone's alone. */
const pages = ['index.html', 'm/index.html', 'm/sw.js', 'w/index.html']

function removeEarlierBuild(outDir) {
  for (const made of ['assets', ...pages]) {
    rmSync(join(outDir, made), { recursive: true, force: true })
  }
}

function build(outDir) {
  const note = `${digest(outDir)}.built`
  const wanted = digest(digestOfTree(web), existsSync(contract) ? readFileSync(contract) : '')
  const files = JSON.parse(readNote(note) ?? '{}')
  const stands = ['assets', ...pages].every((made) => existsSync(join(outDir, made)))
  if (files.digest === wanted && stands) return
  removeEarlierBuild(outDir)
  tool('vite build', 'vite/bin/vite.js', 'build', '--outDir', outDir, '--logLevel', 'warn')
  renameSync(join(outDir, 'manifest.json'), manifestOf(outDir)) // for the budget, not for the public
  writeNote(note, JSON.stringify({ digest: wanted }))
}

function manifestIn(outDir) {
  return JSON.parse(readFileSync(manifestOf(outDir), 'utf8'))
}

function sizes(outDir) {
  install()
  generateTypes()
  build(outDir)
  measure(manifestIn(outDir), outDir)
}

function check() {
  install()
  if (!existsSync(contract))
    fail(`${contract} is missing: the types of the interface come from it.`)
  generateTypes()
  tool('prettier', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')
  tool('vue-tsc', 'vue-tsc/bin/vue-tsc.js', '--noEmit')
  tool('vitest', 'vitest/vitest.mjs', 'run')
  const outDir = join(web, 'dist')
  build(outDir)
  printShells(manifestIn(outDir), outDir)
  const tooLarge = measure(manifestIn(outDir), outDir)
  if (tooLarge.length > 0) fail(`over budget: ${tooLarge.map(([entry]) => entry).join(', ')}.`)
}

if (word === undefined || (word === 'sizes' && place === undefined)) {
  fail('say where to build (make.mjs <outDir>, make.mjs sizes <outDir>), or make.mjs check.')
} else if (word === 'check') {
  check()
} else if (word === 'sizes') {
  sizes(resolve(place))
} else {
  install()
  generateTypes()
  build(resolve(word))
}
