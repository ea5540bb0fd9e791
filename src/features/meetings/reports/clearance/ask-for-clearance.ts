import type { Context } from '#access/act.ts'
import { nameWithRoles } from '#access/role-words.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { clearanceKinds, type ClearanceKind } from '../../templates/body-template.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { standingsOfPapers } from '../report-standing.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { colleaguesWho } from '../sharing/colleagues.ts'
import type { ReportsTables } from '../tables.ts'
import { isOfKind } from './clearance-officers.ts'
import { clearanceName } from './clearance-words.ts'

interface Asking {
  readonly paper: string
  readonly kind: string
  /** Whom. */
  readonly officer: string
  readonly at: Date
  readonly origin: string
}

/** Asks a named officer to clear a report; asking again replaces what was asked before. Nobody clears a report of their own. */
export function askForClearance(context: Context, asking: Asking): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper: asking.paper, wanted: 'manage', detail: { clearance: asking.kind, officer: asking.officer } }, async (tx, opened) => {
    const kind = clearanceKinds.find((one) => one === asking.kind)
    if (kind === undefined || opened.kind !== 'report') return refuse('invalid', 'Only a report is cleared, by a legal, finance or equality officer.')
    const officer = (await colleaguesWho(tx.reader, context, 'reports.clear')).find((one) => one.person === asking.officer)
    if (officer === undefined) return fault(kind, 'Choose an officer with an account that may clear reports')
    if (officer.person === opened.item.author) return fault(kind, 'Choose somebody else: nobody clears a report of their own')
    const standing = (await standingsOfPapers(tx.reader, [opened.id])).get(opened.id)
    const before = standing?.clearances.find((one) => one.kind === kind)
    if (before?.state === 'asked' && before.person === officer.person) return refuse('conflict', `${officer.name} has been asked already.`)
    if (context.actor.kind !== 'person') return refuse('not-allowed', 'Sign in to ask for clearance.')
    await tx
      .tables<ReportsTables>()
      .insertInto('work.clearances')
      .values({
        paper: opened.id,
        kind,
        officer: officer.person,
        officer_name: isOfKind(officer, kind) ? officer.name : nameWithRoles(officer),
        asked_by: context.actor.person,
        asked_at: asking.at,
        state: 'asked',
        answered_at: null,
        note: null,
        text_cleared: null,
      })
      .execute()
    const named = await paperInMail(tx.reader, opened)
    const text = `${context.actor.name} asks you for ${clearanceName(kind).toLowerCase()} clearance of ${named}.\n\nRead it and answer: ${paperAddress(asking.origin, opened.id, '/clearance')}\n`
    return queueMail(tx, { to: officer.email, subject: 'A report waits for your clearance', text })
  })
}

function fault(kind: ClearanceKind, message: string) {
  return refuse('invalid', '', [{ field: `officer-${kind}`, message }])
}
