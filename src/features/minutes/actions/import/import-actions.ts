import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { emailsOf, peopleWith } from '#access/people.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { agendasOf, instantOf, placeFault, type MeetingsApp } from '#features/meetings'
import type { Action, ActionId, ActionOrigin } from '../action.ts'
import { possibleOwners } from '../assign-action.ts'
import { awaitedOwners, findOwners } from '../awaited-owners.ts'
import { dutyOf, isSameStep } from '../chain.ts'
import { dutyFault, isDutyOf } from '../duties.ts'
import { addSteps, holdNumbers, nextNumber, putInReport, saveLoaded, settleActions } from '../keep-actions.ts'
import { placeOutstanding } from '../outstanding.ts'
import { actionsFrom, actionsNumbered, actionsWith, allActions } from '../read-actions.ts'
import { insertReport, publishReport, reportServed } from '../reports.ts'
import { readActionFiles, type FileAction } from './read-actions-file.ts'
import { minuteNumbers } from '../../taking/public/minute-numbers.ts'
import { hiddenLink } from '../public-evidence.ts'
import type { ActionEntry } from './action-file.ts'
import { beside, type Beside } from './beside.ts'
import { personsNames } from '../../not-a-persons-name.ts'

type App = Pick<MeetingsApp, 'context' | 'now' | 'origin'>

/**
 * Loads recommendations and actions, all or none, and publishes those that changed. Loaded again, steps are added behind those that are there; a step that was recorded stays, so a
 * file that tells it otherwise is refused, and so is one that would undo what was changed here. What minutes or a report raised already is the same action, whichever came first.
 */
async function importActions(app: App, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('actions.import', 'recommendations', files)
  return act(context, deed, async (tx) => {
    const bodies = new Map((await publishedBodies(tx.reader)).map((body) => [body.slug, body]))
    const read = readActionFiles(files, bodies, context.today)
    if (!read.ok) return read
    await holdNumbers(tx)
    const known = await actionsOfOrigins(tx.reader, read.value.map(({ asked }) => asked.origin))
    const emails = await emailsOf(tx.reader, [...new Set([...known.values()].flatMap(({ owner }) => owner?.person ?? []))])
    const all = read.value.map((file) => {
      const action = known.get(originKey(file.asked.origin))
      return beside(file, action, action?.owner && emails.get(action.owner.person)?.toLowerCase())
    })
    const taken = new Map((await actionsNumbered(tx.reader, read.value.flatMap(({ asked }) => asked.number ?? []))).map((action) => [action.number, action]))
    const faults = [...all.flatMap((one) => [...one.faults, ...disagreements(one, { taken, bodies, origin: app.origin })]), ...(await meetingFaults(tx.reader, all)), ...(await ownerFaults(tx.reader, context, all)), ...(await nameFaults(tx.reader, all))]
    if (faults.length > 0) return refuse('conflict', 'The recommendations were not loaded, because the record says otherwise. Nothing was changed.', faults)
    const at = instantOf(context.today, app.now())
    const published = await save(tx, all, { by: 'the import of a file', at })
    await findOwners(tx, context)
    await placeOutstanding(tx, [...new Set(read.value.map(({ asked }) => asked.body))], context.today)
    const toCome = await awaitedOwners(tx.reader)
    const waiting = [...new Set(read.value.flatMap(({ owner }) => (owner !== undefined && toCome.includes(owner) ? [owner] : [])))]
    if (waiting.length > 0) progress(`nobody has an account at ${waiting.join(', ')} yet: what they are to answer waits until somebody has`)
    return ok({ recommendations: read.value.length, published, ...(waiting.length === 0 ? {} : { 'owners without an account yet': waiting.length }) })
  })
}

interface Standing {
  readonly taken: ReadonlyMap<number, Action>
  readonly bodies: ReadonlyMap<string, Body>
  readonly origin: string
}

