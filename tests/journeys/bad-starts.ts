import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goldenThread, type Settings } from '../site/product.ts'
import { listedMeetings } from '../site/reading.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

/** Each wrong setting, and what the start must say of it. */
const wrongSettings: readonly (readonly [Settings, RegExp])[] = [
  [{ PORT: 'eighty' }, /^ {2}PORT: found "eighty"/m],
  [{ PORT: '70000' }, /^ {2}PORT: .*0 to 65535/m],
  [{ HOST: 'my host' }, /^ {2}HOST: /m],
  [{ DATABASE_URL: 'mysql://u:hunter2@x/y' }, /^ {2}DATABASE_URL: .*postgres:/m],
  [{ DATABASE_READ_URL: 'postgres://x/y' }, /^ {2}DATABASE_READ_URL: .*DATABASE_URL/m],
  [{ EXAMPLE: 'rutland' }, /^ {2}EXAMPLE: .*worcestershire or none/m],
  [{ EXAMPLE_PASSWORD: 'short' }, /^ {2}EXAMPLE_PASSWORD: .*12 characters/m],
  [{ TODAY: '2023-02-30' }, /^ {2}TODAY: .*exists/m],
  [{ TODAY: '2023-07-03', NODE_ENV: 'production', SECRET_KEY: 'correct-horse-battery-staple-0123456789' }, /^ {2}TODAY: .*production/m],
  [{ NODE_ENV: 'production' }, /^ {2}SECRET_KEY: .*missing/m],
  [{ NODE_ENV: 'prod' }, /^ {2}NODE_ENV: /m],
  [{ SECRET_KEY: 'hunter2' }, /^ {2}SECRET_KEY: .*32 characters/m],
  [{ SMTP_URL: 'mail.example' }, /^ {2}SMTP_URL: /m],
  [{ OIDC_ISSUER: 'https://id.example' }, /^ {2}OIDC_CLIENT_ID: .*\n {2}OIDC_CLIENT_SECRET: /m],
  [{ OIDC_TENANT: 'x' }, /^ {2}OIDC_TENANT: .*no setting of this name/m],
  [{ DATADIR: 'x' }, /^ {2}DATADIR: .*no setting of this name/m],
  [{ PORT: 'x', TODAY: 'x' }, /^ {2}PORT: .*\n {2}TODAY: /m],
]

/** A start that cannot go well stops at once and says what to do; what was there stays as it was. */
export function badStarts(stores: () => Stores, site: () => Site): void {
  test('with a wrong setting it does not start', { concurrency: 2 }, async (t) => {
    const starts = wrongSettings.map(([settings, said]) =>
      t.test(`${JSON.stringify(settings)} is named, with what is expected`, async () => {
        const DATA_DIR = join(await stores().empty(), 'never')
        const { code, err } = await goldenThread(['serve'], { DATA_DIR, ...settings })
        assert.equal(code, 1)
        assert.match(err, said)
        assert.doesNotMatch(err, /hunter2|^\s+at /m, 'no secret and no stack trace is shown')
      }),
    )
    await Promise.all(starts)
  })

  test('a port that another program has is named, with another to try', async (t) => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    t.after(() => other.close())
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, err } = await goldenThread(['serve'], { DATA_DIR: await stores().copy(), PORT: String(port) })
    assert.equal(code, 1)
    assert.match(err, new RegExp(`Port ${port} is in use.*PORT=${port + 1}`))
  })

  test('a second site on the folder of a running one is refused, and the first runs on', async () => {
    const { code, err } = await goldenThread(['serve'], { DATA_DIR: site().folder })
    assert.equal(code, 1)
    assert.match(err, /Another Golden Thread is using the folder/)
    assert.equal((await fetch(`${site().address}/health/ready`)).status, 200)
  })

  test('a command on the folder of a running site is carried out by that site, and it runs on', async () => {
    const accounts = await goldenThread(['user', 'list'], { DATA_DIR: site().folder })
    assert.equal(accounts.code, 0, accounts.err)
    assert.match(accounts.out, /officer/)
    assert.equal((await goldenThread(['audit', 'verify'], { DATA_DIR: site().folder })).code, 0)
    const { code, err } = await goldenThread(['import', 'bodies', 'x.yaml'], { DATA_DIR: site().folder })
    assert.equal(code, 1)
    assert.match(err, /x\.yaml/)
    assert.equal((await fetch(`${site().address}/health/ready`)).status, 200)
  })

  test('a data folder that is a file, or whose database is rubbish, is refused with what to do, not with a stack trace', async (t) => {
    const place = await folder(t)
    await writeFile(join(place, 'file'), 'not a folder')
    const rubbish = await stores().copy()
    await writeFile(join(rubbish, 'database', 'cluster', 'global', 'pg_control'), 'rubbish')
    const cut = await stores().copy()
    await rm(join(cut, 'database', 'cluster', 'pg_wal'), { recursive: true })
    for (const DATA_DIR of [join(place, 'file'), '/dev/null/below-a-file', rubbish, cut]) {
      const { code, err } = await goldenThread(['serve'], { DATA_DIR, PORT: '0' })
      assert.equal(code, 1, `${DATA_DIR}: ${err}`)
      assert.match(err, /^[A-Z].*\.\s*$/s)
      assert.doesNotMatch(err, /^\s+at /m)
      assert.ok(err.includes(DATA_DIR), `the folder is named: ${err}`)
    }
  })

  test('a damaged key is refused by name; it is not quietly replaced', async () => {
    const DATA_DIR = await stores().copy()
    await writeFile(join(DATA_DIR, 'secret-key'), 'cut')
    const { code, err } = await goldenThread(['serve'], { DATA_DIR, PORT: '0' })
    assert.equal(code, 1)
    assert.match(err, /The key in .*secret-key is damaged/)
  })

  test('a damaged import file is refused with file, row and field, and changes nothing', async (t) => {
    const DATA_DIR = await stores().copy()
    const place = await folder(t)
    const before = await allThatIsPublished(DATA_DIR)
    for (const { name, what, bytes, said } of damagedFiles) {
      await t.test(name, async () => {
        const file = join(place, name)
        if (bytes !== undefined) await writeFile(file, bytes)
        const { code, out, err } = await goldenThread(['import', what, file], { DATA_DIR })
        assert.deepEqual([code, out], [1, ''], err)
        assert.match(err, said)
        assert.ok(err.includes(file), `the file is named: ${err}`)
        assert.doesNotMatch(err, /^\s+at /m)
      })
    }
    assert.deepEqual(await allThatIsPublished(DATA_DIR), before)
  })
}

