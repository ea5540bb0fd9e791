import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { ReportPartName, ReportParts } from '../../record/report-parts.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { paperCrumbs } from '../frame/paper-frame.ts'
import { combinedText } from '../saving/combined-text.ts'
import { fieldsOfPart } from '../saving/fields-of-part.ts'
import { partInWords, partName } from '../saving/part-words.ts'
import { fieldsOf } from './parts/part-fields.ts'
import type { EditorRecord } from './read-editor.ts'

interface Conflict<Name extends ReportPartName> {
  readonly record: EditorRecord
  readonly part: Name
  readonly mine: ReportParts[Name]
  readonly typed: PostedForm
  /** Somebody else saved the part meanwhile, or the reader's text was kept by the browser and never saved. */
  readonly why: 'saved-meanwhile' | 'kept'
}

/** Two texts of one part: both of them, what differs, and the three ways on. Nothing is saved until one is chosen. */
export function conflictPage<Name extends ReportPartName>(request: StaffRequest, conflict: Conflict<Name>): StaffAnswer {
  const { record, part, mine } = conflict
  const theirs = record.paper.parts[part] as ReportParts[Name] | undefined
  const saved = record.paper.saved[part]
  const who = saved?.by === request.session.actor.name ? 'You, in another window,' : (saved?.by ?? 'Somebody else')
  const when = saved === undefined ? '' : `, ${momentInWords(saved.at, request.now)}`
  const news = conflict.why === 'kept' ? `This browser kept a text of “${partName(part, record.paper)}” that was not saved.` : `${who} saved “${partName(part, record.paper)}”${when}, while you were writing. Nothing is lost.`
  const [theirWords, myWords] = [partInWords(part, theirs), partInWords(part, mine)]
  const body = html`<p class="govuk-body-l">${news} Choose what becomes of the two texts.</p>
<h2 class="govuk-heading-m">What differs</h2>
<p class="govuk-body">Marked as added: what only your text says. Marked as removed: what only the saved text says.</p>
${differencesHtml(comparedTexts(theirWords, myWords))}
${whole('Your text', myWords)}${whole(`The saved text (${saved?.by ?? 'loaded'}${when})`, theirWords)}
<h2 class="govuk-heading-m">What to do</h2>
<div class="govuk-button-group">${keepMine(request, conflict)}${takeTheirs(request, conflict)}</div>
${combine(request, conflict, { mine: myWords, theirs: theirWords })}`
  const isKept = conflict.why === 'kept'
  return { kind: 'page', title: isKept ? 'Text that was not saved' : 'Two people changed the same part', body, crumbs: paperCrumbs(record.opened), status: isKept ? 200 : 409 }
}

function whole(summary: string, words: string): Html {
  return details({ summary, content: html`<div class="gt-whole-text">${words}</div>` })
}

function standingRevision({ record, part }: Conflict<ReportPartName>): string {
  return String(record.paper.saved[part]?.revision ?? 0)
}

function hidden(fields: readonly (readonly [string, string])[]): Html {
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}

function keepMine<Name extends ReportPartName>(request: StaffRequest, conflict: Conflict<Name>): Html {
  const { record, part, mine } = conflict
  // Not actionButton: a part may send one field many times.
  return html`<form class="gt-action" method="post" action="/staff/papers/${record.paper.id}/parts/${part}">${csrfInput(request.session.formToken)}
${hidden([['revision', standingRevision(conflict)], ['do', 'save'], ...fieldsOfPart(part, mine)])}${button({ text: 'Keep mine', preventDoubleClick: true })}</form>`
}

function takeTheirs({ session }: StaffRequest, { record, part }: Conflict<ReportPartName>): Html {
  return actionButton({ action: `/staff/papers/${record.paper.id}/parts/${part}`, token: session.formToken, text: 'Take the saved text', fields: { do: 'take-theirs' }, kind: 'secondary' })
}

function combine<Name extends ReportPartName>(request: StaffRequest, conflict: Conflict<Name>, words: { readonly mine: string; readonly theirs: string }): Html {
  const { record, part, typed } = conflict
  const fields =
    part === 'body'
      ? textarea({ name: 'markdown', label: { text: 'Both texts in one: take out what should not stay' }, value: combinedText(words.theirs, words.mine), rows: 20, classes: 'gt-write__text' })
      : html`<p class="govuk-body">Your text, to be changed by what you read above.</p>${fieldsOf[part]({ record, typed })}`
  return html`<h2 class="govuk-heading-m">Or write one text of the two</h2>
<form method="post" action="/staff/papers/${record.paper.id}/parts/${part}" novalidate>${csrfInput(request.session.formToken)}${hidden([['revision', standingRevision(conflict)]])}
<button type="submit" name="do" value="save" hidden>Save</button>${fields}${button({ text: 'Save this text', name: 'do', value: 'save' })}</form>`
}
