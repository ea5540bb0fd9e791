import { formatDay } from '#core/date-words.ts'
import { countOf } from '#core/count-in-words.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { adjournMeeting } from './adjourn-meeting.ts'
import { mayBeAdjourned, readAdjournment, type Adjournment } from './read-adjournment.ts'
import { reasonField } from './reason-field.ts'
import { turnPage } from './turn-page.ts'

/** `/staff/meetings/:meeting/adjourn` */
export const adjournPage = turnPage<Adjournment>({
  word: 'adjourn',
  done: 'adjourned',
  title: 'Adjourn this meeting',
  confirm: 'Adjourn the meeting',
  may: (found, { today }) => mayBeAdjourned(found, today),
  fields: (found, typed, refusal) => html`
    ${dayInput({ name: 'date', label: 'Day on which it goes on', hint: 'Where the body meets on that day already, what goes on joins the agenda of that meeting.', value: typed.text('date'), error: faultFor(refusal, 'date') })}
    ${timeInput({
      name: 'time',
      label: 'Time',
      value: typed.has('time') ? typed.text('time') : found.meeting.facts.time,
      error: faultFor(refusal, 'time'),
    })}
    ${
      found.meeting.items.length > 0 &&
      checkboxes({
        name: 'items',
        fieldset: { legend: { text: 'Items that go on', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'Those that were not finished. They stand on the agenda of the new day with their papers.' },
        items: found.meeting.items.map(({ id, number, facts }) => ({ value: id, text: html`${number}. ${facts.title}` })),
        values: typed.all('items'),
        error: faultFor(refusal, 'items'),
      })
    }
    ${reasonField(found, typed.text('reason'), refusal)}
  `,
  names: ['date', 'time', 'reason', 'items'],
  read: (reader, found, typed, { today }) => readAdjournment(
    reader,
    found,
    { date: typed.text('date'), time: typed.text('time'), reason: typed.text('reason'), items: typed.all('items') },
    today,
  ),
  outlook: ({ meeting, body, agendaSince }, adjournment) => [
    `The meeting of the ${body.name} on ${formatDay(meeting.facts.date)} stands adjourned, and its public page says when its business goes on.`,
    ...(adjournment.onto === undefined ? [`A meeting on ${whenInWords(adjournment)} is announced in the calendar, in the same place.`] : []),
    ...(adjournment.items.length === 0 ? [] : [`${agendaOf(adjournment)}, with their papers: ${countOf(adjournment.items.length, 'items')} of ${meeting.items.length}. ${published(adjournment, agendaSince !== undefined)}`]),
  ],
  deed: (context, app, seen, found, adjournment) => adjournMeeting(context, app, seen, found, adjournment),
  day: (_found, { date }) => date,
})

function agendaOf({ date, onto }: Adjournment): string {
  return onto === undefined ? 'On its agenda' : `The body meets on ${formatDay(date)} already. On the agenda of that meeting, as carried over`
}

function published({ onto }: Adjournment, isPublished: boolean): string {
  if (onto === undefined) return isPublished ? 'What is published of them is published for that day as it stands.' : 'You publish that agenda when it is ready.'
  return onto.isIssued ? 'That agenda is published already: publish it again with them.' : 'You publish that agenda when it is ready. What it has itself, such as apologies, is not put there twice.'
}