function disagreements({ file: { faultAt, asked, steps }, known }: Beside, { taken, bodies, origin }: Standing): Fault[] {
  const number = asked.number === undefined ? undefined : numberFault(asked.number, known, taken.get(asked.number))
  if (number !== undefined) return [placed({ faultAt }, { field: 'number', found: String(asked.number), message: number })]
  const recorded = known?.chain ?? []
  const differs = recorded.findIndex(({ step }, place) => steps[place] !== undefined && !isSameStep(step, steps[place]))
  if (differs !== -1) return [placed({ faultAt }, { field: `steps[${differs + 1}]`, message: 'This step is recorded otherwise, and what is recorded stays. Give it as it is recorded, and what is new behind it.' })]
  return steps.flatMap((step, place) => {
    if (recorded[place] !== undefined) return []
    const hidden = hiddenLink(step, { origin, isPrivate: !asked.isPublic })
    const served = bodies.get(asked.of.body ?? '')?.kind
    return [
      ...(hidden === undefined ? [] : [placed({ faultAt }, { field: `steps[${place + 1}].link`, found: 'link' in step ? (step.link ?? '') : '', message: `${hidden}.` })]),
      ...(step.what !== 'served' || served === undefined || isDutyOf(served, dutyOf(step)) ? [] : [placed({ faultAt }, { field: `steps[${place + 1}].duty`, found: step.duty ?? '', message: dutyFault(served) })]),
    ]
  })
}

function numberFault(number: number, known: Action | undefined, taken: Action | undefined): string | undefined {
  if (taken !== undefined && taken.id !== known?.id) return 'This number belongs to something else that was asked. Leave it out, or give another.'
  if (known === undefined || known.number === number) return undefined
  return `This has the number ${known.number} here already, by which it is known in public. Give that, or leave it out. To keep the numbers of another store, load the recommendations there before the minutes.`
}

/** What is new or says something new was asked at a meeting of the body, at an item of its published agenda, and stands in its minutes where these are published. */
async function meetingFaults(reader: Reader, all: readonly Beside[]): Promise<Fault[]> {
  const asked = all.flatMap(({ file: { asked: { body, date, item, minute }, faultAt }, changed }) => (changed === undefined || date === undefined ? [] : [{ place: { body, date, item }, minute, faultAt }]))
  const places = asked.map(({ place }) => place)
  const [agendas, minutes] = [await agendasOf(reader, places), await minuteNumbers(reader, places)]
  return asked.flatMap(({ place, minute, faultAt }) => {
    const wrong = placeFault(agendas, place)
    const numbers = minutes.get(`${place.body}/${place.date}`)
    return [
      ...(wrong === undefined ? [] : [placed({ faultAt }, wrong.of === 'date' ? { field: 'meeting', found: place.date, message: wrong.message } : { field: 'item', found: String(place.item), message: wrong.message })]),
      ...(minute === undefined || numbers === undefined || numbers.includes(minute) ? [] : [placed({ faultAt }, { field: 'minute', found: String(minute), message: `The minutes of this meeting have no minute of this number. They have ${numbers.join(', ')}.` })]),
    ]
  })
}

/** An account that is there and may not answer would never find what it is to answer; one that is not there yet may come. */
async function ownerFaults(reader: Reader, context: Context, all: readonly Beside[]): Promise<Fault[]> {
  const named = all.flatMap(({ file, changed }) => (changed?.newOwner === undefined || changed.newOwner === '' ? [] : [{ faultAt: file.faultAt, email: changed.newOwner }]))
  if (named.length === 0) return []
  const may = new Set((await possibleOwners(reader, context)).map(({ email }) => email.toLowerCase()))
  const there = new Set((await peopleWith(reader, context.today)).map(({ email }) => email.toLowerCase()))
  return named.flatMap(({ email, faultAt }) => (there.has(email) && !may.has(email) ? [placed({ faultAt }, { field: 'owner', found: email, message: 'The role of this account does not let it answer. Name another, or give this one a role that may answer.' })] : []))
}

/** Who must answer is a body, a role or an organisation; what was recorded before stays as it is. */
async function nameFaults(reader: Reader, all: readonly Beside[]): Promise<Fault[]> {
  const named = all.filter(({ file: { asked }, known }) => asked.of.body === undefined && asked.of.name !== known?.of.name)
  if (named.length === 0) return []
  const namesNobody = await personsNames(reader)
  return named.flatMap(({ file: { asked, faultAt } }) => {
    const message = namesNobody(asked.of.name)
    return message === undefined ? [] : [placed({ faultAt }, { field: 'asked-of.name', found: asked.of.name, message: `${message}.` })]
  })
}

