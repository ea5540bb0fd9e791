import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  /** The address that it prints, or a failure where it ends before. */
  readonly address: Promise<string>
  readonly code: Promise<number | null>
}

let folder = ''
const running = new Set<ChildProcess>()
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-serve-'))
})
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})
after(() => rm(folder, { recursive: true }))

/** `golden-thread …` as a process of its own, with these settings and none of this machine's. */
function run(words: readonly string[], settings: Readonly<Record<string, string>>): Run {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [main, ...words], { env: { PATH, NODE_COMPILE_CACHE, PORT: '0', ...settings } })
  running.add(child)
  let text = ''
  const said = () => text
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        text += bytes.toString()
        const found = /Golden Thread is at (http:\S+)/.exec(text)?.[1]
        if (found !== undefined) resolve(found)
      })
    }
    child.once('exit', () => {
      running.delete(child)
      reject(new Error(`It ended: ${text}`))
    })
  })
  address.catch(() => undefined)
  return { child, said, address, code }
}

test('it serves until it is told to stop; a second process on its folder, and one on its port, are told why they cannot start', async () => {
  const data = join(folder, 'empty')
  const first = run(['serve'], { DATA_DIR: data, EXAMPLE: 'none' })
  const address = await first.address
  assert.equal((await fetch(`${address}/health/ready`)).status, 200)
  assert.match(first.said(), /golden-thread user add/)

  const sameFolder = run(['serve'], { DATA_DIR: data, EXAMPLE: 'none' })
  assert.equal(await sameFolder.code, 1)
  assert.match(sameFolder.said(), /Another Golden Thread is using the folder/)

  // Told before the minute that the example takes.
  const samePort = run(['serve'], { DATA_DIR: join(folder, 'other'), PORT: new URL(address).port })
  assert.equal(await samePort.code, 1)
  assert.match(samePort.said(), /Port \d+ is in use/)
  assert.doesNotMatch(samePort.said(), /Loading the example/)

  first.child.kill('SIGTERM')
  assert.equal(await first.code, 0)
})

test('wrong settings stop the start, each named', async () => {
  const wrong = run(['serve'], { DATA_DIR: join(folder, 'never'), PORT: 'eighty', TODAY: 'tomorrow', OIDC_TENANT: 'x' })
  assert.equal(await wrong.code, 1)
  for (const name of ['PORT', 'TODAY', 'OIDC_TENANT']) assert.match(wrong.said(), new RegExp(`^  ${name}: `, 'm'))
})

test('an example whose load was cut off by a loss of power is whole after the next start', async () => {
  const settings = { DATA_DIR: join(folder, 'example'), EXAMPLE_PASSWORD: 'four patient otters' }
  const first = run(['serve'], settings)
  while (!first.said().includes('Loading the example')) await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 700))
  first.child.kill('SIGKILL')
  await first.code
  assert.doesNotMatch(first.said(), /Golden Thread is at/)

  const second = run(['serve'], settings)
  const address = await second.address
  const meeting = await fetch(`${address}/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07`)
  assert.equal(meeting.status, 200)
  assert.match(await meeting.text(), /Its calendar stands at Monday 3 July 2023/)
  assert.match(second.said(), /the password of EXAMPLE_PASSWORD/)
})
