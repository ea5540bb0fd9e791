import { formatDate } from '#core/date-words.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { versionsHeld } from '../sheets/counted-by.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { capital } from './measure-words.ts'

type Held = ReturnType<typeof versionsHeld>[number]

/** The versions by which older figures were counted, each in its own words with the days on which it held; nothing of a measure that never had another. */
export function earlierVersions(sheet: Pick<MeasureSheet, 'definition' | 'earlier'>): Html | undefined {
  const earlier = versionsHeld(sheet).slice(1)
  if (earlier.length === 0) return undefined
  return html`<h3 class="govuk-heading-s" id="earlier-versions">How it was counted before</h3>
${earlier.map((held) => html`<h4 class="govuk-heading-s">Version ${held.definition.version}, ${heldFor(held)}</h4>${texts(held)}`)}`
}

/** "until 31 August 2015", "1 April 2020 to 31 March 2022" */
function heldFor({ from, until }: Held): string {
  const last = until === undefined ? 'now' : formatDate(until)
  return from === undefined ? `until ${last}` : `${formatDate(from)} to ${last}`
}

function texts({ definition: { definition, numerator, denominator, changed } }: Held): Html {
  return summaryList({
    rows: [
      { key: 'What it was', value: userText(definition) },
      ...(numerator === undefined ? [] : [{ key: 'What was counted', value: userText(capital(numerator)) }]),
      ...(denominator === undefined ? [] : [{ key: 'Of how many', value: userText(capital(denominator)) }]),
      ...(changed === undefined ? [] : [{ key: 'What it changed', value: userText(changed) }]),
    ],
  })
}
