// Searches what is published here while words are typed, and answers the line of the record that is chosen.
import { fault } from './report-dialogs.js'

const quiet = 350

/** Lets a dialog search; to be called each time it opens. */
export function searchReferences(dialog) {
  const box = dialog.querySelector('[data-references-from]')
  const place = dialog.querySelector('[data-references-found]')
  const status = dialog.querySelector('[data-references-status]')
  let timer
  box.oninput = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void find(box, place, status), quiet)
  }
}

async function find(box, place, status) {
  const words = box.value.trim()
  if (words === '') return
  try {
    const answer = await fetch(`${box.dataset.referencesFrom}?words=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error('refused')
    const found = await answer.json()
    place.replaceChildren(...found.map(choice))
    status.textContent = found.length === 0 ? 'Nothing published here holds these words.' : `${found.length} found`
  } catch {
    status.textContent = 'The search does not answer. Try again in a moment.'
  }
}

function choice({ kind, title, line }, index) {
  const item = document.createElement('div')
  item.className = 'govuk-radios__item'
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'reference', id: `reference-${index}`, value: line, className: 'govuk-radios__input', checked: index === 0 })
  const label = Object.assign(document.createElement('label'), { htmlFor: radio.id, className: 'govuk-label govuk-radios__label', textContent: `${kind}: ${title}` })
  item.append(radio, label)
  return item
}

export function readReference(form) {
  const chosen = form.querySelector('input[name=reference]:checked')
  return chosen === null ? fault('Search, and choose a record') : chosen.value
}
