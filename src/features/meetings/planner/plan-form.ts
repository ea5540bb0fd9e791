import { monthName } from '#core/date-words.ts'
import { date } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { Body } from '#features/bodies'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { patternExamples } from './pattern.ts'
import { kindInWords, usualMonthsLeftOut, type MeetingKind, type TypedFields } from './plan.ts'

const months = Array.from(
  { length: 12 },
  (_, index) => ({ value: String(index + 1), text: monthName(date(`2024-${String(index + 1).padStart(2, '0')}-01`)) }),
)

/** First of all: whose year is planned. */
export function chooseBody(bodies: readonly Body[]): Html {
  const items = [{ value: '', text: 'Choose a body' }, ...bodies.map(({ slug, name }) => ({ value: slug, text: name }))]
  return html`<form method="get" action="/staff/meetings/plan" novalidate>
    ${select({
      name: 'body',
      label: { text: 'Which body meets?' },
      hint: { text: 'Bodies that another organisation holds plan their own meetings.' },
      items,
    })} ${button({ text: 'Continue' })}
  </form>`
}

/** What is asked of a plan; it is sent by its address, so that a plan can be looked at again. */
export function planForm(body: Body, template: BodyTemplate, typed: TypedFields, refusal: Refusal | undefined): Html {
  return html`<form method="get" action="/staff/meetings/plan" novalidate>
    <input type="hidden" name="body" value="${body.slug}">
    ${whenFields(typed, refusal)} ${whereFields(body, template, typed, refusal)} ${button({ text: 'Show the dates' })}
  </form>`
}

function whenFields(typed: TypedFields, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m">When it meets</h2>
    ${input({
      name: 'pattern',
      label: { text: 'Pattern' },
      hint: { text: `In words, such as ${patternExamples.map((example) => `“${example}”`).join(', ')}.` },
      value: typed.text('pattern'),
      error: faultFor(refusal, 'pattern'),
      autocomplete: 'off',
    })}
    <div class="gt-plan__pair">
      ${dayInput({
        name: 'from',
        label: 'From',
        value: typed.text('from'),
        error: faultFor(refusal, 'from'),
      })} ${dayInput({ name: 'to', label: 'To', value: typed.text('to'), error: faultFor(refusal, 'to') })}
    </div>
    ${checkboxes({
      name: 'leave-out',
      classes: 'govuk-checkboxes--small gt-plan__months',
      fieldset: { legend: { text: 'Months without a meeting', classes: 'govuk-fieldset__legend--s' } },
      items: months,
      values: typed.all('leave-out'),
    })}`
}

function whereFields(body: Body, template: BodyTemplate, typed: TypedFields, refusal: Refusal | undefined): Html {
  const rooms = usualRooms(template)
  return html`<h2 class="govuk-heading-m">What each meeting is like</h2>
    <div class="gt-plan__pair">
      ${timeInput({ name: 'time', label: 'Time', value: typed.text('time'), error: faultFor(refusal, 'time') })}
      ${input({
        name: 'minutes',
        label: { text: 'Length in minutes' },
        hint: { text: 'Clashes are measured by it.' },
        value: typed.text('minutes'),
        error: faultFor(refusal, 'minutes'),
        inputmode: 'numeric',
        classes: 'govuk-input--width-4',
      })}
    </div>
    ${input({
      name: 'venue',
      label: { text: 'Place' },
      hint: rooms.length === 0 ? undefined : { text: `It usually meets in: ${rooms.join('; ')}.` },
      value: typed.text('venue'),
      error: faultFor(refusal, 'venue'),
      attributes: { list: 'rooms' },
    })}
    <datalist id="rooms">${rooms.map((room) => html`<option value="${room}"></option>`)}</datalist>
    ${input({
      name: 'title',
      label: { text: 'Title (optional)' },
      hint: { text: 'Only where the meetings are called something besides the name of the body.' },
      value: typed.text('title'),
      error: faultFor(refusal, 'title'),
    })}
    ${radios({
      name: 'kind',
      fieldset: { legend: { text: 'Who may come', classes: 'govuk-fieldset__legend--s' } },
      items: kindItems(body),
      value: typed.text('kind'),
      error: faultFor(refusal, 'kind'),
    })}`
}

/** Where the body usually meets, the usual place first. */
function usualRooms({ usual, rooms }: BodyTemplate): string[] {
  return [...new Set([...(usual.venue === undefined ? [] : [usual.venue]), ...rooms])]
}

function kindItems(body: Body): { value: MeetingKind; text: string; hint: { text: string } }[] {
  return [
    {
      value: 'public',
      text: kindInWords.public,
      hint: { text: body.meetsInPublic ? 'As this body usually meets.' : 'This body usually meets in private.' },
    },
    { value: 'closed', text: kindInWords.closed, hint: { text: 'The calendar says only that the body meets.' } },
    {
      value: 'development',
      text: kindInWords.development,
      hint: { text: 'They take no decisions and have no public papers; the calendar says only that they are held.' },
    },
  ]
}

/** What the form begins with: the body's usual ways. */
export function usualFields(body: Body, { usual }: BodyTemplate, period: { readonly from: string; readonly to: string }): TypedFields {
  const fields: Readonly<Partial<Record<string, string>>> = {
    body: body.slug,
    from: period.from,
    to: period.to,
    time: usual.time ?? '',
    minutes: String(usual.minutes),
    venue: usual.venue ?? '',
    kind: body.meetsInPublic ? 'public' : 'closed',
  }
  return { text: (name) => fields[name] ?? '', all: (name) => (name === 'leave-out' ? usualMonthsLeftOut : []) }
}
