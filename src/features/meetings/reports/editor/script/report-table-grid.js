// A table as a grid of boxes, for those who do not write its marks by hand. Tab and the arrow keys go from box to box; cells of a spreadsheet can be pasted.
import { fault } from './report-dialogs.js'
import { deeds, newTable, pasted } from './report-table-rows.js'
import { tableText } from './report-table-text.js'

export class TableGrid {
  constructor(dialog) {
    this.dialog = dialog
    this.isDone = true
    this.caption = dialog.querySelector('[name=table-caption]')
    this.table = dialog.querySelector('[data-table-grid]')
    this.status = dialog.querySelector('[data-table-status]')
    this.table.addEventListener('keydown', (event) => this.pressed(event))
    this.table.addEventListener('focusin', ({ target }) => this.at(placeOf(target)))
    this.table.addEventListener('paste', (event) => this.pasted(event))
    for (const button of dialog.querySelectorAll('[data-table-do]')) button.addEventListener('click', () => this.show(deeds[button.dataset.tableDo](this.said(), this.place)))
  }

  /** Fills the boxes with this table, or with nothing for a new one. What was typed for the same one, and not put in yet, is still there. */
  open(table) {
    const key = JSON.stringify(table)
    if (key !== this.key || this.isDone) {
      const { caption, rules, rows } = table ?? newTable()
      this.caption.value = caption
      this.draw({ rules, rows })
    }
    this.key = key
    this.isDone = false
    this.at({ row: 0, column: 0 })
    this.status.textContent = ''
  }

  /** The Markdown of the table, or what is missing. */
  read() {
    const { rules, rows } = this.said()
    const nameless = rows[0].findIndex((heading, column) => column > 0 && heading.trim() === '')
    if (this.caption.value.trim() === '') return this.missing(this.caption, 'Give the table a caption')
    if (nameless !== -1) return this.missing(this.boxAt({ row: 0, column: nameless }), `Give column ${nameless + 1} a heading`)
    this.isDone = true
    return tableText({ caption: this.caption.value, rows, rules })
  }

  missing(box, words) {
    box.focus()
    return fault(words)
  }

  said() {
    return { rules: this.rules, rows: [...this.table.rows].map((row) => [...row.cells].map((cell) => cell.firstChild.value)) }
  }

  boxAt({ row, column }) {
    return this.table.rows[row]?.cells[column]?.firstChild
  }

  draw({ rules, rows }) {
    this.rules = rules
    const [head, ...body] = rows.map((cells, row) => rowOf(cells, row, rows[0]))
    const [thead, tbody] = [document.createElement('thead'), document.createElement('tbody')]
    thead.append(head)
    tbody.append(...body)
    this.table.replaceChildren(thead, tbody)
  }

  /** The place that the buttons for rows and columns mean. */
  at(place) {
    this.place = place
    const name = (deed, words) => (this.dialog.querySelector(`[data-table-do=${deed}]`).textContent = words)
    name('remove-row', place.row === 0 ? 'Remove a row' : `Remove row ${place.row}`)
    name('remove-column', `Remove column ${place.column + 1}`)
  }

  /** What a deed made of the table, or why it did nothing. */
  show({ table, place, words }) {
    this.status.textContent = words
    if (table === undefined) return
    this.draw(table)
    this.boxAt(place).focus()
  }

  /** Arrows leave a box where the caret cannot go on in it. Enter goes down, and makes one row more at the end. */
  pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
    const to = placeAfter(event)
    if (to === undefined) return
    event.preventDefault()
    const next = this.boxAt(to)
    if (next !== undefined) next.focus()
    else if (event.key === 'Enter') this.show(deeds['add-row'](this.said(), this.place))
  }

  pasted(event) {
    const text = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n').replace(/\n$/, '')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    this.show(pasted(this.said(), placeOf(event.target), text))
  }
}

function placeOf(box) {
  const cell = box.closest('th, td')
  return { row: cell.parentElement.rowIndex, column: cell.cellIndex }
}

/** Where a key leads from a box; undefined for a key that stays in it. */
function placeAfter({ key, target }) {
  const { row, column } = placeOf(target)
  const { selectionStart, selectionEnd, value } = target
  if (key === 'ArrowUp') return { row: row - 1, column }
  if (key === 'ArrowDown' || key === 'Enter') return { row: row + 1, column }
  if (key === 'ArrowLeft' && selectionEnd === 0) return { row, column: column - 1 }
  if (key === 'ArrowRight' && selectionStart === value.length) return { row, column: column + 1 }
  return undefined
}

function rowOf(cells, row, headings) {
  const line = document.createElement('tr')
  for (const [column, value] of cells.entries()) {
    const cell = document.createElement(row === 0 ? 'th' : 'td')
    if (row === 0) cell.scope = 'col'
    const box = Object.assign(document.createElement('input'), { type: 'text', className: 'govuk-input', value, autocomplete: 'off' })
    const heading = headings[column].trim()
    box.setAttribute('aria-label', row === 0 ? `Heading of column ${column + 1}` : `Row ${row}, column ${column + 1}${heading === '' ? '' : `, ${heading}`}`)
    cell.append(box)
    line.append(cell)
  }
  return line
}
