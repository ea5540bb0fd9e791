import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { words } from '#platform/files/fields.ts'
import { publishedBodies } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { scrutinyKinds, servedKinds } from '../scrutiny-kinds.ts'
import { uuidOf } from '../taking/record/resolution-id.ts'
import type { Action, ActionId, Asked } from './action.ts'
import { possibleOwners } from './assign-action.ts'
import { siteLink } from './chain-step.ts'
import { follow } from './chain.ts'
import { responseClock } from './clock.ts'
import { addSteps, giveToOwner, holdNumbers, nextNumber, putInReport, settleActions } from './keep-actions.ts'
import { outsideLifetime } from './lifetime.ts'
import { placeOutstanding } from './outstanding.ts'
import { hiddenAddress } from './public-evidence.ts'
import { raiseActions } from './raise-actions.ts'
import { actionsFrom, actionsWith, askedOfBody } from './read-actions.ts'
import { insertReport, publishReport, reportSentBy, reportServed } from './reports.ts'
import { nameOf } from './take-step.ts'

/** A report served on the executive, as an officer typed it. */
export interface TypedReport {
  readonly body: string
  readonly title: string
  readonly link: string
  /** The address word of the body that must answer: the cabinet. */
  readonly of: string
  readonly received: string
  /** The references of recommendations of the body that are in the report. */
  readonly chosen: readonly string[]
  /** Those that are not in the record yet: one a paragraph. */
  readonly added: string
  /** Who is to answer them all; empty for nobody yet. */
  readonly owner: string
}

interface ReadReport {
  readonly body: string
  readonly title: string
  readonly link?: string | undefined
  readonly of: Asked
  readonly receivedOn: LocalDate
  readonly chosen: readonly Action[]
  readonly added: readonly string[]
  readonly owner?: PersonId
}

const mostInReport = 60

