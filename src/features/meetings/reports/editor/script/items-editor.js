// A page with a form for each item of an agenda, such as the minutes, works without this; with it each form saves itself as the report editor does, survives a lost
// connection and a closed tab, and keys go from item to item.
import { allSent, PartSaver } from './report-autosave.js'
import { offerKeptTexts } from './report-kept-text.js'
import { noteWhatIsSaved } from './report-saved-note.js'
import { growTextareas } from './report-toolbar.js'

const editor = document.querySelector('[data-items-editor]')
if (editor) start(editor)

function start(editor) {
  const savers = new Map()
  for (const section of editor.querySelectorAll('[data-part]')) {
    const saver = new PartSaver(section, editor.dataset.tokenField)
    savers.set(section.dataset.part, saver)
    offerKeptTexts(section, saver)
  }
  growTextareas(editor)
  noteWhatIsSaved(editor, savers)
  saveBeforeOthers(editor, [...savers.values()])
  listenToKeys(editor, savers)
  goOnWriting()
}

/** What is typed is saved before another form of the page is sent, which makes the page anew. */
function saveBeforeOthers(editor, savers) {
  for (const form of editor.querySelectorAll('[data-after-saving]')) {
    form.addEventListener('submit', (event) => {
      if (savers.every((saver) => !saver.isChanged)) return
      event.preventDefault()
      for (const saver of savers) if (saver.isChanged) saver.saveNow()
      void sendOnceSaved(form, savers)
    })
  }
}

async function sendOnceSaved(form, savers) {
  await allSent()
  const unsaved = savers.find((saver) => saver.isChanged)
  if (unsaved === undefined) form.submit()
  else unsaved.status.scrollIntoView({ block: 'center' })
}

function listenToKeys(editor, savers) {
  editor.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    const section = event.target.closest('[data-part]')
    const keys = event.altKey
      ? { ArrowDown: () => goTo(next(section, 1)), ArrowUp: () => goTo(next(section, -1)), KeyR: () => openResolution(section) }
      : { KeyS: () => savers.get(section?.dataset.part)?.saveNow() }
    const deed = keys[event.code]
    if (deed === undefined || section === null) return
    event.preventDefault()
    deed()
  })
}

function next(section, step) {
  const all = [...document.querySelectorAll('[data-part]')]
  return all[all.indexOf(section) + step]
}

function goTo(section) {
  section?.querySelector('textarea')?.focus()
}

function openResolution(section) {
  const box = section.querySelector('details[id^=resolve-]')
  box.open = true
  box.querySelector('select').focus()
}

/** After a resolution was added the next one is one key away. */
function goOnWriting() {
  const item = new URLSearchParams(location.search).get('resolve')
  document.querySelector(`#resolve-${CSS.escape(item ?? '')} select`)?.focus()
}
