import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import type { StandingVersion } from '../publication/build-version.ts'
import { openBefore } from '../publication/first-day.ts'
import { issuedMeeting, issuedPapers } from '../publication/issued-meetings.ts'
import { printable } from '../publication/pack-of-meeting.ts'
import { issueOf, type Issue } from '../publication/prepare-issue.ts'
import { publicationOf, type Publication } from '../publication/prepare-publication.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { supplementsOf } from '../publication/published-files.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import { toldOf } from '../planner/notices.ts'
import { findingsInFiles } from '../reports/appendices/file-findings.ts'
import type { PublishedText, ReadinessFinding } from '../reports/readiness/report-readiness.ts'
import { quotedFor } from '../reports/quoted/quoted-figures.ts'
import { reportStandings } from '../reports/report-standing.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { templateOf } from '../templates/keep-template.ts'
import { meetingWithText, type MeetingWithText } from '../work/draft-of-meeting.ts'
import type { ItemId, MeetingFacts, MeetingId } from '../work/meeting-in-work.ts'
import type { Approved } from './approved.ts'
import { asPublished } from './as-published.ts'
import { changersOf, type Changers } from './changers.ts'
import { changesSince, kindOfChange, type ChangedItem, type Changes, type PublicationKind } from './changes-since.ts'
import { clearDaysOf, type ClearDays } from './clear-days.ts'
import { deadLinks, internalLinks, knownPlaces } from './dead-links.ts'
import { publicationUnderWay, type PublicationRecord } from './keep-publication.ts'
import { draftLeaving, papersThatMayStay, type PaperThatMayStay } from './left-as-published.ts'
import { readinessOf, type Finding } from './readiness.ts'
import { withheldIn, type WithheldBefore } from './withheld-before.ts'

/** Everything that is known of a meeting whose publication is being considered. */
export interface MeetingToPublish extends Approved {
  readonly body: Body
  /** The address words of all bodies. */
  readonly bodies: ReadonlySet<string>
  readonly template: BodyTemplate
  readonly standing?: StandingVersion
  /** What was open to inspection before, where the meeting resumes an adjourned one. */
  readonly openBefore: ReadonlySet<string>
  /** The highest number that a supplement of this meeting ever had. */
  readonly lastSupplement: number
  /** The items that the version that stands withholds. */
  readonly withheldBefore: ReadonlyMap<ItemId, WithheldBefore>
  /** What the readers of a document beside the pack would meet in it, by its checksum. */
  readonly inFiles: ReadonlyMap<string, readonly ReadinessFinding[]>
  readonly underWay?: PublicationRecord
  readonly changers: Changers
  /** How many members are told by e-mail. */
  readonly told: number
}

export const noSuchMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')

/** Reads it in a fixed number of queries. */
export async function meetingToPublish(reader: Reader, id: MeetingId): Promise<Outcome<MeetingToPublish>> {
  const kept = await meetingWithText(reader, id)
  if (kept === undefined) return noSuchMeeting
  const { body: slug, date } = kept.meeting.facts
  const bodies = await publishedBodies(reader)
  const body = bodies.find((one) => one.slug === slug)
  if (body === undefined) return refuse('not-found', `The body ${slug} is not published, so nothing of it can be.`)
  const supplements = await supplementsOf(reader, slug, date)
  const standing = await standingVersion(reader, slug, date)
  return ok({
    kept,
    body,
    bodies: new Set(bodies.map((one) => one.slug)),
    template: await templateOf(reader, slug),
    standings: await reportStandings(reader, id),
    inFiles: await findingsInFiles(reader, kept.papers.flatMap(({ attachment }) => attachment ?? [])),
    ...given('standing', standing),
    withheldBefore: standing === undefined ? new Map() : await withheldIn(reader, { ...standing, items: kept.meeting.items }),
    openBefore: await openBefore(reader, kept.meeting.facts, kept.meeting.items.flatMap((item) => item.facts.carriedFrom ?? [])),
    lastSupplement: Math.max(0, ...supplements.map((one) => one.number)),
    ...given('underWay', await publicationUnderWay(reader, id)),
    changers: await changersOf(reader, kept),
    told: (await toldOf(reader, slug, date)).length,
  })
}

async function standingVersion(reader: Reader, body: string, date: LocalDate): Promise<StandingVersion | undefined> {
  const issued = await issuedMeeting(reader, body, date)
  return issued === undefined ? undefined : { ...issued, papers: await issuedPapers(reader, { body, date, version: issued.version }) }
}

/** What the officer chose or typed. */
export interface Choices {
  readonly lateReason?: string | undefined
  readonly itemReasons: Readonly<Record<string, string>>
  /** The papers that stay as they stand published, by their parts of an address. */
  readonly leave?: readonly string[] | undefined
}

/** The publication as it would be now, with what it changes and what stands in its way. */
export interface Proposal extends MeetingToPublish {
  /** The meeting as it would be published. */
  readonly next: MeetingWithText
  readonly draft: Outcome<MeetingDraft>
  /** Left out where the texts cannot be read. */
  readonly said?: { readonly publication: Publication; readonly issue: Issue }
  readonly changes?: Changes
  /** What it asks for; left out where nothing has changed or the texts cannot be read. */
  readonly kind?: PublicationKind
  readonly isFirst: boolean
  readonly isOpen: boolean
  readonly clearDays: ClearDays
  /** Items that join the published agenda with fewer than five clear working days to go. */
  readonly lateItems: readonly ChangedItem[]
  readonly findings: readonly Finding[]
  /** The papers whose changes can be left out, and those of them that are. */
  readonly mayStay: readonly PaperThatMayStay[]
  readonly staying: readonly PaperThatMayStay[]
}

