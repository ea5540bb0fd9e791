import { isDeepStrictEqual } from 'node:util'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { instantOf, placeOnNextAgenda, type MeetingsApp } from '#features/meetings'
import { raiseActions, withdrawActions, type ActionOrigin } from '#features/minutes'
import { takeTurn } from '../doors/take-turn.ts'
import type { GroupsTables } from '../tables.ts'
import { agreedOf, notAgreedOf, type Numbered } from './considered.ts'
import { insertGroup, keptGroup, noGroup, publishGroup, updateGroup, type FormSaving } from './keep-group.ts'
import { formFieldOf, onePerField, readGroupForm, slugOfTitle, type TypedFacts } from './read-group-form.ts'
import type { GroupChange } from './read-steps.ts'
import { besideGroups, groupFaults } from './record-faults.ts'
import { wrongCommissioning } from './stage-days.ts'
import { stageWords } from './stages.ts'
import type { TaskGroup } from './task-group.ts'

type GroupsApp = Pick<MeetingsApp, 'now' | 'origin'>

/** The group that somebody had before them. */
export interface GroupSeen {
  readonly slug: string
  readonly revision: number
  /** The mark of the form that they sent. */
  readonly sent: string
}

/** What a form makes of a group, what the public is told of it in our own words, and at which field of the form a fault of the record stands. */
interface Change {
  readonly change: GroupChange
  readonly note: string
  readonly fieldOf: (recordField: string) => string
}

/** Sets a group up as proposed, which only staff see until its body has commissioned it; a form that is sent twice is one group. Refused where its title makes an address that is taken. */
export function proposeGroup(context: Context, app: GroupsApp, typed: TypedFacts, sent: string): Promise<Outcome<{ slug: string }>> {
  const slug = slugOfTitle(typed.title)
  return act(context, { verb: 'groups.edit', subject: { kind: 'task-group', id: slug } }, async (tx) => {
    const read = readGroupForm(typed, { slug, standing: { stage: 'proposed' } }, await bodyNames(tx.reader))
    if (!read.ok) return read
    await takeTurn(tx, context)
    if ((await keptGroup(tx.reader, slug))?.sent === sent) return ok({ slug })
    const held = await heldToRecord(tx.reader, context, app, { after: read.value, fieldOf: formFieldOf })
    if (!held.ok) return held
    const kept = await insertGroup(tx, read.value, saving(context, app, sent))
    return kept.ok ? ok({ slug }) : kept
  })
}

/** Saves a group's facts over the revision that the officer saw. */
export function editGroup(context: Context, app: GroupsApp, seen: GroupSeen, typed: TypedFacts): Promise<Outcome<void>> {
  const edited = async (tx: Transaction, group: TaskGroup): Promise<Outcome<TaskGroup>> => {
    const read = readGroupForm(typed, group, await bodyNames(tx.reader))
    const wrong = read.ok ? wrongCommissioning(read.value, context.today) : undefined
    return wrong === undefined ? read : refuse('invalid', '', [{ field: 'commissioned-date', found: typed['commissioned-date'], message: wrong }])
  }
  return save(context, app, seen, { change: edited, note: () => 'What the group is for, who sits on it or when it is to end was changed.', fieldOf: formFieldOf })
}

/** Adds to a group, takes out of it, or takes it a step on. */
export function changeGroup(context: Context, app: GroupsApp, seen: GroupSeen, { change, note, fieldOf }: Change): Promise<Outcome<void>> {
  return save(context, app, seen, { change: (_tx, group) => Promise.resolve(change(group)), note: (before, after) => (before.standing.stage === after.standing.stage ? note : `${stageWords[after.standing.stage]}.`), fieldOf })
}

interface Saved {
  readonly change: (tx: Transaction, group: TaskGroup) => Promise<Outcome<TaskGroup>>
  readonly note: (before: TaskGroup, after: TaskGroup) => string
  readonly fieldOf: (recordField: string) => string
}

