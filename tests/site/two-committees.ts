import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goldenThread } from './product.ts'
import type { Stores } from './stores.ts'

/** Chaired by the example's chair, with the example's councillor; its terms are those of the health and wellbeing board: 20 minutes, 3 each, 28 days. */
export const property = 'property-committee'
/** Chaired by the example's chair, with the example's co-opted member; the example's councillor has left it. */
export const schools = 'schools-committee'

/** What nobody but its members and its officers may ever read of either committee. */
export const secrets = ['Quarry Lane', 'Osprey Holdings', 'Bid of the second bidder', 'bids.csv', 'Plan of the depot'] as const

const secretReport = `---
title: Sale of the depot at Quarry Lane
frame: panel
item-for: decision
recommendations:
  - agree the bid of Osprey Holdings
contact-points:
  - Estates, 01632 960111
background-papers: []
proper-officer: Monitoring Officer
---

## The bids

The best bid is that of Osprey Holdings. It stands until the autumn.

![Plan of the depot](depot.svg "The depot")
`

const openReport = `---
title: Roofs of the county’s buildings
frame: panel
item-for: consideration
recommendations:
  - note how the roofs stand
contact-points:
  - Estates, 01632 960111
background-papers: []
proper-officer: Monitoring Officer
---

## How the roofs stand

Of the county’s 212 roofs 30 leak when it rains for long.

The worst ones are mended first, and all of them before the winter of 2025.
`

const depot = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#247"/></svg>'

function committeeFile(slug: string, name: string, ofMembers: readonly string[]): string {
  return `slug: ${slug}
name: ${name}
kind: scrutiny-panel
purpose: Decides what the council owns.
meets-in-public: true
terms-of-reference:
  source: The constitution of the tests
  public-participation: { closes-at: '09:00', working-days-before: 1, minutes-in-all: 20, minutes-each: 3, written-response-days: 28 }
contact: { office: Estates, phone: 01632 960111, email: estates@example.test }
members:
${ofMembers.join('\n')}
`
}

const seat = (person: string, capacity: string, days: string) => `  - { seat: Member, organisation: County Council, capacity: ${capacity}, votes: all, person: ${person}, ${days} }`
const chair = seat('Cllr Deborah Quennell', 'chair', 'from: 2021-05-10')

function meetingFile(body: string, date: string, status: string): string {
  return `body: ${body}
date: ${date}
time: "10:00"
venue: Lakeview Room, County Hall
${status}
contact: { office: Estates, phone: 01632 960111, email: estates@example.test }
items:
  - { number: 1, title: Apologies, standing: apologies, minutes: 1 }
  - { number: 2, title: Public Participation, standing: public-participation, timing: { from: "10:05", to: "10:25" } }
  - { number: 3, title: Roofs of the county’s buildings, kind: consideration, minutes: 30, report: roofs.md }
  - number: 4
    title: Sale of the depot at Quarry Lane
    kind: decision
    minutes: 20
    exempt: { paragraph: 3, reason: The council would be offered less if its figures were known. }
    withheld: { public-title: A property matter, decided-by: Monitoring Officer, decided-on: 2023-06-30, review-on: 2024-01-31 }
    report: sale.md
`
}

const beingWritten = 'status: planned'
const published = 'status: agenda-published\nissued: 2023-06-30'

const ofProperty = [chair, seat('Cllr Isla Dunmore', 'voting', 'from: 2021-05-10')]
const ofSchools = [chair, seat('Jonah Pettigrew', 'co-opted', 'from: 2021-05-10'), seat('Cllr Isla Dunmore', 'voting', 'from: 2021-05-10, to: 2023-06-30')]

const files = {
  'committees.yaml': `${committeeFile(property, 'Property Committee', ofProperty)}---\n${committeeFile(schools, 'Schools Committee', ofSchools)}`,
  'meetings.yaml': [meetingFile(property, '2023-07-17', beingWritten), meetingFile(schools, '2023-07-18', beingWritten), meetingFile(property, '2023-07-24', published)].join('---\n'),
  'roofs.md': openReport,
  'sale.md': secretReport,
  'depot.svg': depot,
}

/**
 * Makes copies of a store in which each committee has a meeting whose agenda is being written, on 17 and 18 July 2023, and the Property Committee
 * one whose agenda is published, on Monday 24 July 2023. Loading takes seconds and is done once.
 */
export function storesOfCommittees(stores: () => Stores): () => Promise<string> {
  let loaded: Promise<string> | undefined
  return async () => {
    const from = await (loaded ??= stores().copy().then(loadCommittees))
    const to = await stores().empty()
    await cp(from, to, { recursive: true, mode: 0 })
    return to
  }
}

async function loadCommittees(store: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-committees-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  for (const [what, file] of [['bodies', 'committees.yaml'], ['meetings', 'meetings.yaml']] as const) {
    const { code, out, err } = await goldenThread(['import', what, join(folder, file)], { DATA_DIR: store })
    assert.equal(code, 0, `${what} are loaded: ${out} ${err}`)
  }
  await rm(folder, { recursive: true })
  return store
}
