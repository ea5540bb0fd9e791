import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modernGovPages } from './modern-gov/pages.ts'
import { oparlPages } from './oparl/pages.ts'
import { bodies, eachOpenDataDesk, otto } from './oparl/testing.ts'

/** Words that stand only in what is not public. */
const secrets = /quince|medlar|damson|bullace|sloe|rowan|hawthorn|juniper/i

const open = `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
correction: Looked at again
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: Holiday clubs }
  - { number: 3, title: The bid of Quince Ltd, exempt: { paragraph: 3, reason: The price. }, withheld: { public-title: A contract }, note: Medlar is dearer, presenter: Ms Damson, report: secret.md }
`
const exempted = open.replace('title: Holiday clubs', 'title: Holiday clubs, exempt: { paragraph: 3, reason: The price. }')
const closed = `body: panel
date: 2023-06-12
time: "10:00"
status: held
issued: 2023-05-30
public: false
items:
  - { number: 1, title: What happened at Bullace House, exempt: { paragraph: 1, reason: Children. } }
  - { number: 2, title: The inspector of Sloe Lane }
`
const heldInPrivate = `body: panel
date: 2023-06-12
state: circulated
circulated: 2023-06-20
attendance: { opened: "10:00", closed: "11:00", present: [{ member: Cllr Dora Finch }, { member: Cllr Otto Lane }] }
minutes:
  - { item: 1, number: 3, text: The visit was noted., members-text: The children of Rowan Street were moved. }
  - { item: 2, number: 4, text: The inspector will come to Sloe Lane. }
`
const interests = `member: Cllr Otto Lane
interests:
  - ref: refuge
    kind: employment
    words: Night manager of Hawthorn House
    subjects: [Hawthorn House]
    from: 2019-05-13
    told-on: 2022-08-02
    registered-on: 2022-08-05
    sensitive: { reason: Its whereabouts are kept., state: withheld }
`
const question = `reference: clubs
body: panel
asked-by: Cllr Otto Lane
asked-on: 2023-07-01
item: { date: 2023-07-07, number: 2, title: Holiday clubs }
question: Why does Juniper cost more?
answered-by: Director
due: 2023-07-07
`

eachOpenDataDesk([...oparlPages, ...modernGovPages], ({ ask, loadBodies, loadMeeting, load }) => {
  /** Everything that these addresses say, and every address of this site that they name, followed until there is none that was not read. */
  const everything = async (): Promise<string> => {
    const calls = ['GetCommittees', 'GetMeetings', 'GetCouncillorsByWard'].map((call) => `/mgWebService.asmx/${call}`)
    const lists = ['agenda-items', 'papers', 'consultations', 'files', 'locations', 'persons', 'memberships', 'meetings', 'organizations'].map((list) => `/oparl/v1.1/${list}?modified_since=2000-01-01T00:00:00Z`)
    const waiting = ['/oparl/v1.1/system', ...calls, ...lists]
    const read = new Map<string, string>()
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (read.has(address)) continue
      const answer = await ask(address)
      const text = answer.kind === 'file' ? String(answer.body) : JSON.stringify(answer)
      read.set(address, text)
      waiting.push(...Array.from(text.matchAll(/"http:\/\/council\.test(\/oparl[^"]*)"/g), ([, found = '']) => found))
      waiting.push(...Array.from(text.matchAll(/<meetingid>(\d+)</g), ([, number = '']) => [`/mgWebService.asmx/GetMeeting?lMeetingId=${number}`, `/ieListDocuments.aspx?MId=${number}`]).flat())
      waiting.push(...Array.from(text.matchAll(/<agendaitemid>(\d+)</g), ([, number = '']) => `/ieDecisionDetails.aspx?AIId=${number}`))
    }
    assert.ok(read.size > 20, 'it was read')
    return [...read].map(([address, text]) => `${address}\n${text}`).join('\n')
  }

  test('nothing that is not public is said by any of these addresses: an exempt item, a private meeting and its minutes, a sensitive interest, a question whose item was withheld', async () => {
    await loadBodies(bodies(otto))
    await loadMeeting(open)
    await loadMeeting(closed)
    await load('minutes', heldInPrivate)
    await load('interests', interests)
    await load('questions', question)
    const before = await everything()
    assert.match(before, /A contract/, 'what is public of it is said')
    assert.doesNotMatch(before, secrets)
    await loadMeeting(exempted)
    assert.doesNotMatch(await everything(), secrets)
  })
})
