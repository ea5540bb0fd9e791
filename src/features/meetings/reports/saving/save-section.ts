import type { Context } from '#access/act.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { reportPartSchemas, type ReportPartName, type ReportParts } from '../../record/report-parts.ts'
import type { MeetingsTables } from '../../tables.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { savePart } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { isInNextVersion } from './is-in-next-version.ts'

interface SectionSaved<Name extends ReportPartName> {
  readonly paper: string
  readonly part: Name
  readonly content: ReportParts[Name]
  /** The revision on which the text rests; 0 where nobody had saved the part. */
  readonly basedOn: number
  readonly at: Date
}

/** A part of a paper as it is kept. */
export interface StandingPart<Name extends ReportPartName> {
  readonly content: ReportParts[Name]
  readonly revision: number
  readonly by?: string
  readonly at: Date
}

/**
 * Saves one part of a paper and answers its revision. Refused as a conflict where somebody else saved the part since; a text that is there already,
 * as after an answer that got lost on its way, is saved.
 */
export function saveSection<Name extends ReportPartName>(context: Context, { paper, part, content, basedOn, at }: SectionSaved<Name>): Promise<Outcome<number>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'write', detail: { part } }, async (tx, opened) => {
    if (!hasPart(opened.kind, part)) return refuse('invalid', 'An appendix has a text only.')
    const standing = await standingPart(tx.reader, opened.id, part)
    if (standing !== undefined && isSame(part, standing.content, content)) return ok(standing.revision)
    const by = context.actor.kind === 'person' || context.actor.kind === 'operator' ? context.actor.name : ''
    const saved = await savePart(tx, { paper: opened.id, part, content, basedOn, by, at })
    if (saved.ok) await touchMeeting(tx, opened.meeting.id, at, isInNextVersion(opened))
    return saved
  })
}

/** An appendix is a text without a frame. */
export function hasPart(kind: 'report' | 'appendix', part: ReportPartName): boolean {
  return kind === 'report' || part === 'body'
}

/** A part as it is kept; undefined where nobody has saved it. */
export async function standingPart<Name extends ReportPartName>(reader: Reader, paper: PaperId, part: Name): Promise<StandingPart<Name> | undefined> {
  const row = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.paper_parts as part')
    .select(['part.content', 'part.revision', 'part.saved_by', 'part.saved_at'])
    .where('part.paper', '=', paper)
    .where('part.part', '=', part)
    .executeTakeFirst()
  return row && { content: row.content as ReportParts[Name], revision: row.revision, ...given('by', row.saved_by), at: row.saved_at }
}

/** Whether two contents say the same, whatever the order in which the database gives their fields. */
function isSame<Name extends ReportPartName>(part: Name, one: ReportParts[Name], other: ReportParts[Name]): boolean {
  const [first, second] = [one, other].map((content) => reportPartSchemas[part].safeParse(withoutNulls(content)))
  return first?.success === true && second?.success === true && JSON.stringify(first.data) === JSON.stringify(second.data)
}

/** A part without the fields that the database holds as nothing. */
export function withoutNulls(content: object): object {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value !== undefined))
}
