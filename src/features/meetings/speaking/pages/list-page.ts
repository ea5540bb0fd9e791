import { formatTime } from '#core/date-words.ts'
import type { LocalTime } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import type { PublishedMeeting } from '../../record/meeting.ts'
import { placeInWords, whenInWords } from '../../record/meeting-words.ts'
import { chairList, type CalledSpeaker } from '../chair-list.ts'
import { slotsOf } from '../slots.ts'
import { lookAtSpeakers } from './speakers-view.ts'
import { speakersCrumbs } from './words.ts'

/** `/staff/meetings/:meeting/speakers/list`: what the chair has in hand, to be printed from the browser. */
export const listPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/speakers/list',
  show: async (request) => {
    const found = await lookAtSpeakers(request.context, request.params['meeting'])
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const view = found.value
    const speakers = chairList(view.requests, view.meeting?.participation)
    const slots = view.meeting?.participation && slotsOf(view.meeting.participation, speakers.length)
    const body = html`${lead(html`${view.bodyName}, ${whenInWords(view.facts)}. ${placeInWords(view.facts)}.`)}
${slots && html`<p class="govuk-body">${slots.words} ${slots.warning}</p>`}
${speakers.length === 0 ? html`<p class="govuk-body">Nobody is accepted to speak.</p>` : table(speakers, view.meeting)}`
    return { kind: 'page', title: 'Public speakers: list for the chair', body, crumbs: speakersCrumbs(view, true) }
  },
}

function table(speakers: readonly CalledSpeaker[], meeting: PublishedMeeting | undefined): Html {
  const begins = meeting?.items.find(({ standing }) => standing === 'public-participation')?.timing?.from
  return dataTable({
    caption: 'In the order in which they speak',
    captionSize: 's',
    columns: [{ heading: 'Speaker' }, { heading: 'Item' }, { heading: 'Wishes to say' }, { heading: 'Slot' }],
    rows: speakers.map((speaker) => [
      html`${speaker.place}. ${userText(speaker.name)}${speaker.onBehalf !== undefined && html`<br>for ${userText(speaker.onBehalf)}`}${speaker.needs !== undefined && html`<br>Needs: ${userText(speaker.needs)}`}${speaker.isLate && html`<br>Asked late`}`,
      `${speaker.item.number}. ${speaker.item.title}`,
      html`<span class="gt-typed">${userText(speaker.statement ?? '')}</span>`,
      slotWords(speaker, begins),
    ]),
  })
}

/** By the clock where the agenda says when public participation begins, else by minutes. */
function slotWords({ slot, isOver }: CalledSpeaker, begins: LocalTime | undefined): string {
  if (slot === undefined) return 'As the chair decides'
  const words = begins === undefined ? `Minutes ${slot.from} to ${slot.to}` : `${formatTime(minutesAfter(begins, slot.from))} to ${formatTime(minutesAfter(begins, slot.to))}`
  return isOver ? `${words}, over the time` : words
}

function minutesAfter(begins: LocalTime, minutes: number): LocalTime {
  const all = Number(begins.slice(0, 2)) * 60 + Number(begins.slice(3)) + minutes
  return time(`${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`)
}
