import { formatDate } from '#core/date-words.ts'
import type { Answer } from '#platform/http/answers.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { confidenceWords, limitWords } from './limit-words.ts'
import { areas, type Area, type RuleVersion } from './rule.ts'
import { allRules, latestVersion, type Rule } from './rules.ts'

const columns = ['Rule', 'Limit', 'From → to', 'Rests on', 'In force'].map((heading) => ({ heading }))

/** `/rules`: every time limit that the product applies, by area, with what it rests on and how far that was checked. */
export function rulesPage(): Answer {
  const areaNames = Object.entries(areas) as [Area, string][]
  return {
    kind: 'page',
    title: 'Time limits and rules',
    description: 'Every time limit that is applied here, how it is counted, and the law or guidance it rests on.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`${lead('Every time limit that is applied here, how it is counted and what it rests on. Open a rule to work out a date and see each step.')}
      <p class="govuk-body">A working day is Monday to Friday except bank holidays in England and Wales. This is not legal advice: the council’s monitoring officer and its director of children’s services confirm the settings.</p>
      <nav aria-label="Areas"><ul class="govuk-list">${areaNames.map(([area, name]) => html`<li>${link(`#${area}`, name)}</li>`)}</ul></nav>
      ${areaNames.map(([area, name]) => areaSection(area, name))}`,
  }
}

function areaSection(area: Area, name: string): Html {
  const rows = allRules.filter((rule) => rule.area === area).map(row)
  return html`<section id="${area}">${dataTable({ caption: name, columns, rows })}</section>`
}

function row(rule: Rule): readonly Piece[] {
  const version = latestVersion(rule)
  return [
    link(`/rules/${rule.id}`, rule.title),
    limitWords(version.limit),
    html`${version.startEvent} → ${version.stopEvent}`,
    html`${version.citations.join('; ')} (${confidenceWords[version.confidence]})`,
    validityWords(version),
  ]
}

/** "from 1 October 2002", "1 May 2020 to 24 September 2020" */
export function validityWords(version: RuleVersion): string {
  return version.validTo === undefined ? `from ${formatDate(version.validFrom)}` : `${formatDate(version.validFrom)} to ${formatDate(version.validTo)}`
}
