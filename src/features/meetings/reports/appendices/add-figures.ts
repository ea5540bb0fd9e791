import { act, type Context } from '#access/act.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { openPaper } from '../rights/open-paper.ts'
import type { QuotedFigures } from '../quoted/quoted-figures.ts'
import { insertAppendix, type AddedAppendix } from './add-appendix.ts'
import { checkTitle } from './change-appendix.ts'

interface FiguresOfReport {
  /** The report that they belong to. */
  readonly report: string
  /** As one of `toAdd` names them. */
  readonly mark: string
  /** Empty: as they are called themselves. */
  readonly title: string
  readonly at: Date
}

/**
 * Adds figures that are published as a whole to a report, as an appendix whose text is their mark: until the pack is published it says what their newest version
 * says. Refused at the field `figures` where they are not published.
 */
export function addFigures(context: Context, figures: QuotedFigures | undefined, { report, mark, title, at }: FiguresOfReport): Promise<Outcome<AddedAppendix>> {
  return act(context, { verb: 'reports.write', subject: { kind: 'paper', id: report }, detail: { added: 'appendix', figures: mark } }, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, report, 'write')
    if (!opened.ok) return opened
    if (opened.value.kind !== 'report') return refuse('invalid', 'Appendices belong to a report, and this is an appendix.')
    const found = (await figures?.toAdd(tx.reader))?.find((one) => one.mark === mark)
    if (found === undefined) return refuse('invalid', '', [{ field: 'figures', message: mark === '' ? 'Choose the figures' : 'These figures are not published. Publish them first, then add them here' }])
    const named = title === '' ? found.title : title
    const titled = checkTitle(named)
    if (!titled.ok) return refuse('invalid', '', titled.refusal.faults.map(({ message }) => ({ field: 'figures-title', message })))
    return insertAppendix(tx, context, opened.value, { title: named, stored: { kind: 'text', markdown: `[[${mark}]]\n`, found: [] }, at })
  })
}
