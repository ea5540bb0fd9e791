import { countOf } from '#core/count-in-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import { worstList } from '../dashboards/parts/worst-list.ts'
import { isRedOrAmber, worstFirst, wrongWayFirst } from '../dashboards/view/worst-first.ts'
import { currentEntries, releasesOut, type CurrentEntry } from '../releases/published-releases.ts'
import { dashboardAddress, measureAddress, type Release, type ReleaseEntry } from '../releases/release.ts'
import { measuresAddress } from './list-query.ts'
import { isToLookAtFirst } from './measures-list.ts'
import { publishedOn } from './published-on.ts'

/** So many stand on the first page, and so many releases on that of a body. */
const mostShown = 5

/** On the first page: what should be looked at first in the releases of the last year, the worst at the head, and where few can be judged what went the wrong way. One query. */
export const standsOut: NonNullable<LaterParts['homeSections']>[number] = async ({ read }) => {
  const all = await currentEntries(read)
  if (all.length === 0) return undefined
  const entries = lately(all).map(({ entry }) => entry)
  const first = worstFirst(entries.filter(isRedOrAmber))
  const unjudged = wrongWayFirst(entries.filter(({ sheet }) => sheet.judgement.rag === 'none')).slice(0, Math.max(0, mostShown - first.length))
  const ways = [
    ...(first.length > mostShown ? [link(measuresAddress({ isException: true }), `All ${all.filter(({ entry }) => isToLookAtFirst(entry)).length} to look at first`)] : []),
    link('/dashboards', 'The figures of a quarter'),
    link('/measures', `All ${countOf(all.length, 'measures')}`),
  ]
  return html`<h2 class="govuk-heading-m" id="stands-out">What stands out</h2>
${first.length === 0 ? html`<p class="govuk-body">${nothingRed(entries)}</p>` : worstList(first.slice(0, mostShown), ({ measure }) => measureAddress(measure))}
${unjudged.length > 0 && html`<p class="govuk-body">As the figures stand, these went the wrong way; they are too few to tell change from chance:</p>${worstList(unjudged, ({ measure }) => measureAddress(measure))}`}
<p class="govuk-body">${ways.map((way, index) => html`${index > 0 && ' · '}${way}`)}</p>`
}

/** What cannot be judged is no good news. */
function nothingRed(entries: readonly ReleaseEntry[]): string {
  return entries.some(({ sheet }) => sheet.judgement.rag !== 'none')
    ? 'Of the measures that were published lately none is red, and no rule finds one worse than its target, than before or than others.'
    : 'None of the measures that were published lately can be judged by rule: no target holds for them, and their figures are too few.'
}

const yearInDays = 366

/** Those of releases of the year before the newest one: what was published last of an old plan stands out no more. */
function lately(all: readonly CurrentEntry[]): readonly CurrentEntry[] {
  const newest = Math.max(...all.map(({ release }) => release.publishedAt.getTime()))
  return all.filter(({ release }) => newest - release.publishedAt.getTime() <= yearInDays * 86_400_000)
}

/** On a body's page: the figures that it was given, quarter by quarter. One query. */
export const figuresOfBody: BodySection = async ({ read }, { slug }) => {
  const releases = await releasesOut(read, slug)
  if (releases.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="figures">Figures</h2>
<ul class="govuk-list govuk-list--bullet">${releases.slice(0, mostShown).map(releaseLine)}</ul>
<p class="govuk-body">${releases.length > mostShown && html`${link(`/dashboards/${slug}`, `All ${releases.length} releases`)}, `}${link(measuresAddress({ body: slug }), 'the measures that it reads')}</p>`
}

function releaseLine(release: Release): Html {
  return html`<li>${link(dashboardAddress(release), userText(release.title))}, published ${publishedOn(release.publishedAt)}</li>`
}
