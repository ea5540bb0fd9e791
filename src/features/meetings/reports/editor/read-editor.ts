import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { bodyNames } from '#features/bodies'
import { commissionsOf } from '../../agenda/commissions.ts'
import type { BodyTemplate } from '../../templates/body-template.ts'
import { templateOf } from '../../templates/keep-template.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { findingsInFiles } from '../appendices/file-findings.ts'
import { commentsOfPaper, type PaperComment } from '../comments/comments-of-paper.ts'
import { pictureWords } from '../pictures/change-picture.ts'
import { publishedText } from '../readiness/published-text.ts'
import { reportReadiness, type ReadinessFinding, type WithQuoted } from '../readiness/report-readiness.ts'
import { readQuoted, type QuotedFigures } from '../quoted/quoted-figures.ts'
import { askedOf, standingsOfPapers, type Clearance, type ReportStanding } from '../report-standing.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { usualCoverNames, type CoverNames } from '../saving/usual-cover-names.ts'

/** Everything that the editor shows of a paper. */
export interface EditorRecord {
  readonly opened: OpenPaper
  readonly paper: PaperInWork & WithQuoted
  readonly standing: ReportStanding
  readonly template: BodyTemplate
  readonly bodyName: string
  /** When the report was asked for, where that is known. */
  readonly commissionedOn?: LocalDate
  readonly openComments: readonly PaperComment[]
  /** What each picture shows, by name. */
  readonly pictures: ReadonlyMap<string, string>
  /** What stands between the paper and its publication. */
  readonly findings: readonly ReadinessFinding[]
  /** What the reader is asked to clear and has not answered. */
  readonly toAnswer: readonly Clearance[]
  /** The priorities and groups that the body's published reports name. */
  readonly usual: CoverNames
}

/** Reads what the editor shows, for somebody who may read the paper; `typed` is the text that is shown in the place of the one that is kept. */
export function readEditor(context: Context, id: string, figures?: QuotedFigures, typed = ''): Promise<Outcome<EditorRecord>> {
  return lookAtPaper(context, id, async (reader, opened) => {
    const kept = await paperInWork(reader, opened.id)
    const standing = (await standingsOfPapers(reader, [opened.id])).get(opened.id)
    if (kept === undefined || standing === undefined) throw new Error(`Paper ${id} was found and then not`)
    const paper = { ...kept, quoted: await readQuoted(reader, figures, [kept.parts.body?.markdown ?? '', typed]) }
    const { body } = opened.meeting.facts
    const template = await templateOf(reader, body)
    return ok({
      opened,
      paper,
      standing,
      template,
      bodyName: (await bodyNames(reader)).get(body) ?? body,
      ...given('commissionedOn', (await commissionsOf(reader, [opened.id])).get(opened.id)),
      findings: [...reportReadiness(paper, { needed: template.clearances, clearances: standing.clearances }, await publishedText(reader, opened)), ...[...(await findingsInFiles(reader, paper.attachment === undefined ? [] : [paper.attachment])).values()].flat()],
      openComments: (await commentsOfPaper(reader, opened.id)).filter((comment) => comment.resolvedAt === undefined),
      pictures: await pictureWords(reader, opened.id),
      toAnswer: askedOf(standing, context.actor),
      usual: opened.frame === 'board-cover-sheet' ? await usualCoverNames(reader, body) : { priorities: [], groups: [] },
    })
  })
}
