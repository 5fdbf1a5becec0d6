// Says what the front end needs before anything of it runs. ES5 syntax: an old Node must be able to read this file.
var needed = [20, 19]
var found = process.versions.node.split('.').map(Number)

function refuse(message) {
  process.stderr.write(message + '\n')
  process.exit(1)
}

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  refuse(
    'The front end needs Node.js ' +
      needed.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      ' (' +
      process.execPath +
      '). Install a newer one and put it first on the PATH.',
  )
}

var npm = require('child_process').spawnSync('npm', ['--version'], {
  shell: process.platform === 'win32', // npm is a .cmd file there, which only a shell can start
  stdio: 'ignore',
})
if (npm.error || npm.status !== 0) {
  refuse('npm was not found. It comes with Node.js: install it so that it is on the PATH.')
}
