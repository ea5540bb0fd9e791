import { randomUUID } from 'node:crypto'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { formatDate } from '#core/date-words.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { mayBeWritten, mayWrite, stateInWords } from '../record/minutes-state.ts'
import { kindInWords, letterAt } from '../record/resolution.ts'
import { minutesHtml } from '../record/minutes-html.ts'
import { voteInWords } from '../record/vote.ts'
import type { ResolutionInWork } from '../work/minutes-in-work.ts'
import { mayBeMinuted } from '../work/minutable.ts'
import { besideMinute, minuteForm, type Doing } from './minute-form.ts'
import { bodiesList, resolutionFields, sendingOf } from './resolution-fields.ts'
import { standingPart } from './standing-part.ts'
import { lookAtMinutes, minutesCrumbs, minutesAt, type TakenItem, type TakingView } from './taking-view.ts'
import { writingHelp } from './writing-help.ts'

const done: Readonly<Record<string, Piece>> = {
  saved: 'The minute is saved.',
  taken: 'The minute stands as the other person saved it.',
  resolved: 'The resolution is added.',
  'resolved-already': 'This resolution is added already. It stands once.',
  changed: 'The resolution is changed.',
  removed: 'The resolution is taken out.',
  'circulated-already': 'These minutes are circulated already. Nothing was done twice.',
  'corrected-already': 'This correction is published already. Nothing was done twice.',
  'confirmed-already': 'These minutes are confirmed already, as it says below. Nothing was done twice.',
  'signed-already': 'These minutes are signed already, as it says below. Nothing was done twice.',
  circulated: 'The minutes are circulated: the public reads them as a draft, to be confirmed.',
  corrected: 'The corrected minutes are published.',
  confirmed: 'The minutes are confirmed as a correct record. Nobody can change them from now on.',
  signed: 'The signature is recorded.',
  numbered: 'The first number is saved.',
}

/** `/staff/meetings/:meeting/minutes`: the agenda down the side, and a field for each item. */
export const takingPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes',
  show: (request) => showMinutes(request),
}

