import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { BackupWriter, linesOf } from '#platform/database/backup/backup-lines.ts'
import { goldenThread } from '../site/product.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const aboutTheStore = ['serve', 'migrate', 'example load', 'import', 'export', 'backup', 'restore', 'doctor']
const commands = [...aboutTheStore, 'pack', 'due', 'user add', 'user disable', 'user list', 'audit verify']

/** Whoever runs the server does it by commands, each of which says what it did and ends accordingly. */
export function commandLine(stores: () => Stores, site: () => Site): void {
  test('--help names every command with what it does; each has help of its own', async () => {
    const help = await goldenThread(['--help'])
    assert.equal(help.code, 0)
    for (const command of commands) assert.match(help.out, new RegExp(`^  ${command} +[A-Z]`, 'm'))
    const own = await goldenThread(['pack', '--help'])
    assert.equal(own.code, 0)
    for (const word of ['BODY', 'DATE', '--out', '--for', '--json']) assert.ok(own.out.includes(word), `the help of pack names ${word}`)
  })

  test('a line that calls a command wrongly ends with 2 and says what was meant; nothing goes to standard output', async () => {
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [['bakcup', 'x'], /no command called bakcup.*backup/s],
      [['due', 'agenda-publication'], /due agenda-publication 2026-04-14/],
      [['due', 'agenda-publicaton', '2026-04-14'], /Did you mean agenda-publication/],
      [['due', 'agenda-publication', '2026-02-30'], /2026-02-30/],
      [['due', 'agenda-publication', '2026-04-14', '--loud'], /--loud/],
      [['audit', 'verify', 'now'], /nothing to do with now/],
    ]
    for (const [words, said] of lines) {
      const { code, out, err } = await goldenThread(words)
      assert.deepEqual([code, out], [2, ''], words.join(' '))
      assert.match(err, said)
    }
  })

  test('due counts back from the meeting over Easter, as text and as JSON, without a store', async () => {
    const { code, out } = await goldenThread(['due', 'agenda-publication', '2026-04-14', '--json'])
    assert.equal(code, 0)
    const due = JSON.parse(out) as { rule: string; due: string; working: string[]; citation: string }
    assert.deepEqual([due.rule, due.due], ['agenda-publication', '2026-04-02'])
    assert.ok(due.working.some((step) => step.includes('Easter Monday')))
    assert.match(due.citation, /Local Government Act 1972/)
    assert.match((await goldenThread(['due', 'agenda-publication', '2026-04-14'])).out, /Thursday 2 April 2026/)
  })

  test('pack writes the pack that the site serves; a meeting without one, or a folder that is not there, is refused', async (t) => {
    const DATA_DIR = await stores().copy()
    const out = join(await folder(t), 'panel.pdf')
    const written = await goldenThread(['pack', panel, '2023-07-07', '--out', out], { DATA_DIR })
    assert.equal(written.code, 0, written.err)
    const served = Buffer.from(await (await fetch(`${site().address}/bodies/${panel}/2023-07-07/pack.pdf`)).arrayBuffer())
    assert.ok(served.equals(await readFile(out)))
    const nowhere = '/no/such/folder/panel.pdf'
    for (const [body, date, to] of [[panel, '2023-07-08', out], ['nobody', '2023-07-07', out], [panel, '2023-07-07', nowhere]] as const) {
      const refused = await goldenThread(['pack', body, date, '--out', to], { DATA_DIR })
      assert.deepEqual([refused.code, refused.out], [1, ''], `${body} ${date} ${to}`)
      assert.ok(refused.err.length > 20)
    }
    assert.equal((await goldenThread(['pack', panel, '2023-07-07'], { DATA_DIR })).code, 2)
  })

  test('everything that is exported and imported into an empty store is exported again as the same files, of every kind', async (t) => {
    const [from, to, first, second] = [await stores().copy(), await stores().empty(), await folder(t), await folder(t)]
    const run = async (words: readonly string[], DATA_DIR: string) => {
      const ended = await goldenThread(words, { DATA_DIR, EXAMPLE: 'none' })
      assert.equal(ended.code, 0, `${words.slice(0, 2).join(' ')}: ${ended.err}`)
      return ended.out
    }
    await run(['export', 'all', '--out', first], from)
    const loaded = JSON.parse(await run(['import', 'all', first, '--json'], to)) as Record<string, Record<string, number>>
    assert.ok(Object.keys(loaded).length >= 14 && (loaded['bodies']?.['bodies'] ?? 0) > 80, JSON.stringify(loaded))
    await run(['export', 'all', '--out', second], to)
    assert.deepEqual(await contents(second), await contents(first))
    const again = JSON.parse(await run(['import', 'all', first, '--json'], to)) as Record<string, Record<string, number>>
    assert.deepEqual(Object.entries(again).filter(([, { published = 0 }]) => published > 0), [])
  })

  test('an account is added with its password, listed, signs in, is closed, and then signs in no more', async (t) => {
    const DATA_DIR = await stores().copy()
    const passwordFile = join(await folder(t), 'password')
    await writeFile(passwordFile, 'nine brave hedgehogs\n')
    const add = ['user', 'add', 'clerk@council.test', '--name', 'Bettina Marsh', '--role', 'officer', '--password-file', passwordFile]
    assert.equal((await goldenThread(add, { DATA_DIR })).code, 0)
    const twice = await goldenThread(add, { DATA_DIR })
    assert.equal(twice.code, 1)
    assert.match(twice.err, /clerk@council\.test/)
    const listed = JSON.parse((await goldenThread(['user', 'list', '--json'], { DATA_DIR })).out) as unknown
    assert.match(JSON.stringify(listed), /"clerk@council\.test"/)
    assert.equal((await goldenThread(['user', 'add', 'x@council.test', '--name', 'X', '--role', 'king'], { DATA_DIR })).code, 2)
    assert.equal((await goldenThread(['user', 'disable', 'clerk@council.test'], { DATA_DIR })).code, 0)
    assert.match((await goldenThread(['user', 'list'], { DATA_DIR })).out, /clerk@council\.test.*(closed|disabled|left)/)
    assert.equal((await goldenThread(['user', 'disable', 'nobody@council.test'], { DATA_DIR })).code, 1)
  })

  test('audit verify finds a whole audit whole, and one that was edited behind the product’s back not', async () => {
    const DATA_DIR = await stores().copy()
    const sound = await goldenThread(['audit', 'verify'], { DATA_DIR })
    assert.equal(sound.code, 0)
    assert.match(sound.out, /The audit is whole: \d+ rows\./)
    await tamper(DATA_DIR)
    const broken = await goldenThread(['audit', 'verify'], { DATA_DIR })
    assert.equal(broken.code, 1)
    assert.match(broken.err, /Row 2 was edited/)
  })

  test('a backup restored into an empty folder serves the same pages, packs and accounts', async (t) => {
    const [from, to, place] = [await stores().copy(), await stores().empty(), await folder(t)]
    const file = join(place, 'store.backup')
    const written = await goldenThread(['backup', file], { DATA_DIR: from })
    assert.equal(written.code, 0, written.err)
    assert.equal((await stat(file)).mode & 0o077, 0, 'nobody else may read a backup')
    const restored = await goldenThread(['restore', file], { DATA_DIR: to, EXAMPLE: 'none' })
    assert.equal(restored.code, 0, restored.err)
    assert.equal((await goldenThread(['restore', file], { DATA_DIR: to, EXAMPLE: 'none' })).code, 1, 'a store in use takes no backup')
    assert.equal((await goldenThread(['audit', 'verify'], { DATA_DIR: to, EXAMPLE: 'none' })).code, 0)
    const again = await startSite(to)
    try {
      const day = `/bodies/${panel}/2023-07-07`
      for (const path of ['/', '/meetings?when=past', '/bodies/map', `/bodies/${panel}`, day, `${day}/items/6`, `${day}/pack.pdf`]) {
        assert.ok((await bytesOf(again, path)).equals(await bytesOf(site(), path)), `${path} is the same after the restore`)
      }
    } finally {
      await again.stop()
    }
  })

  test('a backup that is cut short or changed is refused; a restore that comes to no end leaves a store that only a restore may open', async (t) => {
    const [from, to, place] = [await stores().copy(), await stores().empty(), await folder(t)]
    const file = join(place, 'store.backup')
    await goldenThread(['backup', file], { DATA_DIR: from })
    const whole = await readFile(file)
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1)
    for (const damaged of [whole.subarray(0, whole.length - 200), changed, Buffer.from('no backup at all')]) {
      await writeFile(file, damaged)
      const refused = await goldenThread(['restore', file], { DATA_DIR: to, EXAMPLE: 'none' })
      assert.equal(refused.code, 1)
      assert.match(refused.err, /not a whole backup/)
    }
    await writeFile(file, whole)
    await stopRestore(file, to)
    for (const line of [['export', 'all', '--out', join(place, 'out')], ['doctor']]) {
      const { code, out, err } = await goldenThread(line, { DATA_DIR: to, EXAMPLE: 'none' })
      assert.deepEqual([code, /A restore into this store has begun and has not ended/.test(out + err)], [1, true], line.join(' '))
    }
    assert.equal((await goldenThread(['restore', file], { DATA_DIR: to, EXAMPLE: 'none' })).code, 0)
  })

  test('doctor says of everything that the product stands on whether it is right', async () => {
    const right = await goldenThread(['doctor'], { DATA_DIR: await stores().copy() })
    assert.equal(right.code, 0, right.out)
    for (const what of ['Node', 'settings', 'data folder', 'typesetter', 'database']) assert.match(right.out, new RegExp(`^right +${what}`, 'm'))
    const wrong = await goldenThread(['doctor'], { DATA_DIR: '/dev/null/below-a-file' })
    assert.equal(wrong.code, 1)
    assert.match(wrong.out, /^WRONG +data folder/m)
  })

  test('doctor, asked while the site is running, finds the database open there', async () => {
    const { port } = new URL(site().address)
    const asked = await goldenThread(['doctor'], { DATA_DIR: site().folder, PORT: port })
    assert.equal(asked.code, 0, asked.out)
    assert.match(asked.out, /right +database.*site that is running/)
  })
}

