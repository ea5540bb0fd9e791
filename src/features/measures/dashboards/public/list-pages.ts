import { countOf } from '#core/count-in-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { periodName } from '../../sheets/shown.ts'
import { publishedOn } from '../../measure-pages/published-on.ts'
import { releasesOut } from '../../releases/published-releases.ts'
import { dashboardAddress, type Release } from '../../releases/release.ts'
import { strategiesOut, type StrategyOut } from '../strategies-out.ts'
import { strategyAddress } from '../addresses.ts'
import { noFiguresPublished } from './asked-release.ts'

/** So many releases of each body stand in the list of all. */
const ofEach = 4

/** `/dashboards`: every body with its last releases, and every strategy. Two queries. */
export async function dashboardsPage({ read }: PublicRequest): Promise<Answer> {
  const releases = await releasesOut(read)
  const strategies = await strategiesOut(read)
  const bodies = [...new Map(releases.map(({ body, bodyName }) => [body, bodyName]))].toSorted(([, one], [, other]) => one.localeCompare(other, 'en-GB'))
  return {
    kind: 'page',
    title: 'Performance',
    description: 'The measures by which each body is told how things go, quarter by quarter.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`${lead('The measures by which each body is told how things go: what needs looking at first, why, and what is being done.')}
${bodies.length === 0 && html`<p class="govuk-body">No figures are published yet.</p>`}
${bodies.map(([body, name]) => bodyPart(body, name, releases.filter((release) => release.body === body)))}
${strategyPart(strategies)}<p class="govuk-body">${link('/measures', 'All measures, one by one')}</p>`,
  }
}

function bodyPart(body: string, name: string, releases: readonly Release[]): Html {
  return html`<h2 class="govuk-heading-m">${link(`/dashboards/${body}`, userText(name))}</h2>${releaseList(releases.slice(0, ofEach))}
${releases.length > ofEach && html`<p class="govuk-body">${link(`/dashboards/${body}`, `All ${releases.length} releases`)}</p>`}`
}

function releaseList(releases: readonly Release[]): Html {
  return html`<ul class="govuk-list">${releases.map(
    (release) => html`<li>${link(dashboardAddress(release), userText(release.title))} <span class="gt-quiet">${periodName(release.period)}, published ${publishedOn(release.publishedAt)}${release.version > 1 && `, version ${release.version}`}</span></li>`,
  )}</ul>`
}

function strategyPart(strategies: readonly StrategyOut[]): Html | undefined {
  if (strategies.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">By strategy</h2><ul class="govuk-list">${strategies.map(
    ({ slug, name, measures }) => html`<li>${link(strategyAddress(slug), userText(name))} <span class="gt-quiet">${countOf(measures.length, 'measures')}</span></li>`,
  )}</ul>`
}

/** `/dashboards/{body}`: all releases of a body, the newest first. One query. */
export async function bodyDashboardsPage({ read, params }: PublicRequest): Promise<Answer> {
  const releases = await releasesOut(read, params['body'] ?? '')
  const [newest] = releases
  if (newest === undefined) return noFiguresPublished
  return {
    kind: 'page',
    title: `Dashboards: ${newest.bodyName}`,
    description: `The figures of every period that were published for the ${newest.bodyName}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Performance', href: '/dashboards' },
    ],
    body: html`${lead(html`The newest: ${link(dashboardAddress(newest), userText(newest.title))}.`)}${releaseList(releases)}<p class="govuk-body">${link(`/bodies/${newest.body}`, 'About this body')}</p>`,
  }
}
