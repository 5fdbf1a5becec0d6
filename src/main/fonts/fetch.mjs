// Puts the font of the papers (Noto Serif SC, OFL) on the class path: `fetch.mjs <folder>`. The
// repository holds no binary; package-lock.json names the package and its hash, and while that has not
// changed a second run does nothing.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const source = dirname(fileURLToPath(import.meta.url))
const target = resolve(process.argv[2])
const scratch = resolve(target, '../../fonts-from-npm') // beside the classes, not among them
const lock = join(source, 'package-lock.json')
const note = `${scratch}.lock`
const wanted = {
  'NotoSerifSC-Regular.ttf': '400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold.ttf': '700Bold/NotoSerifSC_700Bold.ttf',
  'OFL.txt': 'LICENSE_FONT',
}

function npm(folder) {
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  const done = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32', // npm is a .cmd file there, which only a shell can start
  })
  if (done.status === 0) return
  const reason = done.error ? `npm could not be started: ${done.error.message}` : 'npm ci failed'
  process.stderr.write(`\nfonts: ${reason}. Papers (PDF) need their font; it comes with npm.\n`)
  process.exit(1)
}

function fetch() {
  mkdirSync(scratch, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(source, name), join(scratch, name))
  }
  npm(scratch)
  mkdirSync(target, { recursive: true })
  for (const [name, from] of Object.entries(wanted)) {
    const fetched = join(scratch, 'node_modules/@expo-google-fonts/noto-serif-sc', from)
    copyFileSync(fetched, join(scratch, name))
    renameSync(join(scratch, name), join(target, name)) // whole or not at all
  }
  copyFileSync(lock, note)
  rmSync(scratch, { recursive: true }) // 120 MB of other weights
}

function stands() {
  const whole = Object.keys(wanted).every((name) => existsSync(join(target, name)))
  return whole && existsSync(note) && readFileSync(note).equals(readFileSync(lock))
}

if (!stands()) fetch()