const meeting = 'body: cabinet\ndate: 2024-05-09\nstatus: agenda-published\nissued: 2024-04-25\nitems:\n  - number: 1\n    title: The budget\n'
const aBody = 'slug: ward-end\nname: Ward End\nkind: sub-group\npurpose: Meets.\nmeets-in-public: true\n'

/** A few lines that grow to ten thousand entries, as each refers ten times to the one before. */
const laughs = `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]\n`

const damagedFiles: readonly { name: string; what: string; bytes?: string | Buffer; said: RegExp }[] = [
  { name: 'none.yaml', what: 'bodies', said: /There is no such file/ },
  { name: 'cut.yaml', what: 'bodies', bytes: 'slug: ward-end\nname: "Ward E', said: /row 2.*not YAML/ },
  { name: 'half.yaml', what: 'bodies', bytes: 'slug: ward-end\nname: Ward End\n', said: /kind: .*\n.*purpose: .*missing.*\n.*meets-in-public: / },
  { name: 'latin.yaml', what: 'bodies', bytes: Buffer.from(aBody.replace('Meets', 'Caf\u00E9'), 'latin1'), said: /UTF-8/ },
  { name: 'wide.yaml', what: 'bodies', bytes: Buffer.from(aBody, 'utf16le'), said: /UTF-8|NUL/ },
  { name: 'field.yaml', what: 'bodies', bytes: `${aBody}colour: red\n`, said: /row 6, colour: There is no field called colour/ },
  { name: 'nul.yaml', what: 'bodies', bytes: aBody.replace('Meets.', '"Mee\\0ts."'), said: /row 4, purpose: / },
  { name: 'override.yaml', what: 'bodies', bytes: aBody.replace('Meets.', '"Mee\\u202Ets."'), said: /row 4, purpose: .*control character/ },
  { name: 'parent.yaml', what: 'bodies', bytes: `${aBody}reports-to:\n  - { body: nobody, cadence: monthly }\n`, said: /found "nobody"/ },
  { name: 'second-is-wrong.yaml', what: 'bodies', bytes: `${aBody}---\nslug: Ward End\n`, said: /found "Ward End"/ },
  { name: 'binary.yaml', what: 'bodies', bytes: Buffer.from('89504e470d0a1a0a0000000d', 'hex'), said: /UTF-8|not YAML/ },
  { name: 'aliases.yaml', what: 'bodies', bytes: laughs, said: /aliases\.yaml, row \d+/ },
  { name: 'paper.yaml', what: 'meetings', bytes: `${meeting}    report: none.md\n`, said: /items\[1\]\.report: found "none\.md"\. There is no such/ },
  { name: 'outside.yaml', what: 'meetings', bytes: `${meeting}    report: ../../secret.md\n`, said: /items\[1\]\.report: .*without a path/ },
  { name: 'body.yaml', what: 'meetings', bytes: meeting.replace('cabinet', 'nobody'), said: /found "nobody"/ },
  { name: 'day.yaml', what: 'meetings', bytes: meeting.replace('2024-05-09', '2024-02-30'), said: /row 2, date: found "2024-02-30"/ },
  { name: 'late.yaml', what: 'meetings', bytes: meeting.replace('2024-04-25', '2024-05-08'), said: /late-reason: .*five|5/ },
]

async function allThatIsPublished(DATA_DIR: string): Promise<unknown> {
  const own = await startSite(DATA_DIR)
  try {
    const bodies = await (await fetch(`${own.address}/api/v1/bodies?limit=100`)).text()
    return [bodies, (await listedMeetings(own)).map(({ page, ...rest }) => ({ ...rest, page: new URL(page).pathname }))]
  } finally {
    await own.stop()
  }
}

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'golden-thread-damaged-'))
  t.after(() => rm(made, { recursive: true, force: true }))
  return made
}
