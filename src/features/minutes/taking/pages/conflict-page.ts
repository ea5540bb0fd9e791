import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { combinedText, momentInWords } from '#features/meetings'
import type { MinuteTexts } from '../work/keep-minutes.ts'
import { minuteTyped, textFields } from './minute-form.ts'
import { minutesAt, minutesCrumbs, type TakenItem, type TakingView } from './taking-view.ts'

/** Two texts of one minute: both of them, what differs, and the three ways on. Nothing is saved until one is chosen. */
export function conflictPage(request: StaffRequest, view: TakingView, taken: TakenItem, why: 'saved-meanwhile' | 'kept'): StaffAnswer {
  const { minute, number, title } = taken
  const mine = minuteTyped(request.form, number)
  const theirs: MinuteTexts = { text: minute?.text ?? '', membersText: minute?.membersText ?? '', isPublicExcluded: minute?.isPublicExcluded }
  const who = minute?.by === request.session.actor.name ? 'You, in another window,' : (minute?.by ?? 'Somebody else')
  const when = minute === undefined ? '' : `, ${momentInWords(minute.at, request.now)}`
  const news = why === 'kept' ? `This browser kept a minute of item ${number}, “${title}”, that was not saved.` : `${who} saved the minute of item ${number}, “${title}”${when}, while you were writing. Nothing is lost.`
  const body = html`<p class="govuk-body-l">${news} Choose what becomes of the two texts.</p>
<h2 class="govuk-heading-m">What differs</h2>
<p class="govuk-body">Marked as added: what only your text says. Marked as removed: what only the saved text says.</p>
${differencesHtml(comparedTexts(wholeOf(theirs), wholeOf(mine)))}${whole('Your text', wholeOf(mine))}${whole(`The saved text (${minute?.by ?? 'nobody'}${when})`, wholeOf(theirs))}
<h2 class="govuk-heading-m">What to do</h2>
<div class="govuk-button-group">${keepMine(request, view, taken, mine)}${actionButton({ action: `${minutesAt(view.meeting)}/items/${number}`, token: request.session.formToken, text: 'Take the saved text', fields: { do: 'take-theirs' }, kind: 'secondary' })}</div>
${combine(request, view, taken, { mine, theirs })}`
  return { kind: 'page', title: why === 'kept' ? 'A minute that was not saved' : 'Two people wrote the same minute', body, crumbs: minutesCrumbs(view, true), status: why === 'kept' ? 200 : 409 }
}

function wholeOf({ text, membersText }: MinuteTexts): string {
  return [text, ...(membersText === '' ? [] : ['For members only:', membersText])].join('\n\n')
}

function whole(summary: string, words: string): Html {
  return details({ summary, content: html`<div class="gt-whole-text">${words}</div>` })
}

/** What a form must say besides the texts: that it has a part for members, and the revision that stands. */
function frame(request: StaffRequest, { minute, isWithheld }: TakenItem): Html {
  return html`${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${minute?.revision ?? 0}">${isWithheld && html`<input type="hidden" name="withheld" value="yes">`}`
}

function keepMine(request: StaffRequest, view: TakingView, taken: TakenItem, mine: MinuteTexts): Html {
  const { number } = taken
  return html`<form class="gt-action" method="post" action="${minutesAt(view.meeting)}/items/${number}">${frame(request, taken)}
<textarea name="text-${number}" hidden>${`\n${mine.text}`}</textarea>${taken.isWithheld && html`<textarea name="members-${number}" hidden>${`\n${mine.membersText}`}</textarea>${mine.isPublicExcluded !== undefined && html`<input type="hidden" name="excluded-${number}" value="${mine.isPublicExcluded ? 'yes' : 'no'}">`}`}
${button({ text: 'Keep mine', name: 'do', value: 'save', preventDoubleClick: true })}</form>`
}

function combine(request: StaffRequest, view: TakingView, taken: TakenItem, { mine, theirs }: { readonly mine: MinuteTexts; readonly theirs: MinuteTexts }): Html {
  const both = { text: combinedText(theirs.text, mine.text), membersText: combinedText(theirs.membersText, mine.membersText), isPublicExcluded: mine.isPublicExcluded }
  return html`<h2 class="govuk-heading-m">Or write one text of the two</h2>
<p class="govuk-body">Both texts in one: take out what should not stay.</p>
<form method="post" action="${minutesAt(view.meeting)}/items/${taken.number}" novalidate>${frame(request, taken)}${textFields(taken, both)}${button({ text: 'Save this text', name: 'do', value: 'save' })}</form>`
}
