import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { EditorRecord } from '../read-editor.ts'

const ways: readonly (readonly [what: string, written: string])[] = [
  ['Heading', '## Background'],
  ['Sub-heading', '### The first year'],
  ['Bold', 'a **strong** word'],
  ['List', '- first\n- second'],
  ['Numbered list', '1. first\n2. second'],
  ['Table', 'Table: Places by year\n\n| Year | Places |\n| --- | ---: |\n| 2023 | 120 |'],
  ['Link', '[the words of the link](https://example.org)'],
  ['Figure', '![what it shows](name-of-picture.png "its caption")'],
  ['A figure of a measure, as it is published', '[[plans-on-time 2019-20-q4]]'],
  ['The same of England, or of a part', '[[plans-on-time 2019-20-q4 area=E92000001]]\n[[absence 2019-20 breakdown=phase=primary]]'],
  ['Footnote', 'words[^1]\n\n[^1]: The note.'],
  ['Note set apart', '> Note: how this was counted.'],
]

const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl + S', 'Save the part that you are in'],
  ['Ctrl + B', 'Bold'],
  ['Ctrl + K', 'Link'],
  ['Ctrl + Alt + 2 and Ctrl + Alt + 3', 'Heading, sub-heading'],
  ['Ctrl + Shift + 8 and Ctrl + Shift + 7', 'List, numbered list'],
  ['Ctrl + Alt + P', 'Show the preview now'],
]

/** How text is written, for those who write it by hand and for those without a script, and the keys that do it. */
export function writingHelp({ paper }: EditorRecord): Html {
  const written = html`<dl class="gt-ways-to-write">${ways.map(([what, text]) => html`<dt>${what}</dt><dd><pre><code>${text}</code></pre></dd>`)}</dl>
<p class="govuk-body gt-with-script">To change a table in a grid, put the caret in it and press Table.</p>
<p class="govuk-body">To refer to a meeting, an item, a body or a rule of this site, <a class="govuk-link" href="/staff/papers/${paper.id}/references">look up its line</a>. To show a picture, <a class="govuk-link" href="/staff/papers/${paper.id}/pictures">add it first</a>.</p>
<h3 class="govuk-heading-s">Keys</h3>
<p class="govuk-body">On a Mac, press ⌘ in place of Ctrl.</p>
<dl class="gt-ways-to-write">${shortcuts.map(([keys, what]) => html`<dt>${keys}</dt><dd>${what}</dd>`)}</dl>`
  return details({ summary: 'How to write headings, lists, tables and figures, and keys that help', content: written })
}