/** Works out what would be published. Outside any transaction: it reads pictures from the file store. */
export async function proposalOf(context: Context, app: Pick<MeetingsApp, 'files' | 'quotedFigures'>, facts: MeetingToPublish, choices: Choices): Promise<Proposal> {
  const { kept, standing, standings, template } = facts
  const isFirst = standing === undefined || standing.meeting.items.length === 0
  const isOpen = isOpenMeeting(kept.meeting.facts)
  const { resumedFrom, ...ordinary } = kept.meeting.facts
  const takesUp = resumedFrom !== undefined && facts.openBefore.size > 0
  const clearDays = clearDaysOf(takesUp ? kept.meeting.facts : ordinary, isOpen, context.today)
  const next = asPublished(kept, standings, { isFirst, isLate: clearDays.isLate, today: context.today, ...choices })
  const standingPapers = standing === undefined || isFirst ? [] : papersThatMayStay(next, standing)
  const staying = standingPapers.filter(({ id }) => choices.leave?.includes(id) === true)
  const quoted = await quotedFor(context, app, next.papers.map(({ parts }) => parts.body?.markdown ?? ''))
  const draft = await draftLeaving(next, staying, app.files, quoted)
  const said = draft.ok ? { publication: publicationOf(draft.value, facts.body), issue: issueOf(draft.value, facts.body) } : undefined
  const changes = said === undefined ? undefined : changesOf(standing, said.issue, kept.meeting.facts)
  const links = draft.ok ? await deadLinksOf(context, draft.value, facts.bodies) : []
  const asItStands = { unchanged: unchangedPapers(standing, changes), published: publishedTexts(standing), withheldBefore: facts.withheldBefore, inFiles: facts.inFiles, ...given('contact', facts.body.contact) }
  const findings = readinessOf({ kept: next, draft, quoted, standings, template, deadLinks: links, ...asItStands, today: context.today })
  const kind = changes === undefined ? undefined : kindAsked(standing, changes)
  const lateItems = (isFirst && !takesUp) || !clearDays.isLateForNew ? [] : addedItems(changes).filter(({ title }) => !facts.openBefore.has(title))
  const mayStay = standingPapers.filter((paper) => staying.includes(paper) || isChanged(paper, draft, changes))
  return { ...facts, next, draft, ...given('said', said), ...given('changes', changes), ...given('kind', kind), isFirst, isOpen, clearDays, lateItems, findings, mayStay, staying }
}

/** A text that cannot be read is not the one that was published. */
function isChanged({ id, listed }: PaperThatMayStay, draft: Outcome<MeetingDraft>, changes: Changes | undefined): boolean {
  return draft.ok ? changes?.papers.some((paper) => paper.id === id) === true : draft.refusal.faults.some((fault) => fault.file === listed.title)
}

function changesOf(standing: StandingVersion | undefined, issue: Issue, facts: MeetingFacts): Changes {
  const before = standing ?? { meeting: { ...issue.meeting, items: [] }, papers: [] }
  return changesSince(before, { meeting: withStandingContact(issue.meeting, before.meeting, facts), papers: issue.papers.map((paper) => ({ ...printable(paper), isPublic: paper.isPublic })) })
}

/** The body's contact where the meeting names none is no change of a version that had none. */
function withStandingContact({ contact, ...meeting }: Issue['meeting'], standing: Issue['meeting'], facts: MeetingFacts): Issue['meeting'] {
  return { ...meeting, ...given('contact', facts.contact === undefined && standing.contact === undefined ? undefined : contact) }
}

/** Only what has a pack can have a supplement to it. */
function kindAsked(standing: StandingVersion | undefined, changes: Changes): PublicationKind | undefined {
  const kind = kindOfChange(standing, changes)
  return kind === 'supplement' && standing?.pack === undefined ? 'correction' : kind
}

function addedItems(changes: Changes | undefined): readonly ChangedItem[] {
  return (changes?.items ?? []).filter((item) => item.change === 'added')
}

async function deadLinksOf(context: Context, draft: MeetingDraft, bodies: ReadonlySet<string>) {
  const links = internalLinks(draft)
  if (links.length === 0) return []
  const known = await context.database.read(actorKey(context.actor), (reader) => knownPlaces(reader, links, bodies))
  return deadLinks(draft, known)
}

function unchangedPapers(standing: StandingVersion | undefined, changes: Changes | undefined): ReadonlySet<string> {
  const changed = new Set(changes?.papers.map((paper) => paper.id))
  return new Set((standing?.papers ?? []).map((paper) => paper.id).filter((id) => !changed.has(id)))
}

function publishedTexts(standing: StandingVersion | undefined): ReadonlyMap<string, PublishedText> {
  return new Map((standing?.papers ?? []).map(({ id, frame, blocks }) => [id, { ...given('frame', frame), hasText: blocks.length > 0 }]))
}
