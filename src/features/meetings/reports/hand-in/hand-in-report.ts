import type { Context } from '#access/act.ts'
import { emailsOf, peopleWith } from '#access/people.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail, queueMails } from '#platform/mail/queue-mail.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { standingsOfPapers } from '../report-standing.ts'
import type { ReportsTables } from '../tables.ts'

interface HandingIn {
  readonly paper: string
  readonly at: Date
  readonly origin: string
}

/** More officers than any team has. */
const mostTold = 20

/** Hands a report in; the scrutiny officers are told. Refused where nothing is written. */
export function handIn(context: Context, { paper, at, origin }: HandingIn): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'manage', detail: { handedIn: true } }, async (tx, opened) => {
    const standing = (await standingsOfPapers(tx.reader, [opened.id])).get(opened.id)
    if (opened.kind !== 'report' || standing?.state === 'not-begun') return refuse('not-now', 'There is nothing to hand in yet: write something first.')
    const by = context.actor.kind === 'person' ? context.actor : undefined
    if (by === undefined) return refuse('not-allowed', 'Sign in to hand in a report.')
    await saveState(tx, opened, { state: 'handed-in', by_name: by.name, at, note: null })
    // With the hand-in a report that was to follow is in the next version.
    if (opened.item.facts.toFollow) await touchMeeting(tx, opened.meeting.id, at)
    const officers = (await peopleWith(tx.reader, context.today, ['officer'])).filter((one) => one.person !== by.person).slice(0, mostTold)
    const text = `${by.name} hands in ${await paperInMail(tx.reader, opened)}.\n\nRead it: ${paperAddress(origin, opened.id)}\n`
    return queueMails(tx, officers.map(({ email }) => ({ to: email, subject: 'A report is handed in', text })))
  })
}

/** Gives a report that was handed in back to its author with a note; the author is told. */
export function returnReport(context: Context, { paper, note, at, origin }: HandingIn & { readonly note: string }): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'receive', detail: { returned: true } }, async (tx, opened) => {
    if (note === '') return refuse('invalid', '', [{ field: 'return-note', message: 'Say what the author should do' }])
    if (note.length > 4000) return refuse('invalid', '', [{ field: 'return-note', message: 'Shorten the note to 4000 characters' }])
    const standing = (await standingsOfPapers(tx.reader, [opened.id])).get(opened.id)
    if (standing?.state !== 'handed-in') return refuse('not-now', 'The report is not handed in, so that there is nothing to return.')
    const by = context.actor.kind === 'person' ? context.actor.name : ''
    await saveState(tx, opened, { state: 'returned', by_name: by, at, note })
    const { author } = opened.item
    const email = author && (await emailsOf(tx.reader, [author])).get(author)
    if (email === undefined) return ok(undefined)
    const text = `${by} returns ${await paperInMail(tx.reader, opened)} to you with a note.\n\nRead it: ${paperAddress(origin, opened.id)}\n`
    return queueMail(tx, { to: email, subject: 'Your report is returned', text })
  })
}

type HandedIn = Omit<ReportsTables['work.paper_hand_ins'], 'paper'>

async function saveState(tx: Transaction, { id }: OpenPaper, state: HandedIn): Promise<void> {
  await tx
    .tables<ReportsTables>()
    .insertInto('work.paper_hand_ins')
    .values({ paper: id, ...state })
    .onConflict((conflict) => conflict.columns(['council', 'paper'] as never).doUpdateSet(state))
    .execute()
}
