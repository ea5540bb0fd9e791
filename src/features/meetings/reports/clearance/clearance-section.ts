import type { KnownPerson } from '#access/people.ts'
import { nameWithRoles } from '#access/role-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { BodyTemplate, ClearanceKind } from '../../templates/body-template.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { clearanceTag } from '../frame/state-tag.ts'
import type { Clearance, ReportStanding } from '../report-standing.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { partName } from '../saving/part-words.ts'
import { thoseOfKindFirst } from './clearance-officers.ts'
import { clearanceName } from './clearance-words.ts'

export interface ClearanceRecord {
  readonly opened: OpenPaper
  readonly template: BodyTemplate
  readonly standing: ReportStanding
  /** Of the text as it stands. */
  readonly stamp: string
  /** Whom one may ask. */
  readonly officers: readonly KnownPerson[]
  /** What waits for the reader's own answer. */
  readonly waiting: readonly Clearance[]
}

/** One kind of clearance: how it stands, and whom to ask. */
export function clearanceSection(request: StaffRequest, record: ClearanceRecord, kind: ClearanceKind, refusal?: Refusal): Html | undefined {
  const { standing, template, opened } = record
  const clearance = standing.clearances.find((one) => one.kind === kind)
  const isNeeded = template.clearances.includes(kind)
  if (clearance === undefined && !isNeeded && !opened.rights.manage) return undefined
  const needed = isNeeded ? 'This body asks for it for every report.' : 'Not asked for by this body.'
  const state = clearance === undefined ? html`<p class="govuk-body">${needed} Nobody has been asked.</p>` : standingLine(request, opened, clearance)
  const canAsk = opened.rights.manage && (clearance === undefined || clearance.state !== 'cleared' || clearance.changedSince)
  return html`<h2 class="govuk-heading-m" id="clearance-${kind}">${clearanceName(kind)}</h2>${state}${canAsk && askForm(request, record, kind, { isAgain: clearance !== undefined, refusal })}`
}

function standingLine({ now }: StaffRequest, opened: OpenPaper, clearance: Clearance): Html {
  const { officer, at, note, changedParts } = clearance
  const words = { asked: 'was asked', cleared: 'cleared it', returned: 'returned it' }[clearance.state]
  const changed = changedParts.length > 0 && html`<p class="govuk-body">Changed since: ${changedParts.map((part) => partName(part, opened)).join(', ')}.</p>`
  const said = note !== undefined && html`<blockquote class="gt-comments__quote">${userText(note)}</blockquote>`
  return html`<p class="govuk-body">${clearanceTag(clearance)} ${userText(officer)} ${words}, ${momentInWords(at, now)}</p>${changed}${said}`
}

function askForm({ session, form }: StaffRequest, { opened, officers }: ClearanceRecord, kind: ClearanceKind, { isAgain, refusal }: { readonly isAgain: boolean; readonly refusal: Refusal | undefined }): Html {
  const items = [{ text: 'Choose an officer', value: '' }, ...thoseOfKindFirst(officers, kind).filter(({ person }) => person !== opened.item.author).map((officer) => ({ text: nameWithRoles(officer), value: officer.person }))]
  const field = `officer-${kind}`
  return html`<form method="post" action="/staff/papers/${opened.id}/clearance" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="kind" value="${kind}">
${select({ name: field, label: { text: `${clearanceName(kind)} officer` }, hint: { text: kind === 'finance' ? 'Finance partners stand first. Of anybody else the record names the role.' : `No role in the accounts is for ${clearanceName(kind).toLowerCase()}: choose whoever clears it. The record names their role.` }, items, value: form.text(field), error: faultFor(refusal, field) })}
${button({ text: html`${isAgain ? 'Ask again' : 'Ask for clearance'}<span class="govuk-visually-hidden">: ${clearanceName(kind)}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

/** The fields of the answer to one clearance: several may wait on one page, each with its own. */
export function answerFields({ kind }: Pick<Clearance, 'kind'>): { readonly answer: string; readonly note: string } {
  return { answer: `answer-${kind}`, note: `note-${kind}` }
}

/** What the officer who was asked answers, for the text as it stands on this page. */
export function answerForm({ session, form }: StaffRequest, { opened, stamp }: ClearanceRecord, clearance: Clearance, refusal?: Refusal): Html {
  const fields = answerFields(clearance)
  const heading = `your-answer-${clearance.kind}`
  return html`<section aria-labelledby="${heading}"><h2 class="govuk-heading-m" id="${heading}">You are asked for ${clearanceName(clearance.kind).toLowerCase()} clearance</h2>
<p class="govuk-body"><a class="govuk-link" href="/staff/papers/${opened.id}">Read the report as it stands</a>, then answer.</p>
<form method="post" action="/staff/papers/${opened.id}/clearance/${clearance.id}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="stamp" value="${stamp}"><input type="hidden" name="kind" value="${clearance.kind}">
${radios({
  name: fields.answer,
  fieldset: { legend: { text: html`Your answer<span class="govuk-visually-hidden"> for ${clearanceName(clearance.kind).toLowerCase()} clearance</span>`, classes: 'govuk-fieldset__legend--s' } },
  value: form.text(fields.answer),
  items: [
    { value: 'cleared', text: 'I clear the report as it stands' },
    { value: 'returned', text: 'I return it with a note' },
  ],
  error: faultFor(refusal, fields.answer),
})}
${textarea({ name: fields.note, label: { text: 'Note' }, hint: { text: 'What must be put right, or anything that the author should know' }, rows: 3, value: form.text(fields.note), error: faultFor(refusal, fields.note) })}
${button({ text: html`Send your answer<span class="govuk-visually-hidden"> for ${clearanceName(clearance.kind).toLowerCase()} clearance</span>`, preventDoubleClick: true })}</form></section>`
}
