// Notes can be written without this, on a page of their own. With it a note is written where one reads, and selected words can be highlighted.
import { send } from './reader.js'
import { selectedWords } from './selected-words.js'

const says = document.getElementById('reading-says')
const template = document.getElementById('note-form')
const reading = document.querySelector('.gt-reading')

function say(words) {
  if (says) says.textContent = words
}

// ---- Highlights

/** The element that a note stands below: the block before its link. */
function blockBefore(element) {
  let found = element
  while (found && found.matches('.gt-own-note, .gt-add-note, .gt-note-form')) found = found.previousElementSibling
  return found
}

/** The first place in an element where these words stand, whatever the white space between them. */
function rangeOf(element, words) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const places = []
  let text = ''
  while (walker.nextNode()) {
    for (const [offset, letter] of [...walker.currentNode.data].entries()) {
      const isSpace = /\s/.test(letter)
      if (isSpace && (text === '' || text.endsWith(' '))) continue
      text += isSpace ? ' ' : letter.toLowerCase()
      while (places.length < text.length) places.push({ node: walker.currentNode, offset })
    }
  }
  const from = text.indexOf(words.replace(/\s+/g, ' ').trim().toLowerCase())
  if (from < 0) return undefined
  const [first, last] = [places[from], places[from + words.replace(/\s+/g, ' ').trim().length - 1]]
  if (!first || !last) return undefined
  const range = new Range()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

function showHighlights() {
  if (!('highlights' in CSS)) return
  const ranges = [...document.querySelectorAll('.gt-own-note[data-quote]')].flatMap((note) => {
    const block = note.dataset.quote === '' ? undefined : blockBefore(note)
    return (block && rangeOf(block, note.dataset.quote)) ?? []
  })
  CSS.highlights.set('own-words', new Highlight(...ranges))
}

// ---- Notes

/** The link at a paragraph, and what the server calls the paragraph. */
function placeOf(link) {
  return { paper: link.closest('[data-paper]').dataset.paper, block: link.dataset.block }
}

function filledForm(link, quote) {
  const form = document.importNode(template.content.firstElementChild, true)
  const { paper, block } = placeOf(link)
  form.elements.paper.value = paper
  form.elements.block.value = block
  form.elements.quote.value = quote
  return form
}

function openForm(link, quote = '') {
  document.querySelector('.gt-reading .gt-note-form')?.remove()
  const form = filledForm(link, quote)
  if (quote !== '') {
    const shown = form.querySelector('.gt-note-form__quote')
    shown.textContent = `On the words “${quote}”`
    shown.hidden = false
  }
  link.parentElement.after(form)
  form.querySelector('[data-cancel]').addEventListener('click', () => {
    form.remove()
    link.focus()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (await save(form, link)) say('Saved.')
  })
  form.elements.words.focus()
}

/** Saves a note or a highlight; answers whether it is saved, and says at the paragraph why it is not. */
async function save(form, link) {
  const result = await send(form).catch(() => undefined)
  if (result?.isDone) {
    form.remove()
    show(result.answer, link)
    return true
  }
  // A session that is over, a note of another kind: the site's own page keeps what was typed and says what to do.
  if (result?.answer.signIn) {
    if (!form.isConnected) {
      form.hidden = true
      document.body.append(form)
    }
    form.submit()
    return false
  }
  const message = form.isConnected ? form.querySelector('.govuk-error-message') : messageAt(link)
  const faults = result?.answer.faults?.map((fault) => fault.message).join('. ')
  message.textContent = faults || result?.answer.message || 'It could not be saved: there is no connection. What you typed or chose is still here.'
  message.hidden = false
  return false
}

/** A place for a message below a paragraph, where no form is open. */
function messageAt(link) {
  const message = document.createElement('p')
  message.className = 'govuk-error-message'
  message.setAttribute('role', 'alert')
  link.parentElement.after(message)
  return message
}

/** Highlights the words of each paragraph, one after the other, and says how many are marked. */
async function highlight(chosen) {
  for (const message of document.querySelectorAll('.gt-document > .govuk-error-message')) message.remove()
  let saved = 0
  for (const { quote, link } of chosen) {
    if (!(await save(filledForm(link, quote), link))) break
    saved += 1
  }
  if (saved > 0) say(saved === 1 ? 'Highlighted.' : `Highlighted in ${saved} paragraphs.`)
}

/** Puts the note below its paragraph, which may be another one than was chosen where the words stand there. */
function show(answer, link) {
  const document_ = link.closest('[data-paper]')
  const place = document_.querySelector(`.gt-add-note > a[data-block="${answer.block}"]`) ?? link
  place.parentElement.insertAdjacentHTML('afterend', answer.html)
  showHighlights()
  place.focus({ preventScroll: true })
}

if (reading && template) {
  reading.addEventListener('click', (event) => {
    const link = event.target.closest('.gt-add-note > a')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    openForm(link)
  })
}

// ---- Selected words

const bar = document.getElementById('selection')

if (bar && template) {
  let chosen = []
  document.addEventListener('selectionchange', () => {
    const now = selectedWords(reading)
    if (now.length > 0) chosen = now
    bar.hidden = now.length === 0 && !bar.contains(document.activeElement)
  })
  // A press must not take the selection away before it is read.
  bar.addEventListener('pointerdown', (event) => event.preventDefault())
  bar.addEventListener('click', (event) => {
    const [first] = chosen
    if (!first) return
    bar.hidden = true
    getSelection()?.removeAllRanges()
    // A note is written on one paragraph, and the form says on which words.
    if (event.target.closest('[data-write]')) openForm(first.link, first.quote)
    else if (event.target.closest('[data-highlight]')) void highlight(chosen)
  })
}

showHighlights()