/** A backup that is whole, and yet a restore of it breaks off at its first row. */
async function stopRestore(file: string, to: string): Promise<void> {
  const broken = `${file}-broken`
  const writer = new BackupWriter(broken)
  for await (const line of linesOf(file)) {
    await writer.writeText(line)
    break
  }
  for (const line of [['a row before its table'], { table: 'work.none', columns: [] }]) await writer.write(line)
  await writer.end()
  assert.equal((await goldenThread(['restore', broken], { DATA_DIR: to, EXAMPLE: 'none' })).code, 1)
}

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'golden-thread-out-'))
  t.after(() => rm(made, { recursive: true, force: true }))
  return made
}

async function files(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).toSorted()
}

async function contents(root: string): Promise<Record<string, string>> {
  const names = await files(root)
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readFile(join(root, name))).toString('latin1')])))
}

async function bytesOf({ address }: Site, path: string): Promise<Buffer> {
  const answer = await fetch(`${address}${path}`)
  assert.equal(answer.status, 200, path)
  return Buffer.from(await answer.arrayBuffer())
}

/** What somebody who owns the machine could do: open the database without the product and rewrite a line of its audit. */
async function tamper(dataDir: string): Promise<void> {
  const database = await PGlite.create(`file://${join(dataDir, 'database', 'cluster')}`)
  await database.exec(`set session_replication_role = replica; update access.audit set actor = 'nobody' where number = 2`)
  await database.close()
}
