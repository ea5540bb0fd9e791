import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

test('a run that is stopped has said which test failed, where and why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-run-'))
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, `import assert from 'node:assert/strict'\nimport { describe, test } from 'node:test'\n${text}\n`)
    return path
  }
  const failing = await file('failing.test.mjs', "describe('ledgers', () => { test('the sums agree', () => assert.equal(2, 3, 'two is not three')) })")
  const endless = await file('endless.test.mjs', "test('the end is waited for', () => new Promise((done) => setTimeout(done, 600_000)))")
  const { NODE_TEST_CONTEXT: _ofThisTest, ...environment } = process.env
  const running = spawn(process.execPath, [join(import.meta.dirname, 'run-tests.ts'), failing, endless], { env: environment, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  try {
    let said = ''
    for await (const bytes of running.stdout) {
      said += String(bytes)
      if (said.includes('two is not three')) break
    }
    assert.match(said, /^FAILED .*failing\.test\.mjs: the sums agree\n[^]*two is not three/m)
    assert.equal(running.exitCode, null)
  } finally {
    const ended = running.exitCode === null ? once(running, 'exit') : undefined
    if (ended !== undefined && running.pid !== undefined) process.kill(-running.pid, 'SIGKILL')
    await ended
    await rm(folder, { recursive: true })
  }
})
