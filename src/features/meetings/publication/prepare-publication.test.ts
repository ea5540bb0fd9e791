import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import type { Body } from '#features/bodies'
import { publicationOf } from './prepare-publication.ts'
import { readMeetingsFiles } from '../import/read-meetings-file.ts'
import { filesInMemory } from '../testing.ts'

const body: Body = {
  slug: 'panel',
  name: 'Children’s Panel',
  kind: 'scrutiny-panel',
  purpose: 'Asks.',
  meetsInPublic: true,
  reportsTo: [],
  members: [
    { seat: 'Councillor', organisation: 'Council', capacity: 'voting', votes: 'all', person: 'Rowan Ashby', from: date('2021-05-10'), to: date('2023-07-06') },
    { seat: 'Councillor', organisation: 'Council', capacity: 'chair', votes: 'all', person: 'Ines Marlowe', from: date('2021-05-10') },
  ],
}

async function published(meeting: string, of: Body = body) {
  const files = { 'm.yaml': meeting, 'secret.md': '---\ntitle: The contract\nframe: panel\n---\n\nThe price is 4711 pounds.\n' }
  const read = await readMeetingsFiles([filesInMemory(files)], new Set(['panel']), date('2023-07-03'))
  assert.ok(read.ok)
  const [draft] = read.value
  assert.ok(draft)
  return publicationOf(draft, of)
}

const head = 'body: panel\ndate: 2023-07-07\nissued: 2023-06-29\nstatus: agenda-published\n'

test('an exempt item is named with its paragraph, and its papers are not in the publication', async () => {
  const made = await published(`${head}items: [{ number: 1, title: A contract, exempt: { paragraph: 3, reason: It would harm the tender. }, report: secret.md }]\n`)
  assert.deepEqual(made.meeting.items[0]?.exempt, { paragraph: 3, reason: 'It would harm the tender.' })
  assert.deepEqual(made.papers, [])
  assert.doesNotMatch(JSON.stringify(made), /4711|The contract|secret/)
})

test('the papers of a confidential item are not in the publication', async () => {
  const made = await published(`${head}items: [{ number: 1, title: A contract, confidential: true, report: secret.md }]\n`)
  assert.doesNotMatch(JSON.stringify(made), /4711/)
})

test('of a private meeting only that it meets is public, whatever its file says', async () => {
  const secret = 'title: Secret A\nvenue: Secret B\nalso-invited: [Secret C]\nlate-reason: Secret D\ncontact: { office: Secret E }\nsource: Secret F\nwebcast: https://secret.example/\n'
  for (const kind of ['public: false', 'private-development: true']) {
    const made = await published(`${head}${kind}\n${secret}items: [{ number: 1, title: Secret G, report: secret.md }]\n`)
    assert.doesNotMatch(JSON.stringify(made), /secret|4711/i)
    assert.deepEqual([made.meeting.date, made.meeting.items, made.meeting.members, made.papers], ['2023-07-07', [], [], []])
  }
})

test('the members named are those in office on the day of the meeting', async () => {
  const made = await published(`${head}items: [{ number: 1, title: Apologies }]\n`)
  assert.deepEqual(made.meeting.members.map((member) => member.person), ['Ines Marlowe'])
})

test('a meeting that names no contact has that of its body', async () => {
  const contact = { office: 'Scrutiny' }
  const meeting = `${head}items: [{ number: 1, title: Apologies }]\n`
  assert.deepEqual((await published(meeting, { ...body, contact })).meeting.contact, contact)
  assert.deepEqual((await published(`${meeting}contact: { office: Governance }\n`, { ...body, contact })).meeting.contact, { office: 'Governance' })
  assert.equal((await published(meeting)).meeting.contact, undefined)
})

test('where the true title would disclose, the matters and what put the item there stay out too', async () => {
  const item = 'number: 1, title: The bid of Alder Homes, subjects: [alder-homes], origin: programme/alder-homes, exempt: { paragraph: 3, reason: It would harm the tender. }'
  const withheld = await published(`${head}items: [{ ${item}, withheld: { public-title: A tender } }]\n`)
  assert.doesNotMatch(JSON.stringify(withheld), /alder/i)
  const open = await published(`${head}items: [{ number: 1, title: A tender, subjects: [tender], origin: programme/tender }]\n`)
  assert.deepEqual([open.meeting.items[0]?.subjects, JSON.stringify(open).includes('origin')], [['tender'], false])
})
