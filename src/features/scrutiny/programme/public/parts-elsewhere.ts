import { formatDate } from '#core/date-words.ts'
import type { BodySection } from '#features/bodies'
import { meetingAddress, timesOnAgenda, type LaterParts } from '#features/meetings'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { calendarOf } from '../deeds/calendar.ts'
import { followAll } from '../deeds/follow-all.ts'
import { whenInWords } from '../model/when-words.ts'
import { standingEntries, yearInWords, type TimedEntry, type WorkProgramme } from '../model/work-programme.ts'
import { publicProgramme } from '../store/read-programmes.ts'
import { programmeAddress } from './programme-view.ts'

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

const earlierShown = 5

/** On a body's page: the way to its work programme. */
export const programmeOfBody: BodySection = async ({ read }, { slug, name }) => {
  const { programme, years } = await publicProgramme(read, slug)
  if (programme === undefined) return undefined
  const others = years.filter((year) => year !== programme.year)
  const counted = standingEntries(programme).filter(({ kind }) => kind === 'dated').length
  return html`<h2 class="govuk-heading-m" id="work-programme">Work programme</h2>
<p class="govuk-body">${link(programmeAddress(slug), html`Work programme ${yearInWords(programme.year)}<span class="govuk-visually-hidden"> of the ${name}</span>`)}: ${counted} dated ${counted === 1 ? 'item' : 'items'}, who chose them and why${others.map((year) => html` · ${link(programmeAddress(slug, { year }), yearInWords(year))}`)}</p>`
}

/** On an item's page: when the matter came before, and when it is to come next. */
export const matterOfItem: ItemSection = async ({ read, today }, meeting, { subjects = [] }) => {
  if (subjects.length === 0) return undefined
  const before = meeting.date > today ? today : meeting.date
  const times = (await timesOnAgenda(read, subjects, { before, limit: earlierShown, onlyTaken: true })).slice(0, earlierShown)
  const { programme } = await publicProgramme(read, meeting.body)
  const next = programme === undefined ? undefined : nextIn(followAll(programme, await calendarOf(read, programme)).programme, subjects, meeting.date > today ? meeting.date : today)
  if (times.length === 0 && next === undefined) return undefined
  return html`<h2 class="govuk-heading-m" id="matter">This matter before and after</h2>
${times.length > 0 && html`<p class="govuk-body">It came before on:</p><ul class="govuk-list govuk-list--bullet">${times.map((time) => html`<li>${link(`${meetingAddress(time)}/items/${time.item}`, html`${formatDate(time.date)}: ${userText(time.title)}`)}${time.body === meeting.body ? '' : `, ${time.bodyName}`}</li>`)}</ul>`}
${next !== undefined && html`<p class="govuk-body">Next in the ${link(programmeAddress(meeting.body), 'work programme')}: ${userText(next.issue)}, ${whenInWords(next.when)}.</p>`}`
}

function nextIn(programme: WorkProgramme, subjects: readonly string[], after: string): TimedEntry | undefined {
  const entries = standingEntries(programme).filter((entry): entry is TimedEntry => entry.kind === 'dated' && entry.subject !== undefined && subjects.includes(entry.subject))
  const dayOf = ({ when }: TimedEntry) => (typeof when === 'string' || 'returnedFrom' in when ? '' : 'meeting' in when ? when.meeting : 'month' in when ? `${when.month}-99` : `${when.to}-99`)
  return entries.filter((entry) => dayOf(entry) > after).toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))[0]
}
