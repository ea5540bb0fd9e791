import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import type { ReportParts } from '../../record/report-parts.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { BodyTemplate } from '../../templates/body-template.ts'
import { templateOf } from '../../templates/keep-template.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { appendicesOf } from '../appendices/appendices-of.ts'
import { commentsOfPaper, type PaperComment } from '../comments/comments-of-paper.ts'
import { pictureWords } from '../pictures/change-picture.ts'
import { standingsOfPapers, type ReportStanding } from '../report-standing.ts'
import { openPaper, type OpenPaper } from '../rights/open-paper.ts'

/** Everything that the editor shows of a paper. */
export interface EditorRecord {
  readonly opened: OpenPaper
  readonly paper: PaperInWork
  readonly standing: ReportStanding
  readonly template: BodyTemplate
  readonly bodyName: string
  readonly openComments: readonly PaperComment[]
  /** What each picture shows, by name. */
  readonly pictures: ReadonlyMap<string, string>
  readonly appendices: number
  /** The priorities and groups that the body's reports name. */
  readonly usual: CoverNames
}

interface CoverNames {
  readonly priorities: readonly string[]
  readonly groups: readonly string[]
}

/** Reads what the editor shows, for somebody who may read the paper. */
export function readEditor(context: Context, id: string): Promise<Outcome<EditorRecord>> {
  return look(context, { verb: 'reports.read', subject: { kind: 'paper', id } }, async (reader) => {
    const opened = await openPaper(reader, context.actor, id)
    if (!opened.ok) return opened
    const paper = await paperInWork(reader, opened.value.id)
    const standing = (await standingsOfPapers(reader, [opened.value.id])).get(opened.value.id)
    if (paper === undefined || standing === undefined) throw new Error(`Paper ${id} was found and then not`)
    const { body } = opened.value.meeting.facts
    return ok({
      opened: opened.value,
      paper,
      standing,
      template: await templateOf(reader, body),
      bodyName: (await bodyNames(reader)).get(body) ?? body,
      openComments: (await commentsOfPaper(reader, opened.value.id)).filter((comment) => comment.resolvedAt === undefined),
      pictures: await pictureWords(reader, opened.value.id),
      appendices: (await appendicesOf(reader, opened.value.item.id)).length,
      usual: opened.value.frame === 'board-cover-sheet' ? await usualCoverNames(reader, body) : { priorities: [], groups: [] },
    })
  })
}

/** The priorities and groups named on the cover sheet of this body that was saved last. */
async function usualCoverNames(reader: Reader, body: string): Promise<CoverNames> {
  const row = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.paper_parts as cover')
    .innerJoin('work.papers as paper', 'paper.id', 'cover.paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'item.meeting')
    .select('cover.content')
    .where('cover.part', '=', 'cover')
    .where('meeting.body', '=', body)
    .where((one) => one(one.ref('cover.content', '->').key('priorities'), '<>', '[]'))
    .orderBy('cover.saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const cover = row?.content as Partial<ReportParts['cover']> | undefined
  return { priorities: (cover?.priorities ?? []).map(({ name }) => name), groups: (cover?.groupsOfInterest ?? []).map(({ name }) => name) }
}
