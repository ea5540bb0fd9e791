import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { Context } from '#access/act.ts'
import { bodyNames } from '#features/bodies'
import type { BodyTemplate } from '../../templates/body-template.ts'
import { templateOf } from '../../templates/keep-template.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { appendicesOf } from '../appendices/appendices-of.ts'
import { waitingFor } from '../clearance/waiting-for.ts'
import { commentsOfPaper, type PaperComment } from '../comments/comments-of-paper.ts'
import { pictureWords } from '../pictures/change-picture.ts'
import { standingsOfPapers, type Clearance, type ReportStanding } from '../report-standing.ts'
import { openPaper, type OpenPaper } from '../rights/open-paper.ts'
import { usualCoverNames, type CoverNames } from '../saving/usual-cover-names.ts'

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
  /** What the reader is asked to clear and has not answered. */
  readonly toAnswer: readonly Clearance[]
  /** The priorities and groups that the body's published reports name. */
  readonly usual: CoverNames
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
    const waiting = context.actor.kind === 'person' ? await waitingFor(reader, opened.value.id, context.actor.person) : []
    return ok({
      opened: opened.value,
      paper,
      standing,
      template: await templateOf(reader, body),
      bodyName: (await bodyNames(reader)).get(body) ?? body,
      openComments: (await commentsOfPaper(reader, opened.value.id)).filter((comment) => comment.resolvedAt === undefined),
      pictures: await pictureWords(reader, opened.value.id),
      appendices: (await appendicesOf(reader, opened.value.item.id)).length,
      toAnswer: standing.clearances.filter(({ id: clearance }) => waiting.includes(clearance)),
      usual: opened.value.frame === 'board-cover-sheet' ? await usualCoverNames(reader, body) : { priorities: [], groups: [] },
    })
  })
}
