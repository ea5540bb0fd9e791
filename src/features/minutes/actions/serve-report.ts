import { randomUUID } from 'node:crypto'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { words } from '#platform/files/fields.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { scrutinyKinds } from '../scrutiny-kinds.ts'
import { uuidOf } from '../taking/record/resolution-id.ts'
import type { Action, ActionId, Asked, Duty } from './action.ts'
import { possibleOwners } from './assign-action.ts'
import { siteLink } from './chain-step.ts'
import { follow } from './chain.ts'
import { isBound } from './clock.ts'
import { notHeldOn } from './closing.ts'
import { dutiesOf, dutyChosen } from './duties.ts'
import { addSteps, giveToOwner, holdNumbers, nextNumber, putInReport, settleActions } from './keep-actions.ts'
import { outsideLifetime } from './lifetime.ts'
import { placeOutstanding } from './outstanding.ts'
import { hiddenAddress } from './public-evidence.ts'
import { askedOfBody } from './read-actions.ts'
import { insertReport, publishReport, reportSentBy, reportServed } from './reports.ts'
import { nameOf } from './take-step.ts'

/** A report that was served, as an officer typed it. */
export interface TypedReport {
  readonly body: string
  readonly title: string
  readonly link: string
  /** The address word of the body that was served: the cabinet. */
  readonly of: string
  /** What binds them; empty where only one duty can. */
  readonly duty: string
  readonly received: string
  /** The references of recommendations that the body resolved and the report holds. */
  readonly chosen: readonly string[]
  /** Who is to answer them all; empty for nobody yet. */
  readonly owner: string
}

interface ReadReport {
  readonly body: string
  readonly title: string
  readonly link?: string | undefined
  readonly of: Asked
  readonly receivedOn: LocalDate
  readonly duty: Duty
  readonly chosen: readonly Action[]
  readonly owner?: PersonId
}

const mostInReport = 60

/**
 * Records that a scrutiny body's report was served by written notice, which starts the count for each of its recommendations: the executive's two months (Local Government Act 2000 s9FE), a
 * health body's 28 days, none for another partner authority. It holds what the body resolved at a meeting, and nothing else. The same form sent twice is one report; answers its number.
 */
export function serveReport(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>, typed: TypedReport, sending: string): Promise<Outcome<number>> {
  return act(context, { verb: 'actions.keep', subject: { kind: 'served-report', id: 'new' }, detail: { step: 'served' } }, async (tx) => {
    await holdNumbers(tx)
    const form = uuidOf(JSON.stringify([nameOf(context), sending || randomUUID(), typed]))
    const before = await reportSentBy(tx.reader, form)
    if (before !== undefined) return ok(before)
    const number = await nextNumber(tx, 'work.served_reports')
    const read = await readReport(tx.reader, { context, origin: app.origin }, typed)
    if (!read.ok) return read
    const at = instantOf(context.today, app.now())
    return ok(await served(tx, { ...read.value, number, sending: form, by: nameOf(context), at }))
  })
}

interface Serving extends ReadReport {
  readonly number: number
  readonly sending: string
  readonly by: string
  readonly at: Date
}

async function served(tx: Transaction, { number, sending, chosen: actions, by, at, owner, ...read }: Serving): Promise<number> {
  const { body, title, link, of, receivedOn, duty } = read
  const report = { number, body, title, link, of, receivedOn, duty, isPublic: actions.every(({ isPublic }) => isPublic) }
  const id = await insertReport(tx, { ...report, sending })
  const ids: ActionId[] = actions.map((action) => action.id)
  const step = { what: 'served' as const, on: receivedOn, report: title, ...given('link', link), ...(duty === 'executive-response' ? {} : { duty }) }
  await addSteps(tx, actions.map(({ id: action, chain }) => ({ action, number: chain.length + 1, step })), { by, at })
  await putInReport(tx, ids, id)
  if (owner !== undefined) await giveToOwner(tx, ids, owner)
  await publishReport(tx, report, actions.map((action) => action.number), at)
  await settleActions(tx, ids, at)
  await placeOutstanding(tx, [body], dateOf(londonMoment(at.toISOString())))
  return number
}

