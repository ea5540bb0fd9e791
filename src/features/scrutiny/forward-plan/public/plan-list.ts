import { formatDate, formatDay, monthName } from '#core/date-words.ts'
import { addDays, yearOf, type LocalDate } from '#core/dates.ts'
import type { LocalSettings } from '#features/rules'
import { inventionTag } from '#features/minutes'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { lastMeetingToSpeak, type ComingMeeting } from '../clock/last-meeting-to-speak.ts'
import { startOfDay } from '../deeds/turn-entry.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { stateOf } from '../entry/states.ts'
import { expectedWords, keyWords, makerWords, privateWords, stateTags } from '../entry/words.ts'
import type { PublishedEntry } from '../store/published-plan.ts'

interface ListOptions {
  readonly today: LocalDate
  readonly local: LocalSettings
  readonly meetingsOf: (entry: PlanEntry) => readonly ComingMeeting[]
}

/** An entry is marked as new for so long after its notice. */
const newForDays = 28

/** Entries by the month in which they are expected. */
export function entriesByMonth(entries: readonly PublishedEntry[], options: ListOptions): readonly Html[] {
  const months = Map.groupBy(entries, ({ entry }) => entry.expected.from.slice(0, 7))
  return [...months.values()].map((list) => {
    const first = list[0]?.entry.expected.from
    return html`<h2 class="govuk-heading-m">${first && `${monthName(first)} ${yearOf(first)}`}</h2>${entryList(list, options)}`
  })
}

/** Entries as a list in which each says what, when, who decides, and whether scrutiny can still speak. */
function entryList(entries: readonly PublishedEntry[], options: ListOptions): Html {
  return html`<ul class="govuk-list gt-meetings">${entries.map(({ entry }) => line(entry, options))}</ul>`
}

function line(entry: PlanEntry, options: ListOptions): Html {
  const { today } = options
  return html`<li class="gt-meetings__entry"><p class="govuk-body-s gt-meetings__when">${whenWords(entry)}</p>
<h3 class="govuk-heading-s gt-meetings__name">${link(entryAddress(entry), userText(entry.matter))}</h3>
<p class="govuk-body-s">${tagsOf(entry, options)}</p><p class="govuk-body-s">To be decided by ${userText(makerWords(entry.decisionMaker))}.${entry.private && html` ${privateWords(entry.private)}: ${userText(entry.private.reason)}`}</p>
${isStillAhead(entry, today) && speaking(entry, options)}</li>`
}

/** Its day, or the last of its period, is to come. */
export function isStillAhead({ expected: { from, to = from } }: Pick<PlanEntry, 'expected'>, today: LocalDate): boolean {
  return to > today
}

/** What is made up, state, key, private and new, as words. */
export function tagsOf(entry: PlanEntry, { today, local }: Pick<ListOptions, 'today' | 'local'>): Html {
  const [words, meaning] = stateTags[stateOf(entry, startOfDay(today), local)]
  const isNew = entry.decision === undefined && entry.noticed !== undefined && entry.noticed <= today && today <= addDays(entry.noticed, newForDays)
  return html`${inventionTag(entry.invented)} ${statusTag(words, meaning)} ${entry.key !== 'not-key' && statusTag(keyWords[entry.key], 'neutral')} ${entry.decision?.shortfall !== undefined && statusTag('Without the full notice', 'bad')} ${entry.private !== undefined && statusTag(entry.private.part === 'whole' ? 'Private' : 'Part private', 'withheld')} ${isNew && statusTag('New entry', 'coming')}`
}

/** The last meeting at which scrutiny can speak before the decision. */
export function speaking(entry: PlanEntry, { today, meetingsOf }: Pick<ListOptions, 'today' | 'meetingsOf'>): Html {
  const last = lastMeetingToSpeak(entry.expected, meetingsOf(entry), today)
  if (last === undefined) return html`<p class="govuk-body-s">No meeting of scrutiny whose agenda is still open is planned before this.</p>`
  const { meeting, publishBy, isSure } = last
  return html`<p class="govuk-body-s">${isSure ? 'Scrutiny can speak last at the' : 'This may be decided before scrutiny meets. The first meeting within its period is the'} ${link(`/bodies/${meeting.body}/${meeting.date}`, html`${meeting.bodyName}, ${formatDate(meeting.date)}`)}: its agenda is open until ${formatDay(publishBy)}.</p>`
}

function whenWords({ expected }: PlanEntry): string {
  const words = expectedWords(expected)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
