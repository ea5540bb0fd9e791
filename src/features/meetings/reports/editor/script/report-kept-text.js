// Text that is not saved yet is kept in this browser, under the person, the paper and the part, apart for each opening of the page.
import { fill, fieldsOf, said } from './report-fields.js'
import { addRow } from './report-rows.js'

const prefix = 'golden-thread:report:'
const opening = `${Date.now()}-${Math.random().toString(36).slice(2)}`
const daysKept = 30

/** Keeps the fields of a part; false where the browser does not let us. */
export function keep(key, kept) {
  try {
    localStorage.setItem(`${prefix}${key}:${opening}`, JSON.stringify({ ...kept, at: Date.now() }))
    return true
  } catch {
    return false
  }
}

/** Forgets what this opening of the page kept of a part. */
export function forget(key) {
  remove(`${prefix}${key}:${opening}`)
}

function remove(name) {
  try {
    localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What earlier openings of the page kept of a part, the latest first. */
function keptBefore(key) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(`${prefix}${key}:`) && !name.endsWith(opening))
    return names.map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) })).toSorted((one, other) => other.at - one.at)
  } catch {
    return []
  }
}

/** Offers what was kept and not saved: to use it, to compare it with what is saved, or to throw it away. */
export function offerKeptTexts(section, saver) {
  const place = section.querySelector('[data-kept-text]')
  const settled = new URLSearchParams(location.search)
  const isSettled = settled.get('done') === section.dataset.part || (settled.get('done') === 'taken' && settled.get('part') === section.dataset.part)
  for (const kept of keptBefore(saver.key)) {
    const isOld = kept.at < Date.now() - daysKept * 24 * 60 * 60_000
    const isSaved = said(kept.fields) === said(fieldsOf(saver.form, saver.tokenField))
    if (isSettled || isOld || isSaved) remove(kept.name)
    else place.append(offer(kept, saver))
  }
  place.hidden = place.childElementCount === 0
}

function offer(kept, saver) {
  const box = document.createElement('div')
  box.className = 'govuk-inset-text gt-kept-text'
  const when = new Date(kept.at).toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = `There is text here that was not saved (${when}).`
  const buttons = document.createElement('div')
  buttons.className = 'govuk-button-group'
  const close = () => {
    remove(kept.name)
    box.remove()
    saver.form.querySelector('textarea, input:not([type=hidden])')?.focus()
  }
  buttons.append(
    button('Use it', () => {
      fill(saver.form, kept.fields, () => addRow(saver.section))
      saver.restOn(kept.revision)
      close()
      saver.form.dispatchEvent(new Event('input', { bubbles: true }))
    }),
    button('Compare', () => compare(kept, saver)),
    button('Throw it away', close),
  )
  box.append(words, buttons)
  return box
}

function button(text, press) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', press)
  return made
}

/** Sends what was kept to the page that shows both texts; nothing is saved by that. */
function compare(kept, saver) {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = saver.form.action
  const token = saver.form.elements[saver.tokenField]
  const fields = [[token.name, token.value], ['revision', kept.revision], ['do', 'compare'], ...kept.fields]
  for (const [name, value] of fields) {
    const box = document.createElement('textarea')
    box.name = name
    box.value = value
    form.append(box)
  }
  form.hidden = true
  document.body.append(form)
  form.submit()
}
