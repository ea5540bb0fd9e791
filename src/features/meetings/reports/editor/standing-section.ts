import { formatDay } from '#core/date-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { opennessOf } from '../../agenda/openness.ts'
import { clearanceName } from '../clearance/clearance-words.ts'
import { isAwaited, onAgenda, returnsOf } from '../frame/awaited.ts'
import { dueDates, dueInWords } from '../frame/due-dates.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { clearanceTag, stateTag } from '../frame/state-tag.ts'
import { whatIsMissing } from '../readiness/what-is-missing.ts'
import type { EditorRecord } from './read-editor.ts'

/** How far the report has come, by when each step is due, and the next step as a button. */
export function standingSection(request: StaffRequest, record: EditorRecord, refusal?: Refusal): Html | undefined {
  if (record.paper.kind === 'appendix') return undefined
  if (record.opened.isPublicVersion) return publicVersionNotice(record)
  return html`${askedNotice(record)}${publishedNotice(record)}${returnedNotice(record)}${summaryList({ classes: 'gt-report-standing', rows: standingRows(request, record) })}${handInForms(request, record, refusal)}${publicVersionForm(request, record)}`
}

function publicVersionNotice({ opened }: EditorRecord): Html {
  const report = opened.report !== undefined && html` <a class="govuk-link" href="/staff/papers/${opened.report}">The report itself</a> is withheld.`
  return insetText({ text: html`This version is <strong>for the public</strong>. Write nothing in it that is withheld.${report}` })
}

/** A withheld report may have a version that the public can read. */
function publicVersionForm({ session }: StaffRequest, { opened }: EditorRecord): Html | undefined {
  if (opennessOf(opened.item.facts) === 'open') return undefined
  if (opened.publicVersion !== undefined) return html`<p class="govuk-body"><a class="govuk-link" href="/staff/papers/${opened.publicVersion}">The version that the public may read</a></p>`
  const begin = actionButton({ action: `/staff/papers/${opened.id}/public-version`, token: session.formToken, text: 'Begin a version that the public may read', kind: 'secondary' })
  return opened.rights.manage ? html`<div class="govuk-button-group">${begin}</div>` : undefined
}

function standingRows({ today, now }: StaffRequest, { standing, opened, template, bodyName, commissionedOn }: EditorRecord): { key: Piece; value: Piece }[] {
  const { facts } = opened.meeting
  const due = dueDates(facts, template, opened.item.facts.draftBy)
  const { toFollow, isWithdrawn } = onAgenda(facts, opened.item.facts)
  const isOut = isPublished({ opened, standing })
  const handedIn = standing.handedInAt === undefined ? '' : ` ${isOut ? 'Handed in ' : ''}${momentInWords(standing.handedInAt, now)}`
  const clearances = standing.clearances.map((one) => html`<li>${clearanceName(one.kind)}: ${userText(one.officer)} ${clearanceTag(one)}</li>`)
  const days = due !== undefined && [
    { name: 'Draft', day: due.draft },
    { name: 'Clearance', day: due.clearance },
    { name: 'Despatch', day: due.despatch },
    { name: 'Agenda published', day: due.publication },
  ]
  const isDone = standing.state === 'handed-in' || isOut || facts.date < today
  return [
    { key: 'For', value: html`${bodyName}, <a class="govuk-link" href="/staff/meetings/${opened.meeting.id}">${formatDay(facts.date)}</a>, item ${opened.item.number}` },
    { key: 'State', value: html`${stateTag(standing.state, { isPublished: isOut, isToFollow: toFollow, isWithdrawn })}${handedIn}` },
    ...(days === false ? [] : [{ key: 'Due', value: html`<ul class="govuk-list">${days.map(({ name, day }) => html`<li>${name}: ${formatDay(day)}${!isDone && html` (${dueInWords(day, today, commissionedOn)})`}</li>`)}</ul>` }]),
    ...(clearances.length === 0 ? [] : [{ key: 'Clearance', value: html`<ul class="govuk-list">${clearances}</ul>` }]),
  ]
}

function isPublished({ opened: { meeting, item }, standing }: Pick<EditorRecord, 'opened' | 'standing'>): boolean {
  return !isAwaited(onAgenda(meeting.facts, item.facts), standing)
}

/** Whoever is to clear the report finds the way to the answer above all else. */
function askedNotice({ opened, toAnswer }: EditorRecord): Html | undefined {
  if (toAnswer.length === 0) return undefined
  const asked = toAnswer.map(({ kind }) => html`<p class="govuk-body"><strong>You are asked for ${clearanceName(kind).toLowerCase()} clearance.</strong> <a class="govuk-link" href="/staff/papers/${opened.id}/clearance#your-answer-${kind}">Answer<span class="govuk-visually-hidden"> for ${clearanceName(kind).toLowerCase()} clearance</span></a></p>`)
  return insetText({ text: html`${asked}` })
}

function publishedNotice(record: EditorRecord): Html | undefined {
  if (record.opened.meeting.facts.status === 'planned') return undefined
  const words = isPublished(record)
    ? 'The agenda of this meeting is published. What you change here reaches the public only when an officer publishes a correction or a supplement.'
    : 'The agenda of this meeting is published, and this report is still awaited. When it is handed in, an officer can publish it as a supplement.'
  return insetText({ text: words })
}

function returnedNotice({ opened, standing }: EditorRecord): Html | undefined {
  const returns = returnsOf(standing)
  if (returns.length === 0) return undefined
  const again = html` <a class="govuk-link" href="/staff/papers/${opened.id}/clearance">Ask for clearance again</a> when it is put right.`
  return insetText({ text: html`${returns.map(({ by, note, isFromClearance }) => html`<p class="govuk-body"><strong>Returned by ${userText(by)}:</strong> ${userText(note)}${isFromClearance && opened.rights.manage && again}</p>`)}` })
}

function handInForms(request: StaffRequest, record: EditorRecord, refusal?: Refusal): Html {
  const { opened, standing } = record
  const action = `/staff/papers/${opened.id}/hand-in`
  const token = request.session.formToken
  const canHandIn = opened.rights.manage && ((standing.state !== 'handed-in' && !isPublished(record)) || returnsOf(standing).length > 0)
  const handIn = canHandIn && html`<div class="govuk-button-group">${actionButton({ action, token, text: standing.state === 'handed-in' ? 'Hand in again' : 'Hand in', fields: { do: 'hand-in' }, kind: 'secondary' })}<p class="govuk-body gt-quiet" data-missing>${missing(record)}</p></div>`
  if (!opened.rights.receive || standing.state !== 'handed-in') return html`${handIn}`
  const form = html`<form method="post" action="${action}" novalidate>${csrfInput(token)}<input type="hidden" name="do" value="return">
${textarea({ name: 'return-note', label: { text: 'What the author should do' }, rows: 3, value: request.form.text('return-note'), error: faultFor(refusal, 'return-note') })}
${button({ text: 'Return to the author', classes: 'govuk-button--secondary' })}</form>`
  return html`${handIn}${details({ summary: 'Return the report to its author', content: form, open: refusal !== undefined })}`
}

/** What a report that may be handed in still lacks. */
function missing({ findings, standing }: EditorRecord): string {
  return standing.state === 'not-begun' ? 'Write something first, then hand it in here.' : whatIsMissing(findings)
}
