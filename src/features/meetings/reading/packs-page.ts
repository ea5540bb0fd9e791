import { look } from '#access/look.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { addDays, parseDate, type LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { meetingEntries } from './coming/meeting-entries.ts'
import { choiceOf, chosenMeetings, type Choice } from './coming/read-meetings.ts'

const mostComing = 60
const pastOnPage = 20
const path = '/staff/packs'

/** `/staff/packs`: the meetings of the bodies on which one sits, those to come first. */
export const packsPage: StaffPage<unknown> = {
  path,
  show: async (request) => {
    const { today } = request
    const before = pastBefore(request)
    const read = await look(request.context, { verb: 'packs.read', subject: { kind: 'meetings', id: 'own' } }, async (reader) => {
      const choice = await choiceOf(reader, request)
      const coming = await chosenMeetings(reader, request, choice, { from: today, order: 'first-to-last', limit: mostComing })
      const past = await chosenMeetings(reader, request, choice, { before, order: 'last-to-first', limit: pastOnPage + 1 })
      return ok({ choice, coming, past })
    })
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    const { choice, coming, past } = read.value
    const next = past.meetings.length > pastOnPage ? past.meetings[pastOnPage - 1]?.date : undefined
    return {
      kind: 'page',
      title: 'My packs',
      body: html`${intro(choice)} ${chooseBody(choice)}
<h2 class="govuk-heading-m" id="coming">Coming meetings</h2>
${coming.meetings.length === 0 ? html`<p class="govuk-body">No coming meeting is announced.</p>` : meetingEntries({ ...coming, today, headingLevel: 3 })}
<h2 class="govuk-heading-m" id="past">Past meetings</h2>
${past.meetings.length === 0 ? html`<p class="govuk-body">There are none${before === today ? '' : ' before that'}.</p>` : meetingEntries({ ...past, meetings: past.meetings.slice(0, pastOnPage), today, headingLevel: 3 })}
${cursorPagination({ label: 'Past meetings', previous: before === today ? undefined : { href: `${path}${queryOf(choice)}#past`, label: 'Latest' }, next: next && { href: `${path}${queryOf(choice, next)}#past`, label: 'Older meetings' } })}`,
    }
  },
}

/** Past meetings are those before this day. Whole days are gone over: of a day that two pages share the second shows all. */
function pastBefore({ query, today }: StaffRequest): LocalDate {
  const asked = parseDate(query.get('before') ?? '')
  return asked !== undefined && asked < today ? addDays(asked, 1) : today
}

function queryOf({ body }: Choice, before?: LocalDate): string {
  const query = new URLSearchParams({ ...(body === undefined ? {} : { body }), ...(before === undefined ? {} : { before }) }).toString()
  return query === '' ? '' : `?${query}`
}

function intro({ own, body, all }: Choice): Html {
  const bodies = body === undefined ? [...own.values()] : [own.get(body) ?? all.get(body) ?? body]
  const words = bodies.length === 0 ? 'You sit on no body; here are the meetings of all of them.' : `Meetings of: ${bodies.join('; ')}.`
  return html`${lead(words)}<p class="govuk-body">${link(`${path}/calendar`, 'Have these meetings in your own calendar')}</p>`
}

function chooseBody({ own, all, body }: Choice): Html | undefined {
  if (all.size === 0) return undefined
  const items = [{ value: '', text: own.size === 0 ? 'All bodies' : 'Those on which I sit' }, ...Array.from(all, ([value, text]) => ({ value, text }))]
  return filterForm({ action: path, label: 'Choose a body', fields: select({ name: 'body', label: { text: 'Body' }, items, value: body ?? '' }), clear: body === undefined ? undefined : path })
}
