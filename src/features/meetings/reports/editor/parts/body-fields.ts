import { html, type Html } from '#platform/pages/html.ts'
import { faultFor } from '#platform/pages/form.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import type { PartDrawing } from './part-drawing.ts'
import { editorDialogs } from './editor-dialogs.ts'
import { toolbar } from './toolbar.ts'
import { writingHelp } from './writing-help.ts'

/** The text in Markdown; a script adds the toolbar and grows the box. */
export function bodyFields({ record, typed, refusal, state }: PartDrawing): Html {
  const isReport = record.paper.kind === 'report'
  return html`${toolbar()}
${textarea({
  name: 'markdown',
  label: { text: isReport ? 'Text of the report' : 'Text of the appendix' },
  hint: { text: isReport ? 'Paragraphs are numbered for you. Leave an empty line between paragraphs.' : 'Leave an empty line between paragraphs.' },
  value: (typed.all('markdown').at(-1) ?? '').replace(/^\n+/, ''),
  rows: 24,
  spellcheck: true,
  classes: 'gt-write__text',
  before: state,
  error: faultFor(refusal, 'markdown'),
})}
${writingHelp(record)}${editorDialogs(record)}`
}
