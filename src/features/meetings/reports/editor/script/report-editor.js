// The editor works without this; with it, text saves itself, survives a lost connection, a session that ends and a closed tab, and tools write the marks.
import { allSent, PartSaver } from './report-autosave.js'
import { offerKeptTexts } from './report-kept-text.js'
import { watchOthers } from './report-presence.js'
import { keepPreview } from './report-preview.js'
import { countRows } from './report-rows.js'
import { noteWhatIsSaved } from './report-saved-note.js'
import { growTextareas, keepToolbar, leadToLines } from './report-toolbar.js'

const editor = document.querySelector('[data-report-editor]')
if (editor) start(editor)

function start(editor) {
  const savers = new Map()
  for (const section of editor.querySelectorAll('[data-part]')) {
    countRows(section)
    const saver = new PartSaver(section, editor.dataset.tokenField)
    savers.set(section.dataset.part, saver)
    offerKeptTexts(section, saver)
  }
  growTextareas(editor)
  const refreshPreview = keepPreview(editor)
  keepToolbar(editor, savers.get('body'))
  leadToLines(editor)
  watchOthers(editor, savers)
  noteWhatIsSaved(editor, savers)
  listenToKeys(editor, savers, refreshPreview)
  saveBeforeHandIn([...savers.values()])
}

/** What is typed is saved before the report is handed in; where that fails, the part says why and nothing is handed in. */
function saveBeforeHandIn(savers) {
  for (const form of document.querySelectorAll('form[action$="/hand-in"]')) {
    form.addEventListener('submit', (event) => {
      if (savers.every((saver) => !saver.isChanged)) return
      event.preventDefault()
      void saveAll(savers).then(() => form.submit()).catch((unsaved) => unsaved.status.scrollIntoView({ block: 'center' }))
    })
  }
}

async function saveAll(savers) {
  for (const saver of savers) if (saver.isChanged) saver.saveNow()
  await allSent()
  const unsaved = savers.find((saver) => saver.isChanged)
  if (unsaved !== undefined) throw unsaved
}

function listenToKeys(editor, savers, refreshPreview) {
  editor.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    if (event.key.toLowerCase() === 's' && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      savers.get(event.target.closest('[data-part]')?.dataset.part)?.saveNow()
    }
    if (event.altKey && event.code === 'KeyP') {
      event.preventDefault()
      refreshPreview?.()
    }
  })
}
