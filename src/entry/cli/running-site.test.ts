import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { command } from '#platform/command/command.ts'
import { runLine } from './run-line.ts'
import { handToSite, takeLines, type HandedLine } from './running-site.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-site-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function handed(line: HandedLine) {
  const said = { out: '', err: '' }
  const code = await handToSite(folder, line, { out: (text) => (said.out += text), err: (text) => (said.err += text) })
  return { code, ...said }
}

test('where no site runs, nobody takes the line, a socket left by a killed site included', async () => {
  assert.equal((await handed({ typed: ['user', 'list'], folder: '/home/ada' })).code, undefined)
  await writeFile(join(folder, 'commands.sock'), '')
  assert.equal((await handed({ typed: ['user', 'list'], folder: '/home/ada' })).code, undefined)
})

test('a line is run where the store is open, and its words and exit code come back', async () => {
  const lines = await takeLines(folder, async ({ typed, folder: from }, speaker) => {
    speaker.out(`${from}$ ${typed.join(' ')}\n`)
    speaker.err('Half done\n')
    return 1
  })
  assert.deepEqual(await handed({ typed: ['import', 'bodies', 'a b.yaml'], folder: '/home/ada' }), { code: 1, out: '/home/ada$ import bodies a b.yaml\n', err: 'Half done\n' })
  lines.close()
})

test('a command that fails in the site is told as a defect with its reference, and the site goes on', async () => {
  const broken = command({
    name: 'break',
    summary: 'Break',
    needs: 'nothing',
    run: () => {
      throw new TypeError('of undefined')
    },
  })
  const kept: string[] = []
  const nothing = async () => assert.fail('nothing is opened')
  const failed = (_error: unknown, reference: string) => void kept.push(reference)
  const lines = await takeLines(folder, ({ typed, folder: from }, speaker) =>
    runLine({ commands: [broken], version: () => '', open: nothing, ...speaker, folder: from, failed }, typed),
  )
  for (const at of [0, 1]) {
    const { code, out, err } = await handed({ typed: ['break'], folder: '/' })
    assert.deepEqual([code, out], [1, ''])
    assert.match(err, /^Something went wrong in Golden Thread/)
    assert.ok(err.includes(kept[at] ?? 'none kept') && !err.includes('site stopped'), err)
  }
  lines.close()
})

test('only the account that runs the site can reach the socket', async () => {
  const lines = await takeLines(folder, async () => 0)
  assert.equal((await stat(join(folder, 'commands.sock'))).mode & 0o777, 0o600)
  lines.close()
})

test('the site goes on when whoever typed a line goes away without hearing the answer, and when a line never ends', async () => {
  let ran = 0
  const lines = await takeLines(folder, async (_line, speaker) => {
    ran += 1
    for (let at = 0; at < 200; at += 1) speaker.out('x'.repeat(10_000))
    return 0
  })
  for (let at = 0; at < 5; at += 1) {
    await new Promise<void>((resolve) => {
      const socket = connect(join(folder, 'commands.sock'), () => {
        socket.write(`${JSON.stringify({ typed: ['--help'], folder: '/' })}\n`, () => {
          socket.destroy()
          resolve()
        })
      })
    })
  }
  await new Promise<void>((resolve) => {
    const socket = connect(join(folder, 'commands.sock'), () => socket.write('x'.repeat(3 * 1024 * 1024)))
    socket.once('error', () => undefined)
    socket.once('close', () => resolve())
  })
  const code = await handed({ typed: ['user', 'list'], folder: '/home/ada' })
  assert.equal(code.code, 0)
  assert.equal(ran, 6)
  lines.close()
})

test('what is no line is answered as wrongly called, and nothing is run', async () => {
  let ran = 0
  const lines = await takeLines(folder, async () => {
    ran += 1
    return 0
  })
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(join(folder, 'commands.sock'))
    socket.once('data', (data) => resolve(String(data)))
    socket.write('GET / HTTP/1.1\r\n')
  })
  assert.equal(answer, '{"code":2}\n')
  assert.equal(ran, 0)
  lines.close()
})