/**
 * Records that a scrutiny body's report was served on the executive by written notice, which starts the two months of Local Government Act 2000 s9FE for each of its
 * recommendations. The same form sent twice is one report; answers its number.
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
    const added = await raised(tx, read.value, sending || form, at)
    if (added.some(({ report }) => report !== undefined)) return refuse('conflict', 'This report is served already: the form was sent twice.')
    return ok(await served(tx, { ...read.value, number, sending: form, by: nameOf(context), at, actions: [...read.value.chosen, ...added] }))
  })
}

async function raised(tx: Transaction, { body, receivedOn, of, added }: ReadReport, sending: string, at: Date): Promise<Action[]> {
  const origins = added.map((_, index) => ({ kind: 'recommendation' as const, id: `report/${sending.slice(0, 100)}/${index + 1}` }))
  const asked = added.flatMap((said, index) => (origins[index] === undefined ? [] : [{ origin: origins[index], words: said, of, kind: 'recommendation' as const }]))
  await raiseActions(tx, { body, on: receivedOn, isPublic: true }, asked, at)
  const found = await actionsFrom(tx.reader, origins)
  return actionsWith(tx.reader, found.map(({ action }) => action))
}

interface Serving extends ReadReport {
  readonly number: number
  readonly sending: string
  readonly actions: readonly Action[]
  readonly by: string
  readonly at: Date
}

async function served(tx: Transaction, { number, sending, actions, by, at, owner, ...read }: Serving): Promise<number> {
  const { body, title, link, of, receivedOn } = read
  const report = { number, body, title, link, of, receivedOn, isPublic: actions.every(({ isPublic }) => isPublic) }
  const id = await insertReport(tx, { ...report, sending })
  const ids: ActionId[] = actions.map((action) => action.id)
  const step = { what: 'served' as const, on: receivedOn, report: title, ...(link === undefined ? {} : { link }) }
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
  const of = named !== undefined && servedKinds.includes(named.kind) ? named : undefined
  const ofName = of?.name
  if (ofName === undefined) faults.push({ field: 'of', message: 'Choose who must answer' })
  const link = siteLink.safeParse(typed.link === '' ? undefined : typed.link)
  if (!link.success) faults.push({ field: 'link', message: link.error.issues[0]?.message ?? '' })
  const hidden = link.success && link.data !== undefined ? hiddenAddress(link.data, { origin }) : undefined
  if (hidden !== undefined) faults.push({ field: 'link', found: typed.link, message: hidden })
  const received = readReceived(typed.received, context.today, faults)
  const known = title.success && received !== undefined ? await reportServed(reader, { body: typed.body, title: title.data, receivedOn: received }) : undefined
  if (known !== undefined) faults.push({ field: 'title', found: typed.title, message: `This report is in the record already, as served report ${known.number} of that day. Answer it there, or give the title of another` })
  const gone = of === undefined || received === undefined ? undefined : outsideLifetime(of, received)
  if (gone !== undefined) faults.push({ field: 'of', found: typed.of, message: `${gone}. Choose the body that there was on that day` })
  const added = cleanText(typed.added).split(/\n[^\S\n]*\n/).map((one) => one.trim().replaceAll(/\s*\n\s*/g, ' ')).filter((one) => one !== '')
  if (added.length + typed.chosen.length === 0) faults.push({ field: 'added', message: 'Give at least one recommendation: choose it above or type it here' })
  if (added.length + typed.chosen.length > mostInReport) faults.push({ field: 'added', message: `Give at most ${mostInReport} recommendations` })
  if (added.some((one) => !z.string().max(4000).safeParse(one).success)) faults.push({ field: 'added', message: 'Shorten each recommendation to 4000 characters' })
  const owner = typed.owner === '' ? undefined : (await possibleOwners(reader, context)).find(({ person }) => person === typed.owner)
  if (typed.owner !== '' && owner === undefined) faults.push({ field: 'owner', message: 'Choose somebody from the list: only they can answer' })
  const chosen = await chosenOf(reader, typed, received, faults)
  if (faults.length > 0 || !title.success || !link.success || ofName === undefined || received === undefined) return refuse('invalid', '', faults)
  return ok({ body: typed.body, title: title.data, link: link.data, of: { name: ofName, body: typed.of }, receivedOn: received, chosen, added, ...(owner === undefined ? {} : { owner: owner.person }) })
}

function readReceived(typed: string, today: LocalDate, faults: Fault[]): LocalDate | undefined {
  const day = parseTypedDay(typed)
  const field = 'received'
  if (day === undefined) faults.push({ field, found: typed, message: 'Give the day on which the notice was received, as 2023-07-03 or 3 July 2023' })
  else if (day > today) faults.push({ field, found: typed, message: 'Give a day that is not to come: the two months begin once the notice was received' })
  else if (responseClock(day) === undefined) faults.push({ field, found: typed, message: 'The law on this answer was not in force on that day. Give a later day' })
  return day
}

async function chosenOf(reader: Reader, typed: TypedReport, received: LocalDate | undefined, faults: Fault[]): Promise<readonly Action[]> {
  if (typed.chosen.length === 0 || typed.chosen.length > mostInReport) return []
  const all = await askedOfBody(reader, typed.body, mostInReport)
  const chosen = all.filter(({ number }) => typed.chosen.includes(String(number)))
  if (chosen.length < new Set(typed.chosen).size) faults.push({ field: 'chosen', message: 'One of these can no longer be served: it is answered, withdrawn or in another report. Choose again' })
  if (new Set(chosen.map(({ isPublic }) => isPublic)).size > 1 || (chosen.some(({ isPublic }) => !isPublic) && typed.added.trim() !== '')) {
    faults.push({ field: 'chosen', message: 'Some of these were asked in private. Serve them in a report of their own' })
  }
  for (const action of chosen) {
    const led = received === undefined ? undefined : follow(action, [...action.chain.map(({ step }) => step), { what: 'served', on: received, report: 'report' }])
    if (led?.ok === false) faults.push({ field: 'received', message: led.refusal.faults[0]?.message ?? led.refusal.message })
  }
  return chosen
}
