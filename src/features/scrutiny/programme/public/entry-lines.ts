import { formatDate } from '#core/date-words.ts'
import { meetingAddress, type TimeOnAgenda } from '#features/meetings'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { scoreInWords } from '../model/criteria.ts'
import { frequencyInWords, statedDayInWords, whenInWords } from '../model/when-words.ts'
import { yearInWords, type Entry, type StatedReport } from '../model/work-programme.ts'
import { reportsOf } from '../rules/reports-of-entry.ts'
import { decisionLines } from './beside-forward-plan.ts'
import type { ProgrammeView } from './programme-view.ts'

interface Shown {
  /** Says when it comes, where its place on the page does not. */
  readonly saysWhen?: boolean
  /** What may be done with it. */
  readonly tools?: Html | undefined
}

/** An entry as everybody reads it: the issue, and below it what is known of it. */
function entryBlock(entry: Entry, view: ProgrammeView, { saysWhen = false, tools }: Shown = {}): Html {
  const rows = [...(saysWhen ? [row('When', whenOf(entry))] : []), ...reportRows(entry, view), ...originRows(entry), ...decisionLines(entry, view).map((line) => row('Decision coming', line))]
  const isTurn = entry.kind === 'standing' && !saysWhen
  return html`<li class="gt-programme__entry"${!isTurn && html` id="entry-${entry.slug}"`}><p class="gt-programme__issue">${userText(entry.issue)} ${isTurn && statusTag('Standing item', 'neutral')}</p>
${rows.length > 0 && html`<dl class="gt-programme__facts">${rows}</dl>`}${tools}</li>`
}

function row(key: string, value: Piece): Html {
  return html`<div><dt>${key}</dt><dd>${value}</dd></div>`
}

function whenOf(entry: Entry): Html {
  if (entry.kind === 'standing') return html`${frequencyInWords(entry.frequency)}`
  const { when } = entry
  if (typeof when !== 'string' && 'returnedFrom' in when) return html`${whenInWords(when)}. ${userText(when.reason)}`
  return html`${whenInWords(when)}`
}

function originRows({ origin, chosen, followUp, lead, officer, scores, takenOut }: Entry): Html[] {
  return [
    ...(origin === undefined ? [] : [row('Asked for by', userText([[origin.who, origin.when].filter((part) => part !== undefined && part !== '').join(', '), origin.words].filter((part) => part !== undefined && part !== '').join(': ')))]),
    ...(chosen === undefined ? [] : [row('Chosen by', userText(`${chosen.who}: ${chosen.why}`))]),
    ...(followUp === undefined || followUp === '' ? [] : [row('Follow-up', userText(followUp))]),
    ...(lead === undefined || lead === '' ? [] : [row('Lead', userText(lead))]),
    ...(officer === undefined || officer === '' ? [] : [row('Officer', userText(officer))]),
    ...(scores === undefined ? [] : [row('Criteria', scoreInWords(scores))]),
    ...(takenOut === undefined ? [] : [row('Taken out', html`${formatDate(takenOut.on)}, by the ${userText(takenOut.who)}: ${userText(takenOut.reason)}`)]),
  ]
}

function reportRows(entry: Entry, view: ProgrammeView): Html[] {
  const { programme, times, today, names } = view
  const { recorded, stated } = reportsOf(entry, times, today, programme.body)
  const shown = entry.kind === 'standing' ? recorded.slice(0, 1) : recorded
  return [
    ...(shown.length === 0 ? [] : [row('Last reported', list(shown.map((time) => recordedLine(time, programme.body))))]),
    ...(stated.length === 0 ? [] : [row(`Stated in the programme of ${yearInWords(programme.year)}`, list(stated.map((report) => statedLine(report, names))))]),
  ]
}

function recordedLine(time: TimeOnAgenda, body: string): Html {
  return html`<a class="govuk-link" href="${meetingAddress(time)}/items/${time.item}">${formatDate(time.date)}<span class="govuk-visually-hidden">: ${time.title}</span></a>${time.body === body ? '' : ` (${time.bodyName})`}`
}

function statedLine(report: StatedReport, names: ReadonlyMap<string, string>): Html {
  return html`${statedDayInWords(report)}${report.body === undefined ? '' : ` (${names.get(report.body) ?? report.body})`}`
}

/** "a, b, c" of pieces. */
function list(pieces: readonly Html[]): Html {
  return html`${pieces.map((piece, index) => html`${index === 0 ? '' : ', '}${piece}`)}`
}

/** The list of entries under a heading; what to say where there is none. */
export function entryList(entries: readonly Entry[], view: ProgrammeView, shown: (entry: Entry) => Shown = () => ({})): Html {
  return html`<ul class="govuk-list gt-programme">${entries.map((entry) => entryBlock(entry, view, shown(entry)))}</ul>`
}
