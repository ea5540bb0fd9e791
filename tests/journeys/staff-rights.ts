import { test } from 'node:test'
import assert from 'node:assert/strict'
import { roles, type AccountId, type PersonId, type Role } from '#access/actor.ts'
import { webContent } from '#entry/features.ts'
import { may } from '#entry/roles.ts'
import { readAudit } from '../site/read-audit.ts'
import { withheldTitle, type StaffAtWork } from '../site/staff-at-work.ts'
import { handsOf, words, type Answered, type StaffHands } from '../site/staff-hands.ts'

/** What one must be allowed to do to read a page, by how its address begins; the first that fits counts. */
const verbToRead: readonly (readonly [RegExp, string])[] = [
  [/^\/staff\/(?:meetings\/plan|meetings\/:meeting\/(?:facts|move|cancel|adjourn))$/, 'meetings.plan'],
  [/^\/staff\/meetings\/:meeting\/items\//, 'agendas.edit'],
  [/^\/staff\/meetings\/:meeting\/(?:publish|publications|after)|^\/staff\/exempt-items/, 'meetings.publish'],
  [/^\/staff\/meetings\/:meeting\/speakers/, 'speaking.see'],
  [/^\/staff\/meetings\/:meeting\/(?:sitting\/declare|minutes\/(?:circulate|numbers))$/, 'minutes.take'],
  [/^\/staff\/meetings\/:meeting\/(?:sitting|minutes)/, 'minutes.see'],
  [/^\/staff\/meetings\/:meeting\/questions/, 'questions.see'],
  [/^\/staff\/meetings/, 'meetings.see'],
  [/^\/staff\/templates/, 'templates.edit'],
  [/^\/staff\/(?:reports|papers)/, 'reports.read'],
  [/^\/staff\/packs\/calendar/, 'calendars.keep'],
  [/^\/staff\/packs\/:body\/:date\/declare$/, 'declarations.make'],
  [/^\/staff\/packs/, 'packs.read'],
  [/^\/staff\/actions\/(?:new|serve)$/, 'actions.keep'],
  [/^\/staff\/actions/, 'actions.see'],
  [/^\/staff\/requests-for-documents\/ask$/, 'requests.make'],
  [/^\/staff\/requests-for-documents/, 'requests.see'],
  [/^\/staff\/questions\/ask$/, 'questions.ask'],
  [/^\/staff\/questions/, 'questions.see'],
  [/^\/staff\/forward-plan\/:reference\/urgency$/, 'forward-plan.agree-urgency'],
  [/^\/staff\/forward-plan\/:reference\/call-in$/, 'decisions.call-in'],
  [/^\/staff\/forward-plan\/:reference\/(?:re)?considered$/, 'decisions.keep'],
  [/^\/staff\/forward-plan(?:\/new|\/:reference\/.+)$/, 'forward-plan.edit'],
  [/^\/staff\/forward-plan/, 'forward-plan.see'],
  [/^\/staff\/groups\/(?:new|:group\/edit)$/, 'groups.edit'],
  [/^\/staff\/(?:groups|lead-members|member-updates)/, 'groups.see'],
  [/^\/staff\/exceptions\/new$/, 'exceptions.report'],
  [/^\/staff\/exceptions/, 'exceptions.see'],
  [/^\/staff\/programmes\/new/, 'programme.edit'],
  [/^\/staff\/programmes\/:body\/propose$/, 'programme.propose'],
  [/^\/staff\/programmes/, 'programme.see'],
  [/^\/staff\/my-interests/, 'interests.tell'],
  [/^\/staff\/interests/, 'interests.register'],
  [/^\/staff\/measures\/(?:new$|:slug\/define)/, 'measures.define'],
  [/^\/staff\/measures\/load$/, 'observations.import'],
  [/^\/staff\/releases\/(?:new|:body\/:period\/assemble)$/, 'releases.assemble'],
  [/^\/staff\/(?:measures|commentary|releases)/, 'measures.see'],
  [/^\/staff\/members/, 'bodies.link-members'],
  [/^\/staff\/bodies/, 'bodies.edit-members'],
]

/** And to send something to it, where that is another. */
const verbToSend: readonly (readonly [RegExp, string])[] = [
  [/\/speakers/, 'speaking.decide'],
  [/^\/staff\/papers\/:paper\/comments/, 'reports.comment'],
  [/^\/staff\/papers/, 'reports.write'],
  [/\/packs\/.*\/(?:notes|seen)/, 'notes.keep'],
  [/^\/staff\/programmes\/:body\/propose$/, 'programme.propose'],
  [/^\/staff\/programmes/, 'programme.edit'],
  [/^\/staff\/meetings\/:meeting\/(?:sitting|minutes)/, 'minutes.take'],
  [/^\/staff\/actions\/(?!new|serve)/, 'actions.answer'],
  [/^\/staff\/requests-for-documents\/:number\/(?:answer|name)$/, 'requests.answer'],
  [/^\/staff\/requests-for-documents\/:number\/withdraw$/, 'requests.make'],
  [/^\/staff\/questions\/:question\/(?:put|decline)$/, 'questions.put'],
  [/^\/staff\/questions\/:question\/answer$/, 'questions.answer'],
  [/^\/staff\/questions\/:question\/withdraw$/, 'questions.ask'],
  [/^\/staff\/(?:groups|lead-members)/, 'groups.edit'],
  [/^\/staff\/member-updates/, 'groups.tell'],
  [/^\/staff\/exceptions/, 'exceptions.report'],
  [/^\/staff\/measures\/:slug\/figure$/, 'observations.enter'],
  [/^\/staff\/commentary/, 'commentary.write'],
  [/^\/staff\/releases\/.*\/(?:check|back)$/, 'releases.assemble'],
  [/^\/staff\/releases\/.*\/approve$/, 'releases.approve'],
  [/^\/staff\/releases\/.*\/(?:embargo|lift|publish|amend)$/, 'releases.publish'],
]

const panel = 'children-and-families-overview-and-scrutiny-panel'

/** Of roles that may do the same the first stands for all. */
const kindsOfReader = [...Map.groupBy(roles, (role) => webContent.staffPages.map(({ path }) => [verbOf(path), verbOf(path, verbToSend)].map((verb) => may(person(role), verb))).join()).values()].map(
  ([role]) => role as Role,
)

/** Each role at each address behind the sign-in, through the front door; and what the audit says of it afterwards. Stops the site: it comes last. */
export function staffRights(work: () => Promise<StaffAtWork>): void {
  const refused = new Map<Role, number>()
  const hands = new Map<Role, Promise<StaffHands>>()
  const handsHeld = async (role: Role): Promise<StaffHands> => {
    const own = hands.get(role) ?? handsOf((await work()).site, role)
    hands.set(role, own)
    return own
  }
  const told = (role: Role, answer: Answered): Answered => {
    if (answer.status === 403) refused.set(role, (refused.get(role) ?? 0) + 1)
    return answer
  }

  test('each role reads just the pages that its work needs, and everything else says clearly that it may not', async () => {
    const faults: string[] = []
    for (const role of kindsOfReader) {
      const own = await handsHeld(role)
      for (const { path, show } of webContent.staffPages) {
        if (show === undefined) continue
        const address = addressOf(path, await work())
        const { status, text, to } = told(role, await own.get(address))
        // What only forms are sent to leads to the page that it belongs to, which is asked by itself.
        if (status === 303 && address.startsWith(to)) continue
        const isAllowed = may(person(role), verbOf(path))
        if (isAllowed ? status >= 500 : ![403, 404].includes(status)) faults.push(`${role} reads ${path}: ${status}`)
        if (!isAllowed && words(text).length < 30) faults.push(`${role} is not told why ${path} is closed: ${words(text)}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('whoever may not do something is refused when they send it all the same, with a token that is right', async () => {
    const faults: string[] = []
    for (const role of kindsOfReader) {
      for (const { path, submit } of webContent.staffPages) {
        if (submit === undefined || may(person(role), verbOf(path, verbToSend))) continue
        const { status } = told(role, await (await handsHeld(role)).post(addressOf(path, await work())))
        if (![403, 404].includes(status)) faults.push(`${role} sends to ${path}: ${status}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('a draft that the public may not read is shown to its author and to officers, and its name to nobody else', async () => {
    const { meeting, withheldReport, site } = await work()
    for (const role of kindsOfReader) {
      const isTold = role === 'officer' || role === 'director'
      for (const address of [withheldReport, `${withheldReport}/history`, `${withheldReport}/comments`]) {
        const answer = told(role, await (await handsHeld(role)).get(address))
        assert.equal(answer.status, isTold ? 200 : may(person(role), 'reports.read') ? 404 : 403, `${role} at ${address}`)
      }
      for (const address of [meeting, `${meeting}/preview`, '/staff', '/staff/reports', '/staff/meetings', `/staff/packs/${panel}/2023-12-06`]) {
        const answer = told(role, await (await handsHeld(role)).get(address))
        assert.ok(isTold || !answer.text.includes(withheldTitle), `${role} learns of it at ${address}`)
      }
    }
    for (const address of ['/meetings', `/bodies/${panel}`, `/bodies/${panel}/2023-12-06`, '/meetings.ics', '/meetings.atom', `/api/v1/bodies/${panel}/meetings/2023-12-06`]) {
      assert.ok(!(await (await fetch(`${site.address}${address}`)).text()).includes(withheldTitle), `the public learns of it at ${address}`)
    }
  })

  test('the public is asked to sign in at every address, and what it sends is not taken', async () => {
    const { site } = await work()
    const faults: string[] = []
    for (const { path, show, submit } of webContent.staffPages) {
      const address = addressOf(path, await work())
      if (show !== undefined) {
        const { status, headers } = await fetch(`${site.address}${address}`, { redirect: 'manual' })
        if (status !== 303 || headers.get('location')?.startsWith('/sign-in?next=/staff') !== true) faults.push(`${path}: ${status}`)
      }
      if (submit !== undefined) {
        const { status } = await fetch(`${site.address}${address}`, { method: 'POST', body: new URLSearchParams({ title: 'Mine' }), redirect: 'manual' })
        if (status !== 403) faults.push(`${path} sent: ${status}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('a form without a token, or with that of another session, changes nothing', async () => {
    const { meeting, report } = await work()
    const [officer, director] = [await handsHeld('officer'), await handsHeld('director')]
    const before = words((await officer.get(meeting)).text)
    const text = await director.get(report)
    for (const token of ['', 'forged', director.token]) {
      assert.equal((await officer.post(`${meeting}/items/new`, { token, title: 'Smuggled in', openness: 'open', report: 'no' })).status, 403)
    }
    assert.equal((await director.post(`${report}/title`, { token: officer.token, title: 'Smuggled in', revision: '1' })).status, 403)
    assert.equal(words((await officer.get(meeting)).text), before)
    assert.equal(/<h1[^>]*>[^<]*/.exec((await director.get(report)).text)?.[0], /<h1[^>]*>[^<]*/.exec(text.text)?.[0])
  })

  test('the audit holds each refusal, and that auditor and administrator have changed nothing', async () => {
    const { site } = await work()
    await site.stop()
    const rows = await readAudit(site.folder)
    for (const role of kindsOfReader) {
      const own = rows.filter(({ account, outcome, reason }) => account === role && outcome === 'refused' && reason === 'not-allowed')
      assert.ok(own.length >= (refused.get(role) ?? 0), `${role} was refused ${refused.get(role)} times, the audit has ${own.length} of them`)
    }
    const quiet = rows.filter(({ account, outcome }) => ['auditor', 'admin', 'practitioner'].includes(account) && outcome === 'done').map(({ verb }) => verb)
    assert.deepEqual([...new Set(quiet)], [])
  })
}

function person(role: Role) {
  return { kind: 'person', account: '' as AccountId, person: '' as PersonId, name: role, roles: [role] } as const
}

function verbOf(path: string, first: typeof verbToRead = []): string {
  return [...first, ...verbToRead].find(([pattern]) => pattern.test(path))?.[1] ?? assert.fail(`whose is ${path}?`)
}

/** The address with what is there in it; of what is not, an id that nothing has. */
function addressOf(path: string, { meeting, report }: StaffAtWork): string {
  const nothing = '00000000-0000-4000-8000-000000000000'
  const known: Readonly<Record<string, string>> = {
    meeting: meeting.split('/').at(-1) ?? '',
    paper: report.split('/').at(-1) ?? '',
    body: panel,
    date: '2023-07-07',
    part: 'body',
    revision: '1',
    number: '1',
    checksum: '0'.repeat(64),
    name: 'file.pdf',
  }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? nothing)
}