/** The minutes as they stand, with what was typed and could not be used. */
export async function showMinutes(request: StaffRequest, doing?: Doing): Promise<StaffAnswer> {
  const found = await lookAtMinutes(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { state } = view.composed.minutes
  const may = mayBeMinuted(view.meeting, request.today)
  const isWritten = may.ok && mayBeWritten(state) && view.mayTake
  const body = html`${doing === undefined ? doneBanner(request.query, done) : faultSummary(doing.refusal)}
<p class="govuk-body">${statusTag(stateInWords[state], state === 'draft' ? 'neutral' : state === 'circulated' ? 'caution' : 'good')} ${link(`/staff/meetings/${view.meeting.id}/sitting`, 'Attendance and quorum')}</p>
${!may.ok && insetText({ text: may.refusal.message })}${view.mayTake && may.ok && !mayBeWritten(state) && insetText({ text: messageOf(state) })}
${doing !== undefined && !isWritten && textToCopy(doing)}${standingPart(request, view)}
${isWritten ? writing(request, view, doing) : html`<div class="gt-reading">${minutesHtml(view.composed.record)}</div>${forMembers(view)}`}`
  const status = doing === undefined ? 200 : refusalStatus[doing.refusal.kind]
  return { kind: 'page', title: `Minutes: ${view.bodyName}`, body, crumbs: minutesCrumbs(view, false), status, hasFaults: doing !== undefined }
}

/** What was typed into a page that was open when the minutes were closed to everybody. */
function textToCopy({ form, item, typed }: Doing): Html {
  const texts = form === 'minute' ? [typed.text(`text-${item}`), typed.text(`members-${item}`)] : [typed.text(`item-${item}-words`)]
  return html`<h2 class="govuk-heading-m">What you typed, to copy</h2>${texts.filter((text) => text !== '').map((text, at) => textarea({ name: `typed-${at + 1}`, label: { text: `Not saved: item ${item}` }, value: text, rows: 6, attributes: { readonly: true } }))}`
}

/** What is not published, for whoever may read it once nobody writes any more. */
function forMembers({ items }: TakingView): Html | undefined {
  const shown = items.filter(({ mayOpen, minute, resolutions }) => mayOpen && ((minute?.membersText ?? '') !== '' || resolutions.some(({ withheld }) => withheld)))
  if (shown.length === 0) return undefined
  return html`<h2 class="govuk-heading-l">For members and officers only</h2>${shown.map(
    ({ number, title, minute, resolutions }) => html`<h3 class="govuk-heading-m">${number}. ${userText(title)} ${statusTag('Not published', 'withheld')}</h3><div class="gt-whole-text">${minute?.membersText}</div>
<ul class="govuk-list">${resolutions.filter(({ withheld }) => withheld).map((one) => html`<li>${letterAt(one.place - 1)}) ${userText(one.words)} (${userText(kindInWords(one))})</li>`)}</ul>`,
  )}`
}

function messageOf(state: TakingView['composed']['minutes']['state']): string {
  const written = mayWrite(state)
  return written.ok ? '' : written.refusal.message
}

function writing(request: StaffRequest, view: TakingView, doing: Doing | undefined): Html {
  return html`<p class="govuk-body gt-without-script">Each minute is saved by itself: save the one that you are in before you go on to the next.</p>
<p class="govuk-body gt-with-script">What you write saves itself. Ctrl + S saves at once; Ctrl + Alt + ↓ and ↑ go to the next and the previous item; Ctrl + Alt + R goes to the item’s new resolution.</p>
${writingHelp()}${bodiesList(view.bodies)}
<div class="gt-taking" data-items-editor data-token-field="${request.session.formToken.field}">${agendaAside(view)}<div class="gt-taking__minutes">${view.items.map((taken) => itemSection(request, view, taken, doing))}</div></div>`
}

/** The agenda, from which each item is one press away. */
function agendaAside({ items }: TakingView): Html {
  const state = ({ resolutions, minute }: TakenItem) => (resolutions.length > 0 ? statusTag(`Resolved ${resolutions.length}`, 'good') : minute !== undefined && (minute.text !== '' || minute.membersText !== '') ? statusTag('Minuted', 'neutral') : undefined)
  return html`<nav class="gt-taking__agenda" aria-labelledby="taking-agenda"><h2 class="govuk-heading-s" id="taking-agenda">Agenda</h2><ol class="govuk-list">${items.map(
    (taken) => html`<li><a class="govuk-link" href="#part-${taken.number}">${taken.number}. ${userText(taken.title)}</a> ${state(taken)}</li>`,
  )}</ol></nav>`
}

function itemSection(request: StaffRequest, view: TakingView, taken: TakenItem, doing: Doing | undefined): Html {
  const { number, title, minuteNumber, isWithheld } = taken
  return html`<section class="gt-part gt-part--minute" id="part-${number}" aria-labelledby="part-${number}-heading" data-part="${number}">
<h2 class="govuk-heading-m" id="part-${number}-heading">${number}. ${userText(title)} ${isWithheld && statusTag('Not open to the public', 'withheld')}</h2>
${minuteNumber !== undefined && html`<p class="govuk-body-s">${taken.minute?.number === undefined ? `Minute ${minuteNumber}, as it stands now` : `Minute ${minuteNumber}`}</p>`}
${besideMinute(taken, view)}${minuteForm(request, view, taken, doing)}
${resolutionsList(view, taken)}${addForm(request, view, taken, doing)}</section>`
}

function resolutionsList({ meeting }: TakingView, { number, title, resolutions }: TakenItem): Html | undefined {
  if (resolutions.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">Resolved</h3><ol class="govuk-list gt-resolutions">${resolutions.map((one) => resolutionLine(one, { number, title, address: `${minutesAt(meeting)}/items/${number}/resolutions/${one.id}` }))}</ol>`
}

/** Its link names the item as well, since every item has a resolution a. */
function resolutionLine(one: ResolutionInWork, { number, title, address }: { readonly number: number; readonly title: string; readonly address: string }): Html {
  const letter = letterAt(one.place - 1)
  return html`<li id="resolution-${one.id}"><span class="gt-resolutions__letter">${letter}) </span>${userText(one.words)} <span class="gt-resolutions__facts">${userText(kindInWords(one))}${one.due !== undefined && `, by ${formatDate(one.due)}`}${one.vote !== undefined && `. Vote: ${voteInWords(one.vote)}`}</span> ${one.withheld && statusTag('Members only', 'withheld')} <a class="govuk-link" href="${address}">Change or record a vote<span class="govuk-visually-hidden"> on resolution ${letter} of item ${number}, ${title}</span></a></li>`
}

/** The next resolution of the item; it takes the next letter by itself. */
function addForm(request: StaffRequest, { meeting }: TakingView, { number, resolutions, isWithheld, title }: TakenItem, doing: Doing | undefined): Html {
  const typed = doing?.form === 'resolution' && doing.item === number ? doing : undefined
  const prefix = `item-${number}-`
  const letter = letterAt(resolutions.length)
  const isOpen = typed !== undefined || request.query.get('resolve') === String(number)
  const form = html`<form method="post" action="${minutesAt(meeting)}/items/${number}/resolutions" novalidate data-after-saving>${csrfInput(request.session.formToken)}<input type="hidden" name="sending" value="${(typed && sendingOf(typed.typed)) ?? randomUUID()}">
${resolutionFields({ typed: typed?.typed ?? postedForm([]), refusal: typed?.refusal, isWithheld, prefix })}
${button({ text: html`Add resolution ${letter})<span class="govuk-visually-hidden"> to item ${number}</span>`, preventDoubleClick: true })}</form>`
  return details({ summary: html`Add resolution ${letter})<span class="govuk-visually-hidden">, ${title}</span>`, content: form, open: isOpen, id: `resolve-${number}` })
}
