// Rows of boxes that come and go without a new page. Without a script the same buttons save the part and show it again.

/** Lets the buttons of a part add and remove rows at once. */
export function countRows(section) {
  const rows = section.querySelector('[data-rows]')
  if (!rows) return
  section.addEventListener('click', (event) => {
    const press = event.target.closest('button')
    if (press?.dataset.rowAdd !== undefined) {
      event.preventDefault()
      addRow(section).querySelector('textarea, input').focus()
    } else if (press?.name === 'do' && press.value.startsWith('remove-')) {
      event.preventDefault()
      removeRow(section, press.closest('[data-row]'))
    }
  })
}

/** One empty row more, at the end. */
export function addRow(section) {
  const rows = section.querySelector('[data-rows]')
  const row = rows.lastElementChild.cloneNode(true)
  empty(row)
  rows.append(row)
  number(rows)
  return row
}

/** The last row that is left is emptied and stays. */
function removeRow(section, row) {
  const rows = section.querySelector('[data-rows]')
  const next = row.nextElementSibling ?? row.previousElementSibling
  if (next === null) empty(row)
  else row.remove()
  number(rows)
  ;(next ?? row).querySelector('textarea, input').focus()
  section.querySelector('form').dispatchEvent(new Event('input', { bubbles: true }))
}

function empty(row) {
  for (const box of row.querySelectorAll('textarea, input')) box.value = ''
  for (const box of row.querySelectorAll('textarea')) box.textContent = ''
  row.querySelector('.govuk-error-message')?.remove()
  for (const marked of row.querySelectorAll('.govuk-form-group--error')) marked.classList.remove('govuk-form-group--error')
}

const numbered = ['id', 'for', 'aria-describedby', 'value']

/** Counts the rows anew: in their words, and in the ids that tie labels to boxes. */
function number(rows) {
  for (const [index, row] of [...rows.children].entries()) {
    for (const place of row.querySelectorAll('[data-row-number]')) place.textContent = String(index + 1)
    for (const element of row.querySelectorAll('[id], [for], button')) {
      for (const name of numbered) {
        const value = element.getAttribute(name)
        if (value !== null && (name !== 'value' || element.tagName === 'BUTTON')) element.setAttribute(name, value.replaceAll(/-\d+(?=$|\s|-hint|-error)/g, `-${index + 1}`))
      }
    }
  }
}
