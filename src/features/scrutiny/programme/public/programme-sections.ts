import { meetingAddress, meetingTag } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { whenInWords } from '../model/when-words.ts'
import type { Entry } from '../model/work-programme.ts'
import { actInWords, agreementState } from '../rules/agreement.ts'
import type { Slot } from '../rules/year-plan.ts'
import { entryList } from './entry-lines.ts'
import type { ProgrammeView } from './programme-view.ts'

/** What the year turns on, what the body answers for, and who leads on what. */
export function headSection({ programme }: ProgrammeView): Html {
  const { focus, remit, leads } = programme
  return html`${focus !== undefined && html`<p class="govuk-body-l gt-lead">${userText(focus)}</p>`}
${(remit.length > 0 || leads.length > 0) &&
  summaryList({
    rows: [
      ...(remit.length === 0 ? [] : [{ key: 'Answers for', value: html`<ul class="govuk-list">${remit.map((part) => html`<li>${userText(part)}</li>`)}</ul>` }]),
      ...(leads.length === 0 ? [] : [{ key: 'Who leads', value: html`<ul class="govuk-list">${leads.map(({ area, who }) => html`<li>${userText(area)}: ${userText(who)}</li>`)}</ul>` }]),
    ],
  })}`
}

const tags = { agreed: ['Agreed', 'good'], 'to-be-agreed': ['To be agreed', 'coming'], 'not-shown': ['Agreement not in the record', 'caution'], 'not-agreed': ['Not agreed yet', 'neutral'], 'not-stated': ['Agreement not stated', 'neutral'] } as const

/** By whom the programme as a whole was recommended and agreed. */
export function agreementSection({ programme, names, meetingOfAct, today }: ProgrammeView): Html {
  const { recommended, agreed, agreementNote } = programme
  const [word, meaning] = tags[agreementState(programme, meetingOfAct, today)]
  const lines = [
    ...(recommended === undefined ? [] : [actInWords(recommended, names, meetingOfAct, today, { done: 'Discussed and recommended', coming: 'To be discussed', lapsed: 'Was to be discussed' })]),
    ...(agreed === undefined ? [] : [actInWords(agreed, names, meetingOfAct, today, { done: 'Agreed', coming: 'To be agreed', lapsed: 'Was to be agreed' })]),
  ]
  return html`<p class="govuk-body">${statusTag(word, meaning)} ${lines.length > 0 && `${lines.join('. ')}.`} ${agreementNote !== undefined && userText(agreementNote)}</p>`
}

type Tools = (entry: Entry) => Html | undefined

/** The year: each meeting and month with what comes, what is to be placed, possible future items, standing items, and what was taken out. */
export function planSections(view: ProgrammeView, tools: Tools = () => undefined): Html {
  const { plan, programme } = view
  const out = programme.entries.filter(({ takenOut }) => takenOut !== undefined)
  const listed = (entries: readonly Entry[]) => entryList(entries, view, (entry) => ({ saysWhen: true, tools: tools(entry) }))
  return html`${plan.toBePlaced.length > 0 && html`<h2 class="govuk-heading-m" id="to-be-placed">To be placed</h2>${listed(plan.toBePlaced)}`}
<h2 class="govuk-heading-m" id="year">The year</h2>
${plan.slots.length === 0 ? html`<p class="govuk-body">Nothing has a place in the year yet.</p>` : plan.slots.map((slot) => slotSection(slot, view, tools))}
<h2 class="govuk-heading-m" id="possible">Possible future items</h2>
${plan.possible.length === 0 ? html`<p class="govuk-body">There are none.</p>` : listed(plan.possible)}
<h2 class="govuk-heading-m" id="standing">Standing items</h2>
${plan.standing.length === 0 ? html`<p class="govuk-body">There are none.</p>` : listed(plan.standing)}
${out.length > 0 && html`<h2 class="govuk-heading-m" id="taken-out">Taken out</h2>${listed(out)}`}`
}

function slotSection({ when, entries }: Slot, view: ProgrammeView, tools: Tools): Html {
  return html`<section class="gt-programme__slot"><h3 class="govuk-heading-s">${slotHeading(when, view)}</h3>${entryList(entries, view, (entry) => ({ meeting: typeof when !== 'string' && 'meeting' in when ? when.meeting : undefined, tools: entry.kind === 'standing' ? undefined : tools(entry) }))}</section>`
}

function slotHeading(when: Slot['when'], { calendar, programme, today }: ProgrammeView): Html {
  if (typeof when === 'string' || !('meeting' in when)) return html`${whenInWords(when)}`
  const meeting = calendar.find(({ date }) => date === when.meeting)
  if (meeting === undefined) return html`${whenInWords(when)} ${statusTag('Not in the calendar', 'neutral')}`
  return html`${link(meetingAddress({ body: programme.body, date: when.meeting }), whenInWords(when))} ${meetingTag(meeting, today)}`
}
