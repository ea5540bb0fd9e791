// What some tools ask before they write. A dialog takes the focus, gives it back, and closes by Escape.

/** The dialogs of the editor, made from their template, by name. */
export function makeDialogs(editor) {
  const template = editor.querySelector('template[data-editor-dialogs]')
  if (!template) return new Map()
  const made = [...template.content.cloneNode(true).querySelectorAll('dialog')]
  document.body.append(...made)
  for (const dialog of made) dialog.querySelector('[data-dialog-cancel]').addEventListener('click', () => dialog.close())
  return new Map(made.map((dialog) => [dialog.dataset.dialog, dialog]))
}

/** What a dialog answers where something is missing: said in it, and it stays open. */
export function fault(words) {
  return { fault: words }
}

/** Opens a dialog; `read` answers what to write, or a `fault`. */
export function ask(dialog, read, write) {
  const form = dialog.querySelector('form')
  const place = dialog.querySelector('[data-dialog-fault]')
  place.hidden = true
  form.onsubmit = (event) => {
    event.preventDefault()
    const answer = read(form)
    if (answer?.fault !== undefined) {
      place.textContent = answer.fault
      place.hidden = false
      return
    }
    dialog.close()
    if (answer !== undefined) write(answer)
  }
  dialog.showModal()
}

/** Words inside the square brackets of a link or a picture. */
export function bracketed(words) {
  return words.replaceAll(/\s+/g, ' ').trim().replaceAll(/[[\]\\]/g, (mark) => `\\${mark}`)
}

export function readLink(form) {
  const words = bracketed(form.elements['link-words'].value)
  const address = form.elements['link-address'].value.trim()
  if (words === '') return fault('Give the words of the link')
  if (!/^(https?:\/\/|mailto:|\/)[^\s\\"<>`]+$/i.test(address)) return fault('Give an address that begins with https://, mailto: or /')
  return `[${words}](${address})`
}

export function readFigure(form) {
  if (!form.elements['figure-name']) return undefined
  const alternative = bracketed(form.elements['figure-alternative'].value)
  const caption = form.elements['figure-caption'].value.trim().replaceAll('"', '”')
  if (alternative === '') return fault('Say what the picture shows, for readers who cannot see it')
  return `![${alternative}](${form.elements['figure-name'].value}${caption === '' ? '' : ` "${caption}"`})`
}

/** Words for the chosen picture that were given when it was added. */
export function proposeAlternative(form) {
  const choice = form.elements['figure-name']
  if (!choice) return
  const propose = () => (form.elements['figure-alternative'].value = choice.selectedOptions[0]?.dataset.alternative ?? '')
  choice.onchange = propose
  propose()
}
