import assert from 'node:assert/strict'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import type { Actor, Role } from '#access/actor.ts'
import { actorKey, type AccountId } from '#access/actor.ts'
import type { Context } from '#access/act.ts'
import { peopleWith } from '#access/people.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Database } from '#platform/database/database.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { linkMembersByName } from '#features/bodies'
import { importMeetings } from '../import/import-meetings.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { filesInMemory } from '../testing.ts'
import { bodyFile } from '../../bodies/testing.ts'
import { loadBodies, meetingsApp } from '../work/testing.ts'

export const day = date('2023-07-07')
export const panelMeeting = { body: 'panel', date: day }
export const now = new Date('2023-07-01T09:00:00Z')

const member = (person: string, capacity: string, votes = 'all') => `  - { seat: Member, organisation: Council, capacity: ${capacity}, votes: ${votes}, person: ${person}, from: 2021-05-10 }\n`
const bodies = `${bodyFile('panel', 'Children’s Panel', `members:\n${member('Cllr Isla Dunmore', 'voting')}${member('Jonah Pettigrew', 'co-opted', 'education-only')}`)}---
${bodyFile('cabinet', 'Cabinet', '', 'cabinet')}members:
${member('Cllr Deborah Quennell', 'chair')}`

const agenda = `body: panel
date: 2023-07-07
time: "10:00"
venue: County Hall
status: agenda-published
issued: 2023-06-29
items:
  - number: 1
    title: Buses
    report: buses.md
  - number: 2
    title: The school that is for sale
    exempt: { paragraph: 3, reason: It would harm the sale. }
    withheld: { public-title: A matter of property, decided-by: Monitoring Officer }
    report: sale.md
`
const privateSession = 'body: panel\ndate: 2023-09-05\ntime: "14:00"\nvenue: Room 4\ntitle: Learning about the sale\nstatus: planned\nprivate-development: true\n'
const report = (title: string, text: string) => `---\ntitle: ${title}\nframe: panel\nbackground-papers: []\n---\n\n${text}\n`
const files = {
  'meetings.yaml': agenda,
  'private.yaml': privateSession,
  'buses.md': report('Buses', 'The number of buses in the county has fallen to forty in the last year.\n\nMembers asked for this report in May.'),
  'sale.md': report('The sale', 'The price is 4711 pounds.\n\n![A plan](plan.svg)'),
  'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
}

/** The product as far as meetings need it, on this database. */
export function readingApp(database: Database, store: ContentStore): MeetingsApp {
  return meetingsApp(database, store, { now: () => now })
}

/** A panel with a member and a co-opted member, a cabinet with another, a meeting of the panel with an exempt item, and a private session. */
export async function loadPanel(app: MeetingsApp): Promise<void> {
  await loadBodies(app, bodies)
  const loaded = await importMeetings(app, [filesInMemory(files), filesInMemory({ 'private.yaml': privateSession })], () => undefined)
  assert.ok(loaded.ok, JSON.stringify(loaded))
  assert.ok((await addExampleAccounts(app.context(), 'seven quiet herons', now)).ok)
  assert.ok((await linkMembersByName(app.context())).ok)
}

/** Version 2 of the panel's meeting: a paragraph of the open report says something else. */
export async function correctPanel(app: MeetingsApp): Promise<void> {
  const corrected = { ...files, 'meetings.yaml': `${agenda}correction: The number of buses.\n`, 'buses.md': files['buses.md'].replace('forty', 'thirty-nine').replace('Members asked for this report in May.\n', '') }
  const loaded = await importMeetings(app, [filesInMemory(corrected)], () => undefined)
  assert.ok(loaded.ok, JSON.stringify(loaded))
}

/** Somebody of the example accounts at the web door. */
export async function asPerson(database: Database, role: Role): Promise<Context & { readonly actor: Actor & { readonly kind: 'person' } }> {
  const people = await database.read('operator:test', (reader) => peopleWith(reader, day, [role]))
  const [found] = people
  assert.ok(found)
  const actor = { kind: 'person', account: 'unused' as AccountId, person: found.person, name: found.name, roles: found.roles } as const
  return { ...testContext(database), actor, door: 'web' }
}

/** How many rows the audit has of this verb done or refused by this actor. */
export async function audited(database: Database, context: Context, verb: string): Promise<{ outcome: string; detail: unknown }[]> {
  return database.owner((tx) =>
    tx
      .tables<{ 'access.audit': { actor: string; verb: string; outcome: string; detail: unknown; number: number } }>()
      .selectFrom('access.audit')
      .select(['access.audit.outcome', 'access.audit.detail'])
      .where('access.audit.actor', '=', actorKey(context.actor))
      .where('access.audit.verb', '=', verb)
      .orderBy('access.audit.number')
      .execute(),
  )
}
