import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { periodName } from '../../sheets/shown.ts'
import { measuresOf, type KeptRelease } from '../model/release-draft.ts'
import { releasesKept, type ReleasePlace } from '../store/read-releases.ts'
import { releasesPath, staffReleaseAddress } from './addresses.ts'
import { stateTags, waitsFor } from './state-words.ts'

const pageSize = 40

/** `/staff/releases`: every release, the latest period first, with what it waits for. */
export const releasesPage: StaffPage<MeetingsApp> = {
  path: releasesPath,
  show: async ({ context, query }) => {
    const after = placeFrom(query.get('after') ?? '')
    const found = await look(context, { verb: 'measures.see', subject: { kind: 'releases', id: 'list' } }, async (reader) => ok(await releasesKept(reader, { after, limit: pageSize + 1 })))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const shown = found.value.slice(0, pageSize)
    const last = found.value.length > pageSize ? shown.at(-1) : undefined
    return {
      kind: 'page',
      title: 'Releases of figures',
      body: html`${lead('The figures of a period for a body: put together, checked, approved, and published as a version that nobody changes.')}
${context.may(context.actor, 'releases.assemble') && html`<p>${button({ text: 'Begin a release', href: `${releasesPath}/new` })}</p>`}
${shown.length === 0 ? html`<p class="govuk-body">No release has been begun.</p>` : table(shown)}
${cursorPagination({ label: 'Pages of releases', ...(after === undefined ? {} : { previous: { href: releasesPath, label: 'Back to the latest' } }), ...(last === undefined ? {} : { next: { href: `${releasesPath}?after=${last.period}/${last.body}`, label: 'Earlier periods' } }) })}
<p class="govuk-body">${link('/dashboards', 'Dashboards as the public reads them')}</p>`,
    }
  },
}

function table(releases: readonly KeptRelease[]) {
  return dataTable({
    caption: 'Releases',
    captionHidden: true,
    columns: ['Release', 'Body', 'Measures', 'State', 'What it waits for'].map((heading) => ({ heading, numeric: heading === 'Measures' })),
    rows: releases.map((release) => [
      html`${link(staffReleaseAddress(release), html`${userText(release.draft.title)}`)}<br>${periodName(release.period)}`,
      userText(release.bodyName),
      String(measuresOf(release.draft).length),
      stateTags(release),
      waitsFor(release) ?? '',
    ]),
  })
}

/** Where the page before ended: `2019-20-q4/panel`. */
function placeFrom(text: string): ReleasePlace | undefined {
  const [, period, body] = /^(\d{4}[-a-z0-9]{0,30})\/([a-z0-9-]{1,100})$/.exec(text) ?? []
  return period === undefined || body === undefined ? undefined : { period, body }
}
