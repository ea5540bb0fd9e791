import { html, type Html } from '#platform/pages/html.ts'

const tools = [
  { tool: 'heading', text: 'Heading', keys: 'Control+Alt+2' },
  { tool: 'subheading', text: 'Sub-heading', keys: 'Control+Alt+3' },
  { tool: 'bold', text: 'Bold', keys: 'Control+B' },
  { tool: 'bullets', text: 'List', keys: 'Control+Shift+8' },
  { tool: 'numbers', text: 'Numbered list', keys: 'Control+Shift+7' },
  { tool: 'table', text: 'Table' },
  { tool: 'link', text: 'Link', keys: 'Control+K' },
  { tool: 'reference', text: 'Reference' },
  { tool: 'figure', text: 'Figure' },
  { tool: 'footnote', text: 'Footnote' },
  { tool: 'comment', text: 'Comment on selected words' },
] as const

/** Buttons that write Markdown into the text; hidden until the script that gives them their work is there. */
export function toolbar(): Html {
  const buttons = tools.map((one) => {
    const keys = 'keys' in one && html` aria-keyshortcuts="${one.keys}" title="${one.keys.replaceAll('+', ' + ')}"`
    return html`<button type="button" class="gt-tool" data-tool="${one.tool}" aria-controls="markdown"${keys}>${one.text}</button>`
  })
  return html`<div class="gt-toolbar" role="group" aria-label="Write into the text" data-toolbar hidden>${buttons}<p class="govuk-body-s gt-toolbar__says" role="status" data-toolbar-says></p></div>`
}
