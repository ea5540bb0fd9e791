import type { Outcome, Refusal } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { confidenceLabel, confidenceWords, guidanceMeaning } from './confidence.ts'
import { dueDate } from './due/due-date.ts'
import { dueParts, type Due } from './due/due.ts'
import { conventionWords, countsHours, limitWords, spanWords } from './limit-words.ts'
import { settingWords } from './local-settings.ts'
import { nearestRules } from './nearest-rules.ts'
import { readStart } from './read-start.ts'
import type { Area, RuleVersion } from './rule.ts'
import { findRule, latestVersion, type Rule } from './rules.ts'
import { validityWords } from './validity-words.ts'

/** `/rules/{rule}`: one rule with its versions, and a form that works out a date and shows the working. */
export function rulePage({ params, query }: PublicRequest): Answer {
  const rule = findRule(params['rule'] ?? '')
  if (rule === undefined) return notFound(params['rule'] ?? '')
  const typed = query.get('date') ?? undefined
  const found = typed === undefined ? undefined : workOut(rule, typed)
  const refusal = found?.ok === false ? found.refusal : undefined
  const version = latestVersion(rule)
  return {
    kind: 'page',
    title: rule.title,
    description: `${rule.title}: ${limitWords(version.limit)} ${spanWords(version)}`.trimEnd(),
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Time limits and rules', href: '/rules' },
    ],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}
      ${lead(html`<strong>${limitWords(version.limit)}</strong> ${spanWords(version)}`)}
      ${[...rule.versions].reverse().map((each) => versionSection(rule.area, each, rule.versions.length > 1))}
      ${version.limit.kind === 'none' ? undefined : workingForm(rule, version, typed, refusal)}
      ${found?.ok === true ? workingSection(found.value) : undefined}`,
  }
}

function workOut(rule: Rule, typed: string): Outcome<Due> {
  const start = readStart(typed)
  return start.ok ? dueDate(rule.id, start.value) : start
}

function notFound(id: string): Answer {
  const nearest = nearestRules(id).map((near) => findRule(near)?.title)
  return { kind: 'not-found', message: `There is no rule at this address.${nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', or ')}?`} All rules are listed at /rules.` }
}

function versionSection(area: Area, version: RuleVersion, isOneOfSeveral: boolean): Html {
  const rows: { key: Piece; value: Piece }[] = [
    { key: 'Counted from', value: version.startEvent },
    { key: 'To', value: version.stopEvent },
    { key: 'Limit', value: limitWords(version.limit) },
    { key: 'How it is counted', value: conventionWords(version.limit) },
    ...(version.exceptions.length > 0 ? [{ key: 'Exceptions', value: lines(version.exceptions) }] : []),
    { key: 'Rests on', value: html`${lines(version.citations)}${confidenceSection(area, version)}` },
    { key: 'In force', value: validityWords(version) },
    { key: 'Local setting', value: settingWords(version) },
    ...(version.notes.length > 0 ? [{ key: 'Notes', value: lines(version.notes) }] : []),
  ]
  return html`<h2 class="govuk-heading-m">${isOneOfSeveral ? `The rule, ${validityWords(version)}` : 'The rule'}</h2>${summaryList({ rows })}`
}

function confidenceSection(area: Area, { confidence }: RuleVersion): Html {
  const meaning = confidence === 'guidance' ? guidanceMeaning(area) : undefined
  return html`<p class="govuk-body"><strong>${confidenceLabel(confidence)}.</strong> ${meaning}</p>`
}

function lines(texts: readonly string[]): Html {
  return html`<ul class="govuk-list">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}

function workingForm(rule: Rule, version: RuleVersion, typed: string | undefined, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m" id="work-out">Work out a date</h2>
    <form method="get" action="/rules/${rule.id}#work-out">
      ${countsHours(version.limit) ? momentInput(version, typed, refusal) : startDayInput(version, typed, refusal)}
      ${button({ text: 'Show the working' })}
    </form>`
}

function startDayInput({ startEvent }: RuleVersion, typed: string | undefined, refusal: Refusal | undefined): Html {
  const value = typed === undefined ? undefined : (parseTypedDay(typed) ?? typed)
  return dayInput({ name: 'date', label: `Date of ${startEvent}`, error: faultFor(refusal, 'date'), value })
}

/** No browser has one calendar and clock that can be used by keyboard and by voice alike, so a moment is typed. */
function momentInput({ startEvent }: RuleVersion, typed: string | undefined, refusal: Refusal | undefined): Html {
  return input({
    name: 'date',
    label: { text: `Date and time of ${startEvent}` },
    hint: { text: 'For example, 14 April 2026 16:30' },
    error: faultFor(refusal, 'date'),
    value: typed,
    classes: 'govuk-input--width-20',
    autocomplete: 'off',
  })
}

function workingSection(due: Due): Html {
  return html`<h2 class="govuk-heading-m">The working</h2>
    ${dueParts(due).map(({ when, how }) => html`<p class="govuk-body-l"><strong>${when}</strong>${how === undefined ? undefined : html` (${how})`}</p>`)}
    <ol class="govuk-list govuk-list--number">${due.working.map((step) => html`<li>${step}</li>`)}</ol>
    <p class="govuk-body">Rests on ${due.citation} (${confidenceWords[due.confidence]}). ${link('/rules', 'All time limits and rules')}</p>`
}
