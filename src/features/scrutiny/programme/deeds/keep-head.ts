import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { headDifference } from '../model/change-programme.ts'
import { workProgramme, yearInWords, type Agreement, type WorkProgramme } from '../model/work-programme.ts'
import { doubtInHistory, doubtOf } from '../rules/meeting-of-act.ts'
import { agreementFaults, programmeFaults } from '../rules/programme-faults.ts'
import { byWhom, keepBegun } from '../store/keep-programme.ts'
import { holdProgramme, type ProgrammeKey } from '../store/read-programmes.ts'
import { headMark, type TypedHead } from '../typed/head-values.ts'
import { changeProgramme, type Done } from './change-programme.ts'
import { dayOfAct } from './day-of-act.ts'

type App = Pick<MeetingsApp, 'now'>

/** A programme that is begun, as it was typed. */
export interface TypedProgramme {
  readonly body: string
  readonly year: string
  readonly from: string
  readonly to: string
}

/** Begins the programme of a body for a year: it is for staff until it is published. Refused where there is one, unless the same press began it. */
export function beginProgramme(context: Context, app: App, typed: TypedProgramme): Promise<Outcome<ProgrammeKey>> {
  return act(context, { verb: 'programme.edit', subject: { kind: 'work-programme', id: typed.body.slice(0, 200) } }, async (tx) => {
    const bodies = await bodiesByWord(tx.reader)
    const [from, to] = [parseTypedDay(typed.from), parseTypedDay(typed.to)]
    const faults: Fault[] = [
      ...(bodies.has(typed.body) ? [] : [{ field: 'body', message: 'Choose a body from the list' }]),
      ...(/^\d{4}([-/]\d{2})?$/.test(typed.year) ? [] : [{ field: 'year', message: 'Give the year as 2023-24 or 2023' }]),
      ...(from === undefined ? [{ field: 'from', message: 'Give the first day, such as 18 May 2023' }] : []),
      ...(to === undefined ? [{ field: 'to', message: 'Give the last day, such as 30 April 2024' }] : []),
      ...(from !== undefined && to !== undefined && to <= from ? [{ field: 'to', message: 'Give a last day after the first' }] : []),
    ]
    if (faults.length > 0) return refuse('invalid', 'The programme was not begun.', faults)
    const programme = workProgramme.parse({ body: typed.body, year: typed.year.replace('/', '-'), from, to, public: false })
    const impossible = programmeFaults(programme, bodies, context.today)
    if (impossible.length > 0) return refuse('invalid', 'The programme was not begun.', impossible)
    const { body, year } = programme
    const isNew = await keepBegun(tx, programme, byWhom(context.actor, instantOf(context.today, app.now())))
    if (isNew || JSON.stringify(await holdProgramme(tx, programme)) === JSON.stringify(programme)) return ok({ body, year })
    return refuse('conflict', '', [{ field: 'year', message: `This body has a programme of ${yearInWords(year)} already. Choose another year` }])
  })
}

/** Every body by its address word. */
async function bodiesByWord(reader: Reader): Promise<ReadonlyMap<string, Body>> {
  return new Map((await publishedBodies(reader)).map((body) => [body.slug, body]))
}

