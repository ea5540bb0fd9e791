import { formatDate } from '#core/date-words.ts'
import { addMonths } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { reviewAddress, reviewsDue } from './reviews-due.ts'

const monthsAhead = 3

/** `/staff/exempt-items`: withheld papers whose reason is to be looked at again, now or within three months. */
export const reviewsPage: StaffPage<MeetingsApp> = {
  path: '/staff/exempt-items',
  show: async ({ context, today }) => {
    const found = await look(context, { verb: 'meetings.publish', subject: { kind: 'reviews', id: 'all' } }, async (reader) => ok(await reviewsDue(reader, addMonths(today, monthsAhead))))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const rows = found.value.map((item) => [
      html`<a class="govuk-link" href="${reviewAddress(item)}">${userText(item.title)}</a>`,
      html`${item.bodyName}, ${formatDate(item.date)}, item ${item.number}`,
      item.paragraph === undefined ? 'Confidential' : html`Paragraph ${item.paragraph}: ${userText(item.reason ?? '')}`,
      html`${formatDate(item.reviewOn)} ${item.reviewOn <= today ? statusTag('Due', 'caution') : undefined}`,
    ])
    return {
      kind: 'page',
      title: 'Withheld papers to review',
      crumbs: [{ text: 'Meetings', href: '/staff/meetings' }],
      body: html`${lead('Papers are withheld only while the reason holds. Decide for each whether to release it or to ask again later.')}
        ${rows.length === 0
          ? html`<p class="govuk-body">Nothing is to be reviewed within the next ${monthsAhead} months.</p>`
          : dataTable({ caption: 'Items whose papers are withheld', captionHidden: true, columns: [{ heading: 'Item' }, { heading: 'Meeting' }, { heading: 'Why withheld' }, { heading: 'Review' }], rows })}`,
    }
  },
}
