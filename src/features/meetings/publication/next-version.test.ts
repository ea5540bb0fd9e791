import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { nextVersion } from './next-version.ts'
import { readMeetingsFiles } from '../import/read-meetings-file.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import { filesInMemory } from '../testing.ts'

async function draft(text: string): Promise<MeetingDraft> {
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': `body: panel\ndate: 2023-07-07\nissued: 2023-06-29\n${text}` })], new Set(['panel']), date('2023-07-08'))
  assert.ok(read.ok)
  const [found] = read.value
  assert.ok(found)
  return found
}

const longBefore = date('2023-06-01')
const agenda = 'status: agenda-published\nitems: [{ number: 1, title: Apologies }]\n'

test('the first publication is version 1', async () => {
  assert.deepEqual(nextVersion(await draft(agenda), undefined, longBefore), { ok: true, value: { version: 1, note: 'Agenda published.' } })
})

test('a file that says the same makes no new version', async () => {
  const same = await draft(agenda)
  assert.deepEqual(nextVersion(same, { version: 1, fingerprint: same.fingerprint, status: 'agenda-published', items: ['Apologies'] }, longBefore), { ok: true, value: undefined })
})

test('a meeting that was held since is a new version without a correction', async () => {
  const held = await draft(agenda.replace('agenda-published', 'held'))
  assert.deepEqual(nextVersion(held, { version: 1, fingerprint: held.fingerprint, status: 'agenda-published', items: ['Apologies'] }, longBefore), {
    ok: true,
    value: { version: 2, note: 'The state of the meeting is now: held.' },
  })
})

test('a published agenda cannot change without saying what is corrected', async () => {
  const standing = { version: 3, fingerprint: 'another', status: 'agenda-published', items: ['Apologies'] } as const
  const refused = nextVersion(await draft(agenda), standing, longBefore)
  assert.equal(refused.ok, false)
  assert.deepEqual(nextVersion(await draft(`${agenda}correction: Item 1 had the wrong title.\n`), standing, longBefore), { ok: true, value: { version: 4, note: 'Item 1 had the wrong title.' } })
})

test('an announced meeting may get its agenda', async () => {
  const standing = { version: 1, fingerprint: 'announcement', status: 'planned', items: [] } as const
  assert.deepEqual(nextVersion(await draft(agenda), standing, longBefore), { ok: true, value: { version: 2, note: 'Agenda published.' } })
})

test('an item that joins a published agenda later than five clear working days before needs the chair’s reason', async () => {
  const standing = { version: 1, fingerprint: 'before', status: 'agenda-published', items: ['Apologies'] } as const
  const joined = (reason: string) => draft(`correction: Item 2 joins.\nstatus: agenda-published\nitems: [{ number: 1, title: Apologies }, { number: 2, title: A closed school${reason} }]\n`)
  const late = nextVersion(await joined(''), standing, date('2023-07-03'))
  assert.match(late.ok ? '' : (late.refusal.faults[0]?.message ?? ''), /fewer than 5 clear working days to go\. Give the chair's reason/)
  assert.equal(nextVersion(await joined(', late-reason: It closed yesterday.'), standing, date('2023-07-03')).ok, true)
  assert.equal(nextVersion(await joined(''), standing, date('2023-06-29')).ok, true)
})

test('a title put right late is no late item', async () => {
  const standing = { version: 1, fingerprint: 'before', status: 'agenda-published', items: ['Apologise'] } as const
  assert.equal(nextVersion(await draft(`${agenda}correction: The title of item 1.\n`), standing, date('2023-07-05')).ok, true)
})
