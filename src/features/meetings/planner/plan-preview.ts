import { countOf } from '#core/count-in-words.ts'
import { formatDay } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { kindInWords, type TypedFields } from './plan.ts'
import { toldInWords } from './notices.ts'
import { agendaDue } from './agenda-due.ts'
import { clashKey, isFree, isImpossible, keepsWeekday, type Proposal } from './proposals.ts'

/** A row of the preview: a day and a time as typed, and what is to be said of them once they can be read. */
export interface PreviewRow {
  readonly date: string
  readonly time: string
  readonly isChosen: boolean
  readonly proposal?: Proposal
}

/** What all meetings of the plan have in common goes with the form unseen. */
const frameFields = ['body', 'pattern', 'from', 'to', 'time', 'minutes', 'venue', 'title', 'kind'] as const

/** The proposed dates, each to be ticked, changed and checked again before anything is created. */
export function planPreview(
  rows: readonly PreviewRow[],
  typed: TypedFields,
  token: CsrfToken,
  { refusal, told, mayEditMembers }: { readonly refusal: Refusal | undefined; readonly told: number; readonly mayEditMembers: boolean },
): Html {
  const clashing = rows.filter(({ proposal }) => proposal !== undefined && !isFree(proposal)).length
  const seen = rows.flatMap(({ proposal }) => (proposal === undefined ? [] : proposal.clashes.map((clash) => clashKey(proposal, clash))))
  return html`<h2 class="govuk-heading-m" id="dates">${countOf(rows.length, 'dates')}${clashing === 0 ? ', none with a clash' : `, ${clashing} with a clash`}</h2>
    ${kindSaid(typed.text('kind'))}
    <form method="post" action="/staff/meetings/plan#dates" novalidate>
      ${csrfInput(token)} ${frameFields.map((name) => hidden(name, typed.text(name)))} ${typed.all('leave-out').map((month) => hidden('leave-out', month))}
      ${seen.map((key) => hidden('seen', key))} ${pressedByEnter}
      <ol class="govuk-list gt-plan">${rows.map((row, index) => html`<li class="gt-plan__entry">${previewRow(row, index, { refusal, isPublic: typed.text('kind') === 'public' })}</li>`)}</ol>
      <p class="govuk-body">Nothing is created until you say so. What is ticked is then created at once: each meeting with the standing items
      of the body on its agenda, and announced in the public calendar. ${whoIsTold(told)} ${told === 0 && mayEditMembers && link(`/staff/bodies/${typed.text('body')}/members`, 'Add its members')}</p>
      <div class="govuk-button-group">
        ${button({ text: 'Create the ticked meetings', name: 'deed', value: 'create', preventDoubleClick: true })} ${button({
          text: 'Check the dates again',
          name: 'deed',
          value: 'check',
          classes: 'govuk-button--secondary',
        })}
      </div>
    </form>`
}

/** Who may come is never left unsaid: a body may meet in private as a rule. */
function kindSaid(kind: string): Html | undefined {
  return kind === 'public' || kind === 'closed' || kind === 'development' ? html`<p class="govuk-body">These will be: <strong>${kindInWords[kind]}</strong>.</p>` : undefined
}

/** A browser presses the first button of a form for Enter in a field: that must create nothing. */
const pressedByEnter = html`<button class="govuk-visually-hidden" type="submit" name="deed" value="check" tabindex="-1" aria-hidden="true">Check the dates again</button>`

function whoIsTold(count: number): string {
  return count === 0 ? toldInWords(count) : `${toldInWords(count)} Each gets one, with all the dates.`
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

function previewRow({ date, time, isChosen, proposal }: PreviewRow, index: number, { refusal, isPublic }: { readonly refusal: Refusal | undefined; readonly isPublic: boolean }): Html {
  const day = proposal?.date ?? parseDate(date)
  const name = day === undefined ? `Date ${index + 1}` : formatDay(day)
  const use = checkboxes({
    name: `use-${index}`,
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: html`Create<span class="govuk-visually-hidden"> the meeting of ${name}</span>`, checked: isChosen }],
  })
  const fields = html`<div class="gt-plan__fields">
      ${dayInput({ name: `date-${index}`, label: 'Date', value: date, isFormatSaid: false, error: faultFor(refusal, `date-${index}`) })}
      ${timeInput({ name: `time-${index}`, label: 'Time', value: time, isFormatSaid: false, error: faultFor(refusal, `time-${index}`) })} ${use}
      ${proposal === undefined ? undefined : verdict(proposal)}
    </div>
    ${isPublic && day !== undefined && publication(day)}
    ${proposal !== undefined && proposal.clashes.length > 0 && clashes(proposal, index)}`
  return fieldset({ legend: { text: name, classes: 'govuk-fieldset__legend--s' }, content: fields })
}

/** By when the agenda of a meeting on that day is to be public. */
function publication(day: LocalDate): Html | undefined {
  const due = agendaDue(day, day)
  return due && html`<p class="govuk-body-s">Agenda published by ${formatDay(due.day)}</p>`
}

function verdict(proposal: Proposal): Html {
  const isBad = isImpossible(proposal)
  return html`<p class="govuk-body gt-plan__verdict">${proposal.clashes.length === 0 ? statusTag('No clash', 'good') : statusTag(
    isBad ? 'Not possible' : isFree(proposal) ? 'Short notice' : 'Clash',
    isBad ? 'bad' : 'caution',
  )}</p>`
}

function clashes(proposal: Proposal, index: number): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
      ${proposal.clashes.map(({ words }) => html`<li>${words}</li>`)}
    </ul>
    ${suggestion(proposal, proposal.suggestion, index)}`
}

function suggestion(proposal: Proposal, day: LocalDate | undefined, index: number): Html {
  if (day === undefined) return html`<p class="govuk-body">No day within four weeks is free.</p>`
  const what = keepsWeekday(proposal) ? 'The nearest free day on the same weekday' : 'The nearest free day'
  return html`<div class="govuk-button-group">
    <p class="govuk-body">${what} is ${formatDay(day)}.</p>
    ${button({
      text: html`Use ${formatDay(day)}<span class="govuk-visually-hidden"> in place of ${formatDay(proposal.date)}</span>`,
      name: 'deed',
      value: `use-${index}-${day}`,
      classes: 'govuk-button--secondary',
    })}
  </div>`
}
