// The agenda works without this; with it an item is moved without the page being loaded anew, by its buttons or by dragging it with the mouse.

const parts = () => document.getElementById('agenda-parts')
const live = document.getElementById('agenda-live')
let busy = false

if (parts() !== null) {
  document.addEventListener('submit', onSubmit)
  makeDraggable()
}

// What an item that is not open needs is shown as soon as it is said to be none.
for (const choice of document.querySelectorAll('input[name="openness"]')) {
  choice.addEventListener('change', () => {
    const grounds = document.querySelector('[data-grounds]')
    if (grounds !== null && choice.value !== 'open') grounds.open = true
  })
}

function onSubmit(event) {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-moves-item')) return
  event.preventDefault()
  if (!busy) void move(form, event.submitter)
}

/** Sends the form and shows the agenda as the answer has it. Whatever is not the agenda (the session is over, the order has changed) is for the browser to show. */
async function move(form, submitter) {
  busy = true
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, submitter)) })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const fresh = page.getElementById('agenda-parts')
    if (response.ok && fresh !== null) return show(page, fresh, form)
    sendPlainly(form, submitter)
  } catch {
    sendPlainly(form, submitter)
  } finally {
    busy = false
  }
}

function sendPlainly(form, submitter) {
  // A form that is sent by a script leaves out the button that was pressed.
  if (submitter?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }))
  form.submit()
}

function show(page, fresh, form) {
  const item = form.querySelector('input[name="item"]').value
  parts().replaceWith(fresh)
  document.getElementById('agenda-said')?.remove()
  makeDraggable()
  const card = document.querySelector(`[data-item="${item}"]`)
  const button = fresh.querySelector('[autofocus]') ?? card?.querySelector('[data-moves-item] button')
  button?.focus()
  live.textContent = page.getElementById('agenda-said')?.textContent ?? ''
}

/** A handle for the mouse on each item that can be moved to a place. */
function makeDraggable() {
  for (const card of document.querySelectorAll('[data-item]')) {
    if (card.querySelector('[data-to-place]') === null) continue
    const handle = document.createElement('span')
    handle.className = 'gt-builder__handle'
    handle.draggable = true
    handle.setAttribute('aria-hidden', 'true')
    handle.title = 'Drag this item to another place'
    handle.textContent = '⠿'
    handle.addEventListener('dragstart', (event) => begin(event, card))
    handle.addEventListener('dragend', () => end(card))
    card.querySelector('.gt-builder__head').prepend(handle)
    card.addEventListener('dragover', (event) => over(event, card))
    card.addEventListener('drop', (event) => drop(event, card))
  }
}

let dragged

function begin(event, card) {
  dragged = card
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', '')
  event.dataTransfer.setDragImage(card, 0, 0)
  card.classList.add('gt-builder__item--dragged')
}

function end(card) {
  dragged = undefined
  card.classList.remove('gt-builder__item--dragged')
  unmark()
}

function over(event, card) {
  if (dragged === undefined || dragged === card) return
  event.preventDefault()
  unmark()
  card.classList.add(isBelow(event, card) ? 'gt-builder__item--after' : 'gt-builder__item--before')
}

function drop(event, card) {
  if (dragged === undefined || dragged === card) return
  event.preventDefault()
  const cards = [...document.querySelectorAll('[data-item]')].filter((each) => each !== dragged)
  const place = cards.indexOf(card) + (isBelow(event, card) ? 2 : 1)
  const form = dragged.querySelector('[data-to-place]')
  form.elements.to.value = String(place)
  form.requestSubmit()
}

function isBelow(event, card) {
  const { top, height } = card.getBoundingClientRect()
  return event.clientY > top + height / 2
}

function unmark() {
  for (const card of document.querySelectorAll('.gt-builder__item--before, .gt-builder__item--after')) card.classList.remove('gt-builder__item--before', 'gt-builder__item--after')
}
