import { test } from 'node:test'
import assert from 'node:assert/strict'
import { nextVersion } from './next-version.ts'
import { readMeetingsFiles, type MeetingDraft } from './read-meetings-file.ts'
import { filesInMemory } from './testing.ts'

async function draft(text: string): Promise<MeetingDraft> {
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': `body: panel\ndate: 2023-07-07\nissued: 2023-06-29\n${text}` })], new Set(['panel']))
  assert.ok(read.ok)
  const [found] = read.value
  assert.ok(found)
  return found
}

const agenda = 'status: agenda-published\nitems: [{ number: 1, title: Apologies }]\n'

test('the first publication is version 1', async () => {
  assert.deepEqual(nextVersion(await draft(agenda), undefined), { ok: true, value: { version: 1, note: 'Agenda published.' } })
})

test('a file that says the same makes no new version', async () => {
  const same = await draft(agenda)
  assert.deepEqual(nextVersion(same, { version: 1, fingerprint: same.fingerprint, status: 'agenda-published', hasAgenda: true }), { ok: true, value: undefined })
})

test('a meeting that was held since is a new version without a correction', async () => {
  const held = await draft(agenda.replace('agenda-published', 'held'))
  assert.deepEqual(nextVersion(held, { version: 1, fingerprint: held.fingerprint, status: 'agenda-published', hasAgenda: true }), {
    ok: true,
    value: { version: 2, note: 'The state of the meeting is now: held.' },
  })
})

test('a published agenda cannot change without saying what is corrected', async () => {
  const standing = { version: 3, fingerprint: 'another', status: 'agenda-published', hasAgenda: true } as const
  const refused = nextVersion(await draft(agenda), standing)
  assert.equal(refused.ok, false)
  assert.deepEqual(nextVersion(await draft(`${agenda}correction: Item 1 had the wrong title.\n`), standing), { ok: true, value: { version: 4, note: 'Item 1 had the wrong title.' } })
})

test('an announced meeting may get its agenda', async () => {
  const standing = { version: 1, fingerprint: 'announcement', status: 'planned', hasAgenda: false } as const
  assert.deepEqual(nextVersion(await draft(agenda), standing), { ok: true, value: { version: 2, note: 'Agenda published.' } })
})