function save(context: Context, app: GroupsApp, { slug, revision, sent }: GroupSeen, { change, note, fieldOf }: Saved): Promise<Outcome<void>> {
  return act(context, { verb: 'groups.edit', subject: { kind: 'task-group', id: slug.slice(0, 200) } }, async (tx) => {
    await takeTurn(tx, context)
    const kept = await keptGroup(tx.reader, slug)
    if (kept === undefined) return noGroup
    if (kept.revision !== revision) return kept.sent === sent ? ok(undefined) : changedMeanwhile(kept.changedBy)
    const after = await change(tx, kept.group)
    if (!after.ok) return after
    const held = await heldToRecord(tx.reader, context, app, { before: kept.group, after: after.value, fieldOf })
    if (!held.ok) return held
    const now = saving(context, app, sent)
    if (!(await updateGroup(tx, after.value, revision, now))) return changedMeanwhile('Somebody else')
    await publishGroup(tx, after.value, note(kept.group, after.value), now.at)
    if (kept.group.standing.stage !== after.value.standing.stage) await followStep(tx, context, after.value)
    if (!isDeepStrictEqual(kept.group.standing, after.value.standing)) await followRecommendations(tx, after.value, now.at)
    return ok(undefined)
  })
}

interface ToHold {
  readonly before?: TaskGroup
  readonly after: TaskGroup
  readonly fieldOf: Saved['fieldOf']
}

/** A group from a form is held to what one from a file is; the faults stand at the fields of the form, each once. */
async function heldToRecord(reader: Reader, { today }: Context, { origin }: GroupsApp, { before, after, fieldOf }: ToHold): Promise<Outcome<void>> {
  const beside = await besideGroups(reader, before === undefined ? [after] : [before, after], { today, origin })
  const faults = groupFaults(after, beside, before).map((fault) => ({ ...fault, field: fieldOf(fault.field ?? '') }))
  return faults.length === 0 ? ok(undefined) : refuse('invalid', 'The group was not saved.', onePerField(faults))
}

function changedMeanwhile(who: string) {
  return refuse('conflict', `${who} changed this group while you had it open. What you typed is still here: compare it with the group as it stands, and send it again.`)
}

function saving({ actor, today }: Context, app: GroupsApp, sent: string): FormSaving {
  return { by: actor.kind === 'person' ? actor.name : 'The command line', at: instantOf(today, app.now()), sent }
}

/** A draft and a final report join the next agenda of the body that commissioned the group. */
async function followStep(tx: Transaction, { today }: Context, group: TaskGroup): Promise<void> {
  if (group.standing.stage !== 'draft' && group.standing.stage !== 'final') return
  const isPlaced = await placeReport(tx, group, today)
  await tx.tables<GroupsTables>().updateTable('work.task_groups').set({ waits_for_agenda: !isPlaced }).where('work.task_groups.slug', '=', group.slug).execute()
}

/** Puts the report on the next agenda; answers whether there was one that could take it. */
export async function placeReport(tx: Transaction, group: TaskGroup, after: Context['today']): Promise<boolean> {
  const report =
    group.standing.stage === 'draft'
      ? { origin: `groups/${group.slug}/draft`, title: `Draft scrutiny report: ${group.title}`, kind: 'consideration' as const, note: 'The task and finish group asks for comments on its draft.' }
      : { origin: `groups/${group.slug}`, title: `Scrutiny report: ${group.title}`, kind: 'decision' as const, note: 'The final report of the task and finish group. Its recommendations are the group’s until this body agrees them.' }
  return (await placeOnNextAgenda(tx, { body: group.commissionedBy, after }, { ...report, subjects: [subjectOfGroup(group.slug)] })) !== undefined
}

const subjectMark = 'task-group-'

/** The matter that the items and recommendations of a group bear. */
export function subjectOfGroup(slug: string): string {
  return `${subjectMark}${slug}`
}

/** The group whose matter this is; undefined for any other. */
export function groupOfSubject(subject: string): string | undefined {
  return subject.startsWith(subjectMark) ? subject.slice(subjectMark.length) : undefined
}

/** Has each recommendation followed that the body has made its own, asked at the meeting at which it did; what it is now said not to have agreed is asked no longer. */
export async function followRecommendations(tx: Transaction, { standing, slug, commissionedBy }: TaskGroup, at: Date): Promise<void> {
  if (standing.stage !== 'final' || standing.considered === undefined) return
  const { date, item } = standing.considered
  const originOf = ({ number }: Numbered): ActionOrigin => ({ kind: 'recommendation', id: `task-group/${slug}/${number}` })
  const asked = agreedOf(standing).map((one) => ({ origin: originOf(one), words: one.says, of: { name: one.to, ...given('body', one.body) }, kind: 'recommendation' as const, subjects: [subjectOfGroup(slug)] }))
  await raiseActions(tx, { body: commissionedBy, date, on: date, isPublic: true, ...given('item', item) }, asked, at)
  await withdrawActions(tx, notAgreedOf(standing).map(originOf), 'By the record the body did not agree it.', at)
}
