import assert from 'node:assert/strict'
import test from 'node:test'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage, type Command } from '#platform/command/command.ts'
import { runLine } from './run-line.ts'

interface App {
  readonly county: string
}

const commands: readonly Command<App>[] = [
  command({
    name: 'due',
    summary: 'Work out a time limit',
    needs: 'nothing',
    arguments: [
      { name: 'rule', summary: 'the rule’s id' },
      { name: 'date', summary: 'the day it counts from' },
    ],
    options: { from: { type: 'string', value: 'FILE', summary: 'other rules' } },
    run: async ({ words, options }) =>
      words[1] === 'soon' ? wrongUsage('soon is not a day.') : ok({ text: `${words.join(' ')} ${options.from ?? 'ours'}`, json: { words } }),
  }),
  command({
    name: 'audit verify',
    summary: 'Check the audit',
    needs: 'application',
    run: async (_input, _io, app: App) => ok({ text: `the audit of ${app.county} is whole`, json: { whole: true } }),
  }),
  command({
    name: 'audit export',
    summary: 'Write the audit out',
    needs: 'nothing',
    options: {
      to: { type: 'string', value: 'FILE', required: true, summary: 'the file to write' },
      only: { type: 'string', value: 'VERB', multiple: true, summary: 'deeds of this kind' },
    },
    run: async ({ options }) => ok({ text: `${options.to.length} ${options.only?.length ?? 0}`, json: null }),
  }),
  command({
    name: 'import',
    summary: 'Load files',
    needs: 'nothing',
    arguments: [
      { name: 'what', summary: 'the kind' },
      { name: 'file', summary: 'the files', many: true },
    ],
    run: async () =>
      refuse('invalid', 'The file has one fault.', [{ file: 'bodies.yaml', row: 3, field: 'kind', found: 'x', message: 'Give a kind' }]),
  }),
]

const failures: { error: unknown; reference: string }[] = []

async function run(
  line: string,
  open?: () => Promise<Outcome<{ app: App; close: () => Promise<void> }>>,
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const closed = async () => undefined
  const code = await runLine(
    {
      commands,
      version: () => 'golden-thread 1.2.3',
      open: open ?? (async () => ok({ app: { county: 'Borsetshire' }, close: closed })),
      out: (text) => (said.out += text),
      folder: '/home/ada',
      failed: (error, reference) => void failures.push({ error, reference }),
      err: (text) => (said.err += text),
    },
    line.split(' ').filter((word) => word !== ''),
  )
  return { code, ...said }
}

test('a number below zero is a word, or the value of an option, and no option of its own', async () => {
  assert.deepEqual(await run('due -1 -.5'), { code: 0, out: '-1 -.5 ours\n', err: '' })
  assert.deepEqual(await run('due rule -2024 --from -3'), { code: 0, out: 'rule -2024 -3\n', err: '' })
  assert.match((await run('due rule -x')).err, /^Unknown option '-x'/)
})

test('the answer is text for people and JSON where it is asked for, and the exit code is 0', async () => {
  assert.deepEqual(await run('due agenda 2026-04-14 --from mine.yaml'), { code: 0, out: 'agenda 2026-04-14 mine.yaml\n', err: '' })
  const { code, out } = await run('due agenda 2026-04-14 --json')
  assert.deepEqual([code, JSON.parse(out)], [0, { words: ['agenda', '2026-04-14'] }])
})

test('a refusal is one line, and one line a fault, on standard error with exit code 1', async () => {
  assert.deepEqual(await run('import bodies bodies.yaml'), {
    code: 1,
    out: '',
    err: 'The file has one fault.\n  bodies.yaml, row 3, kind: found "x". Give a kind\n',
  })
})

test('with --json a refusal, a wrong call and an unknown command are JSON on standard output, with the same exit codes', async () => {
  const refusedJson = await run('import bodies bodies.yaml --json')
  assert.deepEqual([refusedJson.code, refusedJson.err], [1, ''])
  const faults = [{ file: 'bodies.yaml', row: 3, field: 'kind', found: 'x', message: 'Give a kind' }]
  assert.deepEqual(JSON.parse(refusedJson.out), { error: { kind: 'invalid', message: 'The file has one fault.', faults } })
  for (const line of ['due agenda --json', 'due agenda soon --json', 'knit --json']) {
    const { code, out, err } = await run(line)
    assert.deepEqual([code, err], [2, ''], line)
    assert.match((JSON.parse(out) as { error: { message: string } }).error.message, /./)
  }
})

