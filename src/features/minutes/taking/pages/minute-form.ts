import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { formatDate } from '#core/date-words.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { momentInWords } from '#features/meetings'
import type { MinuteTexts } from '../work/keep-minutes.ts'
import type { MinuteInWork } from '../work/minutes-in-work.ts'
import { minutesAt, type TakenItem, type TakingView } from './taking-view.ts'

/** What the reader was doing when the page is shown again. */
export interface Doing {
  readonly item: number
  readonly form: 'minute' | 'resolution'
  readonly typed: PostedForm
  readonly refusal: Refusal
}

/** The fields of a minute as its form sends them. */
export function fieldsOfMinute(item: number, texts: Pick<MinuteTexts, 'text' | 'membersText' | 'isPublicExcluded'> | undefined, isWithheld: boolean): [string, string][] {
  return [
    [`text-${item}`, texts?.text ?? ''],
    ...(isWithheld ? ([[`members-${item}`, texts?.membersText ?? '']] satisfies [string, string][]) : []),
    ...(isWithheld && texts?.isPublicExcluded !== undefined ? ([[`excluded-${item}`, texts.isPublicExcluded ? 'yes' : 'no']] satisfies [string, string][]) : []),
  ]
}

const saidOfExclusion: Readonly<Record<string, boolean>> = { yes: true, no: false }

/** A minute as its form was sent. */
export function minuteTyped(form: PostedForm, item: number): MinuteTexts {
  return { text: form.text(`text-${item}`), membersText: form.text(`members-${item}`), isPublicExcluded: saidOfExclusion[form.text(`excluded-${item}`)] }
}

/** The form of one minute: it saves itself as it is written, and by its button without JavaScript. */
export function minuteForm(request: StaffRequest, view: TakingView, taken: TakenItem, doing: Doing | undefined): Html {
  const { number, title, minute, isWithheld } = taken
  const address = `${minutesAt(view.meeting)}/items/${number}`
  const typed = doing?.form === 'minute' && doing.item === number ? doing : undefined
  const key = `${request.session.actor.person}:minutes:${view.meeting.id}:${number}`
  const texts = typed === undefined ? { text: minute?.text ?? '', membersText: minute?.membersText ?? '', isPublicExcluded: minute?.isPublicExcluded } : minuteTyped(typed.typed, number)
  const revision = typed === undefined ? (minute?.revision ?? 0) : typed.typed.whole('revision')
  return html`<form method="post" action="${address}" novalidate data-autosave="${address}/autosave" data-key="${key}">
${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${revision}">${isWithheld && html`<input type="hidden" name="withheld" value="yes">`}<button type="submit" name="do" value="save" hidden>Save</button>
<div data-kept-text hidden></div>
<p class="govuk-body-s gt-part__saved" role="status" data-saved>${savedLine(request, minute)}</p>
${textFields(taken, texts, typed?.refusal)}
<div class="govuk-button-group">${button({ text: html`Save<span class="govuk-visually-hidden"> the minute of ${title}</span>`, name: 'do', value: 'save', classes: 'govuk-button--secondary', attributes: { 'data-save': true } })}</div>
</form>`
}

/** The boxes of a minute, also where two texts are made one. */
export function textFields({ number, title, isWithheld, item }: Pick<TakenItem, 'number' | 'title' | 'isWithheld' | 'item'>, texts: MinuteTexts, refusal?: Refusal): Html {
  const open = textarea({
    name: `text-${number}`,
    label: { text: html`${isWithheld ? 'Minute that the public may read' : 'Minute'}<span class="govuk-visually-hidden"> of item ${number}, ${title}</span>` },
    value: texts.text,
    rows: 4,
    classes: 'gt-minute-text',
    error: faultFor(refusal, `text-${number}`),
  })
  if (!isWithheld) return open
  const excluded =
    item.facts.exempt !== undefined &&
    radios({
      name: `excluded-${number}`,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: html`Was the public excluded?<span class="govuk-visually-hidden"> Item ${number}</span>` } },
      items: [
        { value: 'yes', text: html`The public was excluded by resolution (paragraph ${item.facts.exempt.paragraph})<span class="govuk-visually-hidden">, item ${number}</span>` },
        { value: 'no', text: html`The public was not excluded<span class="govuk-visually-hidden">, item ${number}</span>` },
      ],
      value: texts.isPublicExcluded === undefined ? '' : texts.isPublicExcluded ? 'yes' : 'no',
      error: faultFor(refusal, `excluded-${number}`),
    })
  const members = textarea({
    name: `members-${number}`,
    label: { text: html`Minute for members only<span class="govuk-visually-hidden">, item ${number}</span>` },
    hint: { text: 'Never published.' },
    value: texts.membersText,
    rows: 4,
    classes: 'gt-minute-text',
    error: faultFor(refusal, `members-${number}`),
  })
  return html`${open}${excluded}${members}`
}

function savedLine({ now }: StaffRequest, minute: MinuteInWork | undefined): string {
  return minute === undefined || minute.revision === 0 ? 'Not begun' : `Saved ${momentInWords(minute.at, now)}${minute.by === undefined ? '' : ` by ${minute.by}`}`
}

/** What stands in the minute without being typed, and what can be done at the item. */
export function besideMinute({ said, recorded, toConfirm, number }: TakenItem, view: TakingView): Html {
  return html`${said.length > 0 && html`<div class="gt-minute-said"><p class="govuk-body-s">Stands in the minute by itself:</p>${said.map((sentence) => html`<p class="govuk-body">${userText(sentence)}</p>`)}</div>`}
${recorded.length > 0 && html`<div class="gt-minute-said"><p class="govuk-body-s">From the record of attendance, which is published with the minutes:</p><ul class="govuk-list">${recorded.map((line) => html`<li>${userText(line)}</li>`)}</ul></div>`}
${view.mayPublish && toConfirm.map(({ meeting, date }) => html`<p class="govuk-body">${statusTag('To confirm', 'caution')} <a class="govuk-link" href="/staff/meetings/${meeting}/minutes/confirm?on=${view.meeting.facts.date}&amp;item=${number}">Confirm the minutes of ${formatDate(date)}</a></p>`)}`
}