async function readReport(reader: Reader, { context, origin }: { readonly context: Context; readonly origin: string }, typed: TypedReport): Promise<Outcome<ReadReport>> {
  const faults: Fault[] = []
  const bodies = new Map((await publishedBodies(reader)).map((body) => [body.slug, body]))
  const title = words('the title of the report').safeParse(cleanText(typed.title))
  if (!title.success) faults.push({ field: 'title', message: title.error.issues[0]?.message ?? '' })
  const kind = bodies.get(typed.body)?.kind
  if (kind === undefined || !scrutinyKinds.has(kind)) faults.push({ field: 'body', message: 'Choose the scrutiny body whose report it is' })
  const named = bodies.get(typed.of)
  const of = named !== undefined && dutiesOf[named.kind] !== undefined ? named : undefined
  const ofName = of?.name
  if (ofName === undefined) faults.push({ field: 'of', message: 'Choose on whom it was served' })
  const duty = of && dutyChosen(of.kind, typed.duty)
  if (of !== undefined && duty === undefined) faults.push({ field: 'duty', found: typed.duty.slice(0, 100), message: notBound(of) })
  const link = siteLink.safeParse(typed.link === '' ? undefined : typed.link)
  if (!link.success) faults.push({ field: 'link', message: link.error.issues[0]?.message ?? '' })
  const hidden = link.success && link.data !== undefined ? hiddenAddress(link.data, { origin }) : undefined
  if (hidden !== undefined) faults.push({ field: 'link', found: typed.link, message: hidden })
  const received = readReceived(typed.received, { today: context.today, duty }, faults)
  const known = title.success && received !== undefined ? await reportServed(reader, { body: typed.body, title: title.data, receivedOn: received }) : undefined
  if (known !== undefined) faults.push({ field: 'title', found: typed.title, message: `This report is in the record already, as served report ${known.number} of that day. Answer it there, or give the title of another` })
  const gone = of === undefined || received === undefined ? undefined : outsideLifetime(of, received)
  if (gone !== undefined) faults.push({ field: 'of', found: typed.of, message: `${gone}. Choose the body that there was on that day` })
  if (typed.chosen.length === 0) faults.push({ field: 'chosen', message: 'Choose at least one recommendation' })
  if (typed.chosen.length > mostInReport) faults.push({ field: 'chosen', message: `Choose at most ${mostInReport} recommendations` })
  const owner = typed.owner === '' ? undefined : (await possibleOwners(reader, context)).find(({ person }) => person === typed.owner)
  if (typed.owner !== '' && owner === undefined) faults.push({ field: 'owner', message: 'Choose somebody from the list: only they can answer' })
  const chosen = await chosenOf(reader, typed, received, faults)
  if (faults.length > 0 || !title.success || !link.success || ofName === undefined || received === undefined || duty === undefined) return refuse('invalid', '', faults)
  return ok({ body: typed.body, title: title.data, link: link.data, of: { name: ofName, body: typed.of }, receivedOn: received, duty, chosen, ...(owner === undefined ? {} : { owner: owner.person }) })
}

/** Why this duty is not that of the body which was served. */
function notBound({ name, kind }: Pick<Body, 'name' | 'kind'>): string {
  return dutiesOf[kind]?.includes('executive-response') === true ? `${name} is the council or its executive. Choose that` : `Choose what binds ${name}: only the council and its executive have the two months`
}

function readReceived(typed: string, { today, duty }: { readonly today: LocalDate; readonly duty: Duty | undefined }, faults: Fault[]): LocalDate | undefined {
  const day = parseTypedDay(typed)
  const field = 'received'
  if (day === undefined) faults.push({ field, found: typed, message: 'Give the day on which the notice was received, as 2023-07-03 or 3 July 2023' })
  else if (day > today) faults.push({ field, found: typed, message: 'Give a day that is not to come: every count begins once the notice was received' })
  else if (duty !== undefined && !isBound(day, duty)) faults.push({ field, found: typed, message: 'The law on this was not in force on that day. Give a later day' })
  return day
}

async function chosenOf(reader: Reader, typed: TypedReport, received: LocalDate | undefined, faults: Fault[]): Promise<readonly Action[]> {
  if (typed.chosen.length === 0 || typed.chosen.length > mostInReport) return []
  const all = await askedOfBody(reader, typed.body, mostInReport)
  const chosen = all.filter(({ number }) => typed.chosen.includes(String(number)))
  if (chosen.length < new Set(typed.chosen).size) faults.push({ field: 'chosen', message: 'One of these can no longer be served: it is answered, withdrawn or in another report. Choose again' })
  if (new Set(chosen.map(({ isPublic }) => isPublic)).size > 1) faults.push({ field: 'chosen', message: 'Some of these were asked in private. Serve them in a report of their own' })
  faults.push(...(await unresolved(reader, typed.body, chosen)))
  for (const action of chosen) {
    const led = received === undefined ? undefined : follow(action, [...action.chain.map(({ step }) => step), { what: 'served', on: received, report: 'report' }])
    if (led?.ok === false) faults.push({ field: 'received', message: led.refusal.faults[0]?.message ?? led.refusal.message })
  }
  return chosen
}

/** Only what a body resolved at a meeting of its own is its recommendation. */
async function unresolved(reader: Reader, body: string, chosen: readonly Action[]): Promise<Fault[]> {
  const faults: Fault[] = []
  // A report is the work of a meeting or two.
  for (const date of new Set(chosen.flatMap((one) => one.date ?? []))) {
    const message = await notHeldOn(reader, body, date)
    if (message !== undefined) faults.push({ field: 'chosen', found: date, message })
  }
  return faults
}
