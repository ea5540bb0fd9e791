import type { StaffPage } from '#access/staff/staff-page.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingIdOn, openMeeting, packAddress, packAddressed, readPack, whenInWords, type MeetingsApp, type PackSection, type ReadingRight } from '#features/meetings'
import { minutesAddress } from '../public/minutes-page.ts'
import { publishedMinutes } from '../public/published-minutes.ts'
import { isEmpty, ofItems, type MembersMinutes } from '../record/members-minutes.ts'
import { membersMinutesHtml } from '../record/members-minutes-html.ts'
import { standingSentence } from '../record/standing-words.ts'
import { membersMinutesOf } from '../publishing/members-minutes.ts'

/** The same words for everybody without a right, of whichever meeting: nobody learns from them whether anything is withheld. */
const notYours = refuse('not-allowed', 'What of minutes is not published is for the members of the body and its officers. What is published stands with the meeting.')
const nothing = refuse('not-found', 'Nothing of the minutes of this meeting is kept from publication, or they are not circulated yet. What is published stands with the meeting.')

/** What somebody may read of the minutes of a meeting besides what is published; undefined where there is nothing, or they may not. */
async function readable(reader: Reader, right: ReadingRight, { body, date }: { readonly body: string; readonly date: LocalDate }): Promise<MembersMinutes | undefined> {
  if (right.sees === 'public') return undefined
  const meeting = await meetingIdOn(reader, body, date)
  const kept = meeting && (await membersMinutesOf(reader, meeting))
  const mine = kept && ofItems(kept, right.sees === 'everything' ? 'all' : right.items)
  return mine === undefined || isEmpty(mine) ? undefined : mine
}

/** `/staff/packs/{body}/{date}/minutes`: what members read of minutes besides what is published. Whoever may not is refused, and it is recorded. */
export const membersPage: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/minutes',
  show: async (request) => {
    const address = packAddressed(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const { body, date } = address.value
    const read = await readPack(request.context, { body, date }, async (reader) => {
      const opened = await openMeeting(reader, request.context, { body, date })
      if (!opened.ok) return opened
      if (opened.value.right.sees === 'public') return notYours
      const mine = await readable(reader, opened.value.right, { body, date })
      return mine === undefined ? nothing : ok({ meeting: opened.value.meeting, mine, published: await publishedMinutes(reader, body, date) })
    })
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    const { meeting, mine, published } = read.value
    const standing = mine.whole ?? published?.minutes
    return {
      kind: 'page',
      title: 'Minutes for members',
      crumbs: [
        { text: 'My packs', href: '/staff/packs' },
        { text: `${meeting.bodyName}, ${whenInWords(meeting)}`, href: packAddress(meeting) },
      ],
      body: html`${insetText({ text: 'Not for publication. Keep it to yourself.' })}${standing && html`<p class="govuk-body">${standingSentence(standing)}</p>`}
${published && html`<p class="govuk-body">${link(minutesAddress(published.minutes), 'The minutes as they are published')}</p>`}${membersMinutesHtml(mine)}`,
    }
  },
}

/** On the page of a pack: the ways to the minutes of the meeting, once they are circulated. */
export const packSection: PackSection = async (reader, { meeting, right }): Promise<Html | undefined> => {
  const published = await publishedMinutes(reader, meeting.body, meeting.date)
  const mine = await readable(reader, right, meeting)
  if (published === undefined && mine === undefined) return undefined
  const standing = mine?.whole ?? published?.minutes
  return html`<h2 class="govuk-heading-m" id="minutes">Minutes</h2>${standing && html`<p class="govuk-body">${standingSentence(standing)}</p>`}<ul class="govuk-list">
${published && html`<li>${link(minutesAddress(published.minutes), 'Read the minutes')}</li>`}${mine && html`<li>${link(`${packAddress(meeting)}/minutes`, 'Read what is for members only')}</li>`}</ul>`
}