/** Saves what stands above the entries: focus, remit, who leads, and by whom the programme was recommended and agreed as a whole. A day on which that body has no meeting is refused; one of which nothing shows that it met is said in the history. Refused as a conflict where it is not what the officer had before them. */
export function saveHead(context: Context, app: App, key: ProgrammeKey, typed: TypedHead, basedOn: string): Promise<Outcome<Done>> {
  return changeProgramme(context, app, key, async ({ programme }, tx) => {
    const bodies = await bodiesByWord(tx.reader)
    const faults: Fault[] = []
    const { focus: _focus, recommended: _recommended, agreed: _agreed, agreementNote: _note, ...rest } = programme
    const next = {
      ...rest,
      remit: lines(typed.remit),
      leads: leadsOf(typed.leads, faults),
      ...given('focus', typed.focus || undefined),
      ...given('recommended', actOf('recommended', typed.recommendedBy, typed.recommendedOn, typed.recommendedItem, bodies, faults)),
      ...given('agreed', actOf('agreed', typed.agreedBy, typed.agreedOn, typed.agreedItem, bodies, faults)),
      ...given('agreementNote', typed.note || undefined),
    }
    if (faults.length > 0) return refuse('invalid', 'The programme was not saved.', faults)
    const parsed = workProgramme.safeParse(next)
    if (!parsed.success) return refuse('invalid', 'The programme was not saved.', parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] === 'agreementNote' ? 'note' : path[0]), message })))
    const what = headDifference(programme, parsed.data)
    if (what === undefined) return ok({ programme, changes: [] })
    if (headMark(programme) !== basedOn) return refuse('conflict', 'Somebody else changed this while you had it open. What you typed is still here: compare it with what stands now, and save again.')
    const doubts = await doubtsOfNew(tx.reader, programme, parsed.data, bodies, context.today)
    return doubts.ok ? ok({ programme: parsed.data, changes: [{ what: [what, ...doubts.value].join(', ') }] }) : doubts
  })
}

/** What the history says of acts that are new or changed and not borne out by the record; refused where the body cannot have met. What stood stays, whatever the calendar says. */
async function doubtsOfNew(reader: Reader, before: WorkProgramme, after: WorkProgramme, bodies: ReadonlyMap<string, Body>, today: LocalDate): Promise<Outcome<string[]>> {
  const faults: Fault[] = []
  const doubts: string[] = []
  for (const field of ['recommended', 'agreed'] as const) {
    const [was, is] = [before[field], after[field]]
    if (is === undefined || (was?.body === is.body && was.on === is.on)) continue
    faults.push(...agreementFaults(field, after, bodies).map((fault) => ({ ...fault, field: `${field}-by` })))
    const day = await dayOfAct(reader, is, bodies.get(is.body)?.name)
    const doubt = doubtOf(day, today)
    if (doubt?.isImpossible === true) faults.push({ field: `${field}-on`, found: is.on, message: doubt.words })
    else if (doubt !== undefined) doubts.push(doubtInHistory(day))
  }
  return faults.length > 0 ? refuse('invalid', 'The programme was not saved.', faults) : ok(doubts)
}

/** Lets the public read a programme, with its history so far. It cannot be taken back. */
export function publishProgramme(context: Context, app: App, key: ProgrammeKey): Promise<Outcome<Done>> {
  return changeProgramme(context, app, key, ({ programme }) => ok(programme.public ? { programme, changes: [] } : { programme: { ...programme, public: true }, changes: [{ what: 'Programme published' }] }))
}

function lines(typed: string): string[] {
  return typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

/** One to a line: "Education: scrutiny champion for education". */
function leadsOf(typed: string, faults: Fault[]): { area: string; who: string }[] {
  return lines(typed).map((line) => {
    const [area = '', ...who] = line.split(':').map((part) => part.trim())
    if (area === '' || who.join('') === '') faults.push({ field: 'leads', found: line.slice(0, 100), message: 'Give each line as “Education: scrutiny champion for education”' })
    return { area, who: who.join(': ') }
  })
}

function actOf(field: 'recommended' | 'agreed', body: string, typedDay: string, typedItem: string, bodies: ReadonlyMap<string, Body>, faults: Fault[]): Agreement | undefined {
  if (body === '' && typedDay === '' && typedItem === '') return undefined
  const on = parseTypedDay(typedDay)
  const item = typedItem === '' ? undefined : Number(typedItem)
  if (!bodies.has(body)) faults.push({ field: `${field}-by`, message: 'Choose the body, or clear the day and the item' })
  if (on === undefined) faults.push({ field: `${field}-on`, found: typedDay.slice(0, 50), message: 'Give the day as 18 May 2023' })
  if (item !== undefined && (!Number.isInteger(item) || item < 1 || item > 9999)) faults.push({ field: `${field}-item`, found: typedItem.slice(0, 50), message: 'Give the number of the item, or leave it empty' })
  return on === undefined ? undefined : { body, on, ...given('item', item) }
}