/** Saves what is new or changed; answers how many of these the public reads anew. */
async function save(tx: Transaction, all: readonly Beside[], recorded: { readonly by: string; readonly at: Date }): Promise<number> {
  let next = await nextNumber(tx, 'work.actions')
  for (const { file } of all) next = Math.max(next, (file.asked.number ?? 0) + 1)
  const numbered = all.flatMap(({ known, changed }) => (changed === undefined ? [] : [{ ...changed, number: known?.number ?? changed.number ?? next++ }]))
  const asked: ActionId[] = []
  for (const some of inBatches(numbered)) asked.push(...(await saveLoaded(tx, some, recorded.at)))
  const kept = await actionsOfOrigins(tx.reader, all.map(({ file }) => file.asked.origin))
  const added = all.flatMap(({ file: { asked: { origin }, steps }, known }) => {
    const action = kept.get(originKey(origin))
    const from = known?.chain.length ?? 0
    return action === undefined ? [] : steps.slice(from).map((step, index) => ({ action: action.id, number: from + index + 1, step }))
  })
  for (const some of inBatches(added)) await addSteps(tx, some, recorded)
  await saveReports(tx, all.map(({ file }) => file), kept, recorded.at)
  const changed = new Set<ActionId>([...asked, ...added.map(({ action }) => action)])
  let published = 0
  for (const some of inBatches([...changed])) published += (await settleActions(tx, some, recorded.at)).filter(({ isPublic }) => isPublic).length
  return published
}

async function actionsOfOrigins(reader: Reader, origins: readonly ActionOrigin[]): Promise<ReadonlyMap<string, Action>> {
  const found = await actionsFrom(reader, origins)
  return new Map((await actionsWith(reader, found.map(({ action }) => action))).map((action) => [originKey(action.origin), action]))
}

function originKey({ kind, id }: ActionOrigin): string {
  return `${kind} ${id}`
}

/** As many as one statement takes with ease. */
function inBatches<One>(all: readonly One[]): One[][] {
  const size = 500
  return Array.from({ length: Math.ceil(all.length / size) }, (_, batch) => all.slice(batch * size, (batch + 1) * size))
}

/** What a body served on one day under one title is one report. */
async function saveReports(tx: Transaction, read: readonly FileAction[], kept: ReadonlyMap<string, Action>, at: Date): Promise<void> {
  const served = read.flatMap(({ asked, steps }) => {
    const step = steps.findLast(({ what }) => what === 'served')
    const action = kept.get(originKey(asked.origin))
    return step?.what !== 'served' || action === undefined || action.report !== undefined ? [] : [{ action, step }]
  })
  const reports = Map.groupBy(served, ({ action, step }) => JSON.stringify([action.body, step.on, step.report]))
  for (const together of reports.values()) {
    const [first] = together
    if (first === undefined) continue
    const { action, step } = first
    const known = await reportServed(tx.reader, { body: action.body, title: step.report, receivedOn: step.on })
    const number = await nextNumber(tx, 'work.served_reports')
    const report = { number, body: action.body, title: step.report, ...given('link', step.link), of: action.of, receivedOn: step.on, duty: dutyOf(step), isPublic: together.every((one) => one.action.isPublic) }
    const id = known?.id ?? (await insertReport(tx, { ...report, sending: null }))
    await putInReport(tx, together.map((one) => one.action.id), id)
    if (known === undefined) await publishReport(tx, report, together.map((one) => one.action.number), at)
  }
}

export const actionsImporter: Importer<App> = {
  what: 'recommendations',
  summary: 'YAML, one document a recommendation or action: who asked what of whom, and each step since',
  inExample: ['recommendations/*.yaml'],
  load: (files, app, progress) => importActions(app, files, progress),
}

export const actionsExporter: Exporter<App> = {
  what: 'recommendations',
  summary: 'YAML that the import reads again, with what was asked in private',
  write: (app) =>
    act(app.context(), { verb: 'actions.export', subject: { kind: 'actions', id: 'all' } }, async (tx) => {
      const actions = await allActions(tx.reader)
      const emails = await emailsOf(tx.reader, [...new Set(actions.flatMap(({ owner }) => owner?.person ?? []))])
      const entries = actions.map((action) => entryOf(action, (action.owner && emails.get(action.owner.person)?.toLowerCase()) ?? action.awaitedOwner))
      return ok(actions.length === 0 ? [] : [{ name: 'recommendations.yaml', body: writeYaml(entries) }])
    }),
}

function entryOf(action: Action, owner: string | undefined): ActionEntry {
  return {
    ref: action.origin.id,
    from: action.origin.kind,
    number: action.number,
    kind: action.kind,
    body: action.body,
    askedOn: action.on,
    ...given('meeting', action.date),
    ...given('item', action.item),
    ...given('minute', action.minute),
    words: action.words,
    askedOf: action.of,
    ...given('owner', owner),
    ...given('due', action.due),
    subjects: [...action.subjects],
    public: action.isPublic,
    steps: action.chain.map(({ step }) => step),
    ...given('source', action.source),
    ...given('invented', action.invented),
  }
}
