import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'

const ways: readonly (readonly [what: string, written: string])[] = [
  ['Bold', 'a **strong** word'],
  ['List', '- first\n- second'],
  ['Link', '[the words of the link](https://example.org)'],
  ['Table', 'Table: Places by year\n\n| Year | Places |\n| --- | ---: |\n| 2023 | 120 |'],
  ['A figure of a measure, as it is published', '[[plans-on-time 2019-20-q4]]'],
  ['The same of England, or of a part', '[[plans-on-time 2019-20-q4 area=E92000001]]\n[[absence 2019-20 breakdown=phase=primary]]'],
]

/** How a minute is written by hand, and what becomes of a figure in it. */
export function writingHelp(): Html {
  const content = html`<dl class="gt-ways-to-write">${ways.map(([what, text]) => html`<dt>${what}</dt><dd><pre><code>${text}</code></pre></dd>`)}</dl>
<p class="govuk-body">A figure is written into the minute when you save it, as it is published then, and stays as it was when it is revised later. The name of a measure and its periods stand on <a class="govuk-link" href="/measures">its page</a>: the name is the last part of the address.</p>`
  return details({ summary: 'How to write lists, tables and figures', content })
}
