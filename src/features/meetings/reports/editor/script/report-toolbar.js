// The tools above the text, and the keys that do the same.
import { ask, bracketed, makeDialogs, proposeAlternative, readFigure, readLink } from './report-dialogs.js'
import { readReference, searchReferences } from './report-references.js'
import { TableGrid } from './report-table-grid.js'
import { fits, mostColumns, mostRows } from './report-table-rows.js'
import { tableAt } from './report-table-text.js'
import { markLines, markWords, write, writeBlock, writeFootnote } from './report-writing.js'

const keys = { 'ctrl+KeyB': 'bold', 'ctrl+KeyK': 'link', 'ctrl+alt+Digit2': 'heading', 'ctrl+alt+Digit3': 'subheading', 'ctrl+shift+Digit8': 'bullets', 'ctrl+shift+Digit7': 'numbers' }

export function keepToolbar(editor, saver) {
  const bar = editor.querySelector('[data-toolbar]')
  const box = editor.querySelector('textarea[name=markdown]')
  if (!bar || !box) return
  const says = bar.querySelector('[data-toolbar-says]')
  const tools = toolsFor(box, makeDialogs(editor), saver, (words) => (says.textContent = words))
  bar.hidden = false
  bar.addEventListener('click', (event) => {
    says.textContent = ''
    tools[event.target.closest('[data-tool]')?.dataset.tool]?.()
  })
  box.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    const pressed = `ctrl+${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.code}`
    const tool = tools[keys[pressed]]
    if (tool === undefined) return
    event.preventDefault()
    tool()
  })
}

function toolsFor(box, dialogs, saver, say) {
  const grid = new TableGrid(dialogs.get('table'))
  const selected = () => box.value.slice(box.selectionStart, box.selectionEnd)
  const inText = (words) => write(box, box.selectionStart, box.selectionEnd, words)
  return {
    heading: () => markLines(box, () => '## ', /^## /),
    subheading: () => markLines(box, () => '### ', /^### /),
    bold: () => markWords(box, '**', 'bold words'),
    bullets: () => markLines(box, () => '- ', /^- /),
    numbers: () => markLines(box, (index) => `${index + 1}. `, /^\d+\. /),
    footnote: () => writeFootnote(box),
    table: () => writeTable(box, dialogs.get('table'), grid, say),
    figure: () => {
      proposeAlternative(dialogs.get('figure').querySelector('form'))
      ask(dialogs.get('figure'), readFigure, (block) => writeBlock(box, block))
    },
    link: () => {
      dialogs.get('link').querySelector('[name=link-words]').value = bracketed(selected())
      ask(dialogs.get('link'), readLink, inText)
    },
    reference: () => {
      searchReferences(dialogs.get('reference'))
      ask(dialogs.get('reference'), readReference, inText)
    },
    comment: () => {
      saver.saveNow()
      const quote = selected().slice(0, 500)
      location.assign(`${location.pathname}/comments?${new URLSearchParams({ part: 'body', quote })}#comment`)
    },
  }
}

/** The table in which the caret stands is changed where it is; elsewhere a new one is put in. */
function writeTable(box, dialog, grid, say) {
  const found = tableAt(box.value, box.selectionStart)
  if (found !== undefined && !fits(found.rows)) {
    say(`This table is too large for the grid, which has ${mostRows} rows and ${mostColumns} columns: change it in the text.`)
    return
  }
  grid.open(found)
  ask(dialog, () => grid.read(), (block) => (found === undefined ? writeBlock(box, block) : write(box, found.from, found.to, block)))
}

/** Text boxes grow with their text where the style sheet alone does not do it. */
export function growTextareas(editor) {
  if (CSS.supports('field-sizing', 'content')) return
  const grow = (box) => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 4}px`
  }
  editor.addEventListener('input', (event) => (event.target.tagName === 'TEXTAREA' ? grow(event.target) : undefined))
  for (const box of editor.querySelectorAll('textarea')) grow(box)
}

/** Links to a line of the text put the caret there. */
export function leadToLines(editor) {
  const box = editor.querySelector('textarea[name=markdown]')
  if (!box) return
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-line]')
    if (!link) return
    event.preventDefault()
    const lines = box.value.split('\n')
    const number = Math.min(Number(link.dataset.line), lines.length)
    const from = lines.slice(0, number - 1).join('\n').length + (number > 1 ? 1 : 0)
    box.focus({ preventScroll: true })
    box.setSelectionRange(from, from + lines[number - 1].length)
    const { top, height } = box.getBoundingClientRect()
    scrollTo({ top: scrollY + top + (height * (number - 1)) / lines.length - innerHeight / 3 })
  })
}