test('a missing word, a word too many, an unknown option and a word of the wrong kind are exit code 2 with how to call it', async () => {
  for (const [line, says] of [
    ['due agenda', /Give DATE \(the day it counts from\)/],
    ['due agenda 2026-04-14 now', /nothing to do with now/],
    ['due agenda 2026-04-14 --frm x', /--frm/],
    ['due agenda soon', /soon is not a day/],
  ] as const) {
    const { code, err, out } = await run(line)
    assert.equal(code, 2, line)
    assert.match(err, says)
    assert.match(err, /golden-thread due RULE DATE \[--from FILE\] \[--json\]/)
    assert.equal(out, '')
  }
})

test('an unknown command suggests what may have been meant', async () => {
  assert.match((await run('duw x')).err, /no command called duw\. Did you mean due\?/)
  assert.match((await run('audit verfy')).err, /no command called audit verfy\. Did you mean audit verify/)
  const { code, err } = await run('knit a scarf')
  assert.equal(code, 2)
  assert.doesNotMatch(err, /Did you mean/)
})

test('help lists every command, and each command has its own without its words being given', async () => {
  const overall = await run('--help')
  assert.equal(overall.code, 0)
  for (const { name } of commands) assert.match(overall.out, new RegExp(`^  ${name} `, 'm'))
  const own = await run('import --help')
  assert.equal(own.code, 0)
  assert.match(own.out, /golden-thread import WHAT FILE… \[--json\]/)
})

test('the first word of several commands lists them', async () => {
  for (const line of ['audit --help', 'audit -h', 'help audit']) {
    const { code, out } = await run(line)
    assert.equal(code, 0, line)
    assert.match(out, /golden-thread audit verify {2}Check the audit\n {2}golden-thread audit export {2}Write the audit out/)
  }
  const { code, out, err } = await run('audit')
  assert.deepEqual([code, out], [2, ''])
  assert.match(err, /golden-thread audit verify/)
  assert.equal((await run('help due')).out, (await run('due --help')).out)
})

test('an option that must be given stands in the help without brackets, and is asked for where it is missing', async () => {
  assert.match((await run('audit export --help')).out, /golden-thread audit export --to FILE \[--only VERB…\] \[--json\]/)
  const { code, err } = await run('audit export')
  assert.equal(code, 2)
  assert.match(err, /^Give --to FILE \(the file to write\)\./)
  assert.equal((await run('audit export --to mine.csv --only a --only b')).out, '8 2\n')
})

test('--version says the name and the version', async () => {
  assert.deepEqual(await run('--version'), { code: 0, out: 'golden-thread 1.2.3\n', err: '' })
})

test('the product is opened only for a command that needs it, closed after it, and a refusal to open is exit code 1', async () => {
  let opened = 0
  let closed = 0
  const open = async () => {
    opened += 1
    return ok({ app: { county: 'Borsetshire' }, close: async () => void (closed += 1) })
  }
  await run('due agenda 2026-04-14', open)
  assert.equal(opened, 0)
  assert.equal((await run('audit verify', open)).out, 'the audit of Borsetshire is whole\n')
  assert.deepEqual([opened, closed], [1, 1])
  const locked = await run('audit verify', async () => refuse('unavailable', 'Another Golden Thread has this folder open.'))
  assert.deepEqual([locked.code, locked.err], [1, 'Another Golden Thread has this folder open.\n'])
})

test('a line that is handed to the running site says nothing of opening the store', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const said = { out: '', err: '' }
  const code = await runLine<App>(
    {
      commands,
      version: () => '',
      open: async (progress) => {
        progress('Opening the store in ./data')
        return refuse('unavailable', 'Another Golden Thread has this folder open.')
      },
      handOver: async () => {
        t.mock.timers.tick(3000)
        said.err += 'Loading\n'
        return 0
      },
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      folder: '/home/ada',
      failed: () => assert.fail('nothing fails'),
    },
    ['audit', 'verify'],
  )
  assert.deepEqual([code, said], [0, { out: '', err: 'Loading\n' }])
})

test('a defect is told as the product’s own, with the reference under which its cause is kept, and its words stay out of the answer', async () => {
  const defect = new Error('insert into work.bodies violates a constraint')
  const open = async () => {
    throw defect
  }
  const said = await run('audit verify', open)
  const kept = failures.at(-1)
  assert.equal(kept?.error, defect)
  assert.deepEqual([said.code, said.out], [1, ''])
  assert.match(said.err, /^Something went wrong in Golden Thread\. This is our fault/)
  assert.ok(said.err.includes(`reference ${kept.reference}`) && !said.err.includes('constraint'), said.err)
  const asData = await run('audit verify --json', open)
  const { error } = JSON.parse(asData.out) as { error: { kind: string; reference: string } }
  assert.deepEqual([asData.code, asData.err, error.kind, error.reference], [1, '', 'defect', failures.at(-1)?.reference])
})

test('a full disk is told as what it is', async () => {
  const said = await run('audit verify', async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  })
  assert.equal(said.code, 1)
  assert.match(said.err, /^The disk of this site is full/)
})
