import { given } from '#core/given.ts'
import { refuse, type Fault, type Refusal } from '#core/outcome.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { approvedInWords } from '../../releases/approved-words.ts'
import type { ReleaseOut } from '../../releases/published-releases.ts'
import { changedSection, unconfirmedSection } from '../parts/changed-section.ts'
import { exceptionsSection } from '../parts/exceptions-section.ts'
import { jumpLinks } from '../parts/jump-links.ts'
import { legend } from '../parts/legend.ts'
import { allMeasures } from '../parts/all-measures.ts'
import { rankingsSection } from '../parts/ranking-section.ts'
import { releaseFacts } from '../parts/release-facts.ts'
import { summarySection } from '../parts/summary-section.ts'
import { versionList, versionNotice } from '../parts/version-notes.ts'
import { dashboardView, type DashboardView, type Part } from '../view/dashboard-view.ts'
import { fileAddress } from '../addresses.ts'
import { lateNow } from './late-now.ts'
import { askedRelease, noFiguresPublished } from './asked-release.ts'

/** `/dashboards/{body}/{period}`: what needs looking at first and what is said of it, then every measure. Two queries, and a third where something was asked. */
export async function dashboardPage(request: PublicRequest): Promise<Answer> {
  const out = await askedRelease(request)
  if (out === undefined) return noFiguresPublished
  const { part, refusal } = askedPart(request.query, out)
  const release = { ...out.release, asked: await lateNow(request, out.release) }
  const view = dashboardView({ ...out, release }, part)
  return {
    kind: 'page',
    title: release.title,
    description: `The measures of the ${release.bodyName}: what needs looking at first, why, and what is being done.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Performance', href: '/dashboards' },
      { text: release.bodyName, href: `/dashboards/${release.body}` },
    ],
    alternates: [{ type: 'text/csv', href: fileAddress(release, 'csv', shownVersion(view)), title: 'These figures as CSV' }],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}${versionNotice(view)}
<div class="gt-dashboard__first">${summarySection(view)}${jumpLinks(view)}${releaseFacts(view)}
${exceptionsSection(view)}</div>
${allMeasures(view, shownVersion(view))}${rankingsSection(view)}${changedSection(view)}${unconfirmedSection(view)}${legend(release)}
${takeAway(view, out.entries)}`,
  }
}

/** The version to name in links: none where the newest is shown, which the bare address shows. */
function shownVersion({ release, newest }: DashboardView): number | undefined {
  return release.version === newest ? undefined : release.version
}

/** The theme and the strategy that the address names; one that is unknown is said and left out. */
function askedPart(query: URLSearchParams, { entries }: ReleaseOut): { readonly part: Part; readonly refusal?: Refusal } {
  const themes = entries.flatMap(({ sheet }) => sheet.definition.themes)
  const strategies = entries.flatMap(({ sheet }) => sheet.definition.strategies.map(({ slug }) => slug))
  const faults: Fault[] = []
  const known = (name: 'theme' | 'strategy', all: readonly string[]) => {
    const asked = query.get(name) ?? ''
    if (asked === '' || all.includes(asked)) return asked === '' ? undefined : asked
    faults.push({ field: 'measures', message: `No ${name} of this dashboard is called “${asked.slice(0, 60)}”. Choose one of those below.` })
    return undefined
  }
  const part = { ...given('theme', known('theme', themes)), ...given('strategy', known('strategy', strategies)) }
  return faults.length === 0 ? { part } : { part, refusal: refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal }
}

/** Files, versions, and who answers for them. */
function takeAway(view: DashboardView, all: ReleaseOut['entries']): Html {
  const { release } = view
  const version = shownVersion(view)
  return html`<h2 class="govuk-heading-m" id="take-away">Take these figures with you</h2><ul class="govuk-list govuk-list--bullet">
<li>${link(fileAddress(release, 'xlsx', version), 'As a workbook (XLSX)')}, ${link(fileAddress(release, 'ods', version), 'as an open spreadsheet (ODS)')}</li>
<li>${link(fileAddress(release, 'csv', version), 'As CSV')}, with ${link(fileAddress(release, 'csv-metadata.json', version), 'what its columns mean')}</li>
<li>${link(fileAddress(release, 'json', version), 'As JSON')}; for programs: ${link('/api', 'the API')}</li></ul>
<p class="govuk-body">${userText(approvedInWords(release, all))} Each figure leads to its definition, its owner and its source. ${link(`/dashboards/${release.body}`, 'Other periods')}</p>${versionList(view)}`
}
