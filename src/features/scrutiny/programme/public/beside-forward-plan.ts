import { formatDate, formatDay } from '#core/date-words.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { lastMeetingToSpeak } from '../../forward-plan/clock/last-meeting-to-speak.ts'
import type { ComingDecision } from '../../forward-plan/store/coming-decisions.ts'
import { standingEntries, type Entry } from '../model/work-programme.ts'
import type { ProgrammeView } from './programme-view.ts'

/** The decisions on the matter of an entry that are coming, each with the last meeting at which this body can still speak. */
export function decisionLines(entry: Entry, view: ProgrammeView): Html[] {
  const { subject } = entry
  if (subject === undefined) return []
  return view.decisions.filter(({ subjects }) => subjects.includes(subject)).map((decision) => html`${link(decision.address, decision.matter)}, ${expectedInWords(decision)}. ${lastWord(decision, view)}`)
}

/** Which decisions are coming, whether the programme has them, and the last meeting at which the body can still speak before each. */
export function decisionsSection(view: ProgrammeView): Html | undefined {
  const { decisions, programme } = view
  if (decisions.length === 0) return undefined
  const entries = standingEntries(programme)
  const rows = decisions.map((decision) => {
    const found = entries.find(({ subject }) => subject !== undefined && decision.subjects.includes(subject))
    return [
      html`${link(decision.address, decision.matter)} ${decision.isKey && statusTag('Key decision', 'coming')}`,
      `${expectedInWords(decision)}, ${decision.by}`,
      found === undefined ? 'Not in the programme' : userText(found.issue),
      lastWord(decision, view),
    ]
  })
  return html`<h2 class="govuk-heading-m" id="decisions">Decisions that are coming</h2>
<p class="govuk-body">From the council’s forward plan: what is to be decided, and the last meeting of this body at which it can still be looked at before. ${link('/forward-plan', 'The whole forward plan')}</p>
${dataTable({ caption: 'Decisions of the forward plan beside this programme', captionHidden: true, columns: ['Decision', 'Expected, and by whom', 'In this programme', 'Last meeting to speak'].map((heading) => ({ heading })), rows })}`
}

function expectedInWords({ expected }: ComingDecision): string {
  return expected.to === undefined || expected.to === expected.from ? formatDay(expected.from) : `${formatDate(expected.from)} to ${formatDate(expected.to)}`
}

function lastWord(decision: ComingDecision, { coming, today }: ProgrammeView): string {
  const last = lastMeetingToSpeak(decision.expected, coming, today)
  if (last === undefined) return 'No meeting of this body is planned before it that can still take it'
  return `${last.isSure ? 'Last meeting before it' : 'It may be decided before this body meets. First meeting within its period'}: ${formatDate(last.meeting.date)}; to be on its agenda by ${formatDate(last.publishBy)}`
}
