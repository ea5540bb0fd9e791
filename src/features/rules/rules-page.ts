import type { Answer } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { confidenceLabel } from './confidence.ts'
import { englandAndWales } from './england-and-wales.ts'
import { limitWords, spanWords } from './limit-words.ts'
import { areas, type Area } from './rule.ts'
import { allRules, latestVersion, type Rule } from './rules.ts'

/** `/rules`: every time limit that the product applies, by area; what each rests on stands on its own page. */
export function rulesPage(): Answer {
  const areaNames = Object.entries(areas) as [Area, string][]
  return {
    kind: 'page',
    title: 'Time limits and rules',
    description: 'Every time limit that is applied here, how it is counted, and the law or guidance it rests on.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`${lead('Every time limit that is applied here. Open a rule to read what it rests on, to work out a date and to see each step.')}
      <nav aria-label="Areas"><ul class="govuk-list">${areaNames.map(([area, name]) => html`<li>${link(`#${area}`, name)}</li>`)}</ul></nav>
      ${labelsExplained()}
      ${areaNames.map(([area, name]) => areaSection(area, name))}`,
  }
}

function labelsExplained(): Html {
  return html`<p class="govuk-body">A working day is Monday to Friday except bank holidays in England and Wales. The bank holidays are those published
      to ${englandAndWales.lastPublishedYear}; later ones follow the regular pattern.</p>
    <p class="govuk-body">A limit without a label was read in the statute or in a judgment. <strong>${confidenceLabel('guidance')}</strong> stands beside
      a limit that comes from national guidance, or from what councils and partnerships publish: for meetings and decisions the council’s monitoring
      officer confirms it, for children’s services its director of children’s services. The council can set its own. <strong>${confidenceLabel('local')}</strong>
      is a limit that each council chooses. None of this is legal advice.</p>`
}

function areaSection(area: Area, name: string): Html {
  const rows = allRules.filter((rule) => rule.area === area).map(row)
  return html`<h2 class="govuk-heading-m" id="${area}">${name}</h2>${summaryList({ rows })}`
}

function row(rule: Rule) {
  const version = latestVersion(rule)
  const label = version.confidence === 'statute' ? undefined : html`<br><span class="gt-quiet">${confidenceLabel(version.confidence)}</span>`
  return { key: link(`/rules/${rule.id}`, rule.title), value: html`<strong>${limitWords(version.limit)}</strong> ${spanWords(version)}${label}` }
}
