import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { meetingAddress, type TimeOnAgenda } from '#features/meetings'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { tellMe } from '../../alerts/pages/tell-me.ts'
import { scoreInWords } from '../model/criteria.ts'
import { frequencyInWords, roleWithArticle, statedDayInWords, whenInWords } from '../model/when-words.ts'
import type { Entry, StatedReport, When } from '../model/work-programme.ts'
import { itemsOf, meetingOf, reportedBefore, reportsOf } from '../rules/reports-of-entry.ts'
import { decisionLines } from './beside-forward-plan.ts'
import { turnsOfStanding, type ProgrammeView } from './programme-view.ts'

interface Shown {
  /** The meeting under which it stands. */
  readonly meeting?: LocalDate | undefined
  /** Says when it comes, where its place on the page does not. */
  readonly saysWhen?: boolean
  /** What may be done with it. */
  readonly tools?: Html | undefined
}

/** An entry as everybody reads it: the issue, and below it what is known of it. */
export function entryBlock(entry: Entry, view: ProgrammeView, { meeting = meetingOf(entry), saysWhen = false, tools }: Shown = {}): Html {
  const rows = [...(saysWhen ? whenRows(entry, view) : []), ...agendaRows(entry, view, meeting), ...reportRows(entry, view, meeting), ...originRows(entry), ...decisionLines(entry, view).map((line) => row('Decision coming', line)), ...newsRows(entry, tools)]
  const isTurn = entry.kind === 'standing' && !saysWhen
  return html`<li class="gt-programme__entry"${!isTurn && html` id="entry-${entry.slug}"`}><p class="gt-programme__issue">${userText(entry.issue)} ${isTurn && statusTag('Standing item', 'neutral')}</p>
${rows.length > 0 && html`<dl class="gt-programme__facts">${rows}</dl>`}${tools}</li>`
}

/** How to hear of the matter: for the public, of what stands in the programme once. */
function newsRows({ kind, subject, issue, takenOut }: Entry, tools: Html | undefined): Html[] {
  return subject === undefined || kind === 'standing' || takenOut !== undefined || tools !== undefined ? [] : [row('News', tellMe({ kind: 'subject', key: subject }, userText(issue)))]
}

function row(key: string, value: Piece): Html {
  return html`<div><dt>${key}</dt><dd>${value}</dd></div>`
}

function whenRows(entry: Entry, view: ProgrammeView): Html[] {
  if (entry.kind !== 'standing') return [row('When', whenOf(entry.when))]
  const { days, dated, none } = turnsOfStanding(entry, view)
  return [
    row('When', frequencyInWords(entry.frequency)),
    ...(days.length === 0 ? [] : [row('Places itself on', days.map(formatDate).join(', '))]),
    ...(dated.length === 0 ? [] : [row('Has its own entry', list(dated.map(({ slug, issue, when }) => html`<a class="govuk-link" href="#entry-${slug}">${whenInWords(when)}<span class="govuk-visually-hidden">: ${issue}</span></a>`), '; '))]),
    ...(none === undefined ? [] : [row('Comes at no meeting', none)]),
  ]
}

function whenOf(when: When): Html {
  if (typeof when !== 'string' && 'returnedFrom' in when) return html`${whenInWords(when)}. ${userText(when.reason)}`
  return html`${whenInWords(when)}`
}

/** Its item on the agenda of its meeting, where that is published. */
function agendaRows(entry: Entry, { times, programme }: ProgrammeView, meeting: LocalDate | undefined): Html[] {
  const items = itemsOf(entry, times, programme.body, meeting)
  return items.length === 0 ? [] : [row('On the agenda', list(items.map((time) => html`<a class="govuk-link" href="${meetingAddress(time)}/items/${time.item}">Item ${time.item}<span class="govuk-visually-hidden">: ${time.title}, ${formatDate(time.date)}</span></a>${time.isNotTaken === true && ' (not taken)'}`)))]
}

function originRows({ origin, chosen, followUp, lead, officer, scores, takenOut }: Entry): Html[] {
  return [
    ...(origin === undefined ? [] : [row('Asked for by', userText([[origin.who, origin.when].filter((part) => part !== undefined && part !== '').join(', '), origin.words].filter((part) => part !== undefined && part !== '').join(': ')))]),
    ...(chosen === undefined ? [] : [row('Chosen by', userText(`${chosen.who}: ${chosen.why}`))]),
    ...(followUp === undefined || followUp === '' ? [] : [row('Follow-up', userText(followUp))]),
    ...(lead === undefined || lead === '' ? [] : [row('Lead', userText(lead))]),
    ...(officer === undefined || officer === '' ? [] : [row('Officer', userText(officer))]),
    ...(scores === undefined ? [] : [row('Criteria', scoreInWords(scores))]),
    ...(takenOut === undefined ? [] : [row('Taken out', html`${formatDate(takenOut.on)}, by ${userText(roleWithArticle(takenOut.who))}: ${userText(takenOut.reason)}`)]),
  ]
}

function reportRows(entry: Entry, view: ProgrammeView, meeting: LocalDate | undefined): Html[] {
  const { programme, times, today, names } = view
  const { recorded, stated } = reportsOf(entry, times, { body: programme.body, before: reportedBefore(entry, programme, today, meeting) })
  const shown = entry.kind === 'standing' && meeting !== undefined ? recorded.slice(0, 1) : recorded
  return [
    ...(shown.length === 0 ? [] : [row('Last reported', list(shown.map((time) => recordedLine(time, programme.body))))]),
    ...(stated.length === 0 ? [] : [row('Last reported, as the programme says', list(stated.map((report) => statedLine(report, names))))]),
  ]
}

function recordedLine(time: TimeOnAgenda, body: string): Html {
  return html`<a class="govuk-link" href="${meetingAddress(time)}/items/${time.item}">${formatDate(time.date)}<span class="govuk-visually-hidden">: ${time.title}</span></a>${time.body === body ? '' : ` (${time.bodyName})`}`
}

function statedLine(report: StatedReport, names: ReadonlyMap<string, string>): Html {
  return html`${statedDayInWords(report)}${report.body === undefined ? '' : ` (${names.get(report.body) ?? report.body})`}`
}

/** "a, b, c" of pieces. */
function list(pieces: readonly Html[], between = ', '): Html {
  return html`${pieces.map((piece, index) => html`${index === 0 ? '' : between}${piece}`)}`
}

/** The list of entries under a heading; what to say where there is none. */
export function entryList(entries: readonly Entry[], view: ProgrammeView, shown: (entry: Entry) => Shown = () => ({})): Html {
  return html`<ul class="govuk-list gt-programme">${entries.map((entry) => entryBlock(entry, view, shown(entry)))}</ul>`
}
