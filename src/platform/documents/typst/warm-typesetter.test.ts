import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPdf } from '../testing/read-pdf.ts'
import { typeset } from './typeset.ts'
import type { TypesetJob } from './typeset-job.ts'
import { warmTypesetter, type WarmSettings, type WarmTypesetter } from './warm-typesetter.ts'

const source = `#set document(title: "A report", date: datetime(year: 2023, month: 7, day: 7))
#set page(numbering: "1")
#let part(name) = [#pagebreak() #json(name).words #metadata(json(name).words) <mark>]
= A report
#for name in json("data.json") { part(name) }`

function report(parts: Readonly<Record<string, string>>): TypesetJob {
  const named = Object.entries(parts).map(([name, words]) => [`${name}.json`, { words }] as const)
  return { source, data: named.map(([name]) => name), parts: new Map(named), files: new Map() }
}

/** Takes hours. */
const endless: TypesetJob = {
  source: '#for a in range(9999) { for b in range(9999) { for c in range(9999) { let x = a * b } } }',
  data: null,
  files: new Map(),
}

function warmFor(t: TestContext, settings: WarmSettings = {}): WarmTypesetter {
  const warm = warmTypesetter(settings)
  t.after(() => warm.close())
  return warm
}

async function marksOf(setting: ReturnType<typeof typeset>): Promise<readonly unknown[]> {
  const outcome = await setting
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  return outcome.value.marks
}

/** The processes that this one has started. */
function children(pid: number | undefined = process.pid): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

async function until<T>(found: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const value = found()
    if (value !== undefined) return value
    await sleep(25)
  }
  assert.fail('It did not happen within ten seconds')
}

// Those that the test before has ended.
beforeEach(() => until(() => (children().length === 0 ? true : undefined)))

test('what is set again with one part changed, one removed and one added is the same file as if it were set for the first time', async (t) => {
  const warm = warmFor(t)
  const before = report({ a: 'Apples', b: 'Pears', c: 'Unprintable বাংলা', d: 'Plums' })
  const after = report({ a: 'Apples', b: 'Quinces বাংলা', d: 'Plums', e: 'Medlars' })
  for (const job of [before, after, before]) {
    const [again, first] = [await warm.typeset(job), await typeset(job)]
    assert.ok(again.ok && first.ok)
    assert.equal(Buffer.compare(again.value.pdf, first.value.pdf), 0)
    assert.deepEqual(again.value.marks, first.value.marks)
  }
})

test('one process sets all documents, one after the other, and each gets its own', async (t) => {
  const warm = warmFor(t)
  const jobs = ['Apples', 'Pears', 'Plums'].map((words) => warm.typeset(report({ a: words })))
  const seen = new Set<string>()
  const watching = setInterval(() => children().forEach((child) => seen.add(child)), 5)
  assert.deepEqual(await Promise.all(jobs.map(marksOf)), [['Apples'], ['Pears'], ['Plums']])
  clearInterval(watching)
  assert.equal(seen.size, 1)
})

test('a document cannot read the files of the one before', async (t) => {
  const warm = warmFor(t)
  assert.deepEqual(await marksOf(warm.typeset(report({ secret: 'Prices' }))), ['Prices'])
  const outcome = await warm.typeset({ source: '#set document(title: "x")\n#json("secret.json").words', data: null, files: new Map() })
  assert.ok(!outcome.ok)
  assert.match(outcome.refusal.message, /not found|not a directory|access denied/i)
})

test('a process that was killed is replaced, at rest and at work', async (t) => {
  const warm = warmFor(t)
  await marksOf(warm.typeset(report({ a: 'Apples' })))
  const [first] = children()
  process.kill(Number(first), 'SIGKILL')
  assert.deepEqual(await marksOf(warm.typeset(report({ a: 'Pears' }))), ['Pears'])
  const [second] = children()
  assert.notEqual(second, first)
  const long = warm.typeset(report({ a: 'Plums', b: 'word '.repeat(100_000) }), ({ kind }) => {
    if (kind === 'setting' && children()[0] === second) process.kill(Number(second), 'SIGKILL')
  })
  assert.equal((await marksOf(long))[0], 'Plums')
  assert.notEqual(children()[0], second)
})

test('the limits hold for each job, and the next one is set all the same', async (t) => {
  const warm = warmFor(t, { limits: { seconds: 1, megabytes: 1500 } })
  const [given, next] = [warm.typeset(endless), warm.typeset(report({ a: 'Apples' }))]
  const outcome = await given
  assert.ok(!outcome.ok && outcome.refusal.kind === 'unavailable')
  assert.match(outcome.refusal.message, /too long/)
  assert.deepEqual(await marksOf(next), ['Apples'])
})

test('a document that needs too much memory is refused, also after another', async (t) => {
  const warm = warmFor(t, { limits: { seconds: 60, megabytes: 300 } })
  assert.deepEqual(await marksOf(warm.typeset(report({ a: 'Apples' }))), ['Apples'])
  const greedy = '#let x = ("a",)\n#for i in range(28) { x = x + x }'
  const outcome = await warm.typeset({ source: greedy, data: null, files: new Map() })
  assert.ok(!outcome.ok)
  assert.match(outcome.refusal.message, /too much memory/)
})

test('a process that has rested long enough, or holds too much at rest, is ended', async (t) => {
  for (const settings of [{ secondsAtRest: 0.2 }, { megabytesAtRest: 10 }]) {
    const warm = warmFor(t, settings)
    await marksOf(warm.typeset(report({ a: 'Apples' })))
    await until(() => (children().length === 0 ? true : undefined))
    assert.deepEqual(await marksOf(warm.typeset(report({ a: 'Pears' }))), ['Pears'])
    await warm.close()
  }
})

const script = `const { warmTypesetter } = await import(${JSON.stringify(new URL('warm-typesetter.ts', import.meta.url).href)})
  const set = await warmTypesetter().typeset({ source: '#set document(title: "x")\\nx', data: null, files: new Map() })
  console.log(set.ok)`

test('a typesetter at rest does not keep the product alive', async () => {
  const asking = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  assert.deepEqual(await once(asking, 'exit'), [0, null])
})

test('a typesetter at rest ends when the process that asked is killed', async () => {
  const asking = spawn(process.execPath, ['--input-type=module', '-e', `${script}\nsetInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(asking.stdout, 'data')
  const [typesetter] = children(asking.pid)
  assert.ok(typesetter !== undefined)
  asking.kill('SIGKILL')
  await until(() => (existsSync(`/proc/${typesetter}`) ? undefined : true))
})

test('what a job tells of its stages is true of the file', async (t) => {
  const stages: unknown[] = []
  const outcome = await warmFor(t).typeset(report({ a: 'Apples', b: 'Pears' }), (stage) => stages.push(stage))
  assert.ok(outcome.ok)
  assert.deepEqual(stages, [{ kind: 'setting' }, { kind: 'writing', pages: (await readPdf(outcome.value.pdf)).texts.length }])
})
