// Keeps the preview in step with the text: the server draws it, as it draws the public page.
import { followCaret } from './report-preview-place.js'

const quiet = 900

/** Answers what refreshes the preview at once. */
export function keepPreview(editor) {
  const section = editor.querySelector('[data-preview]')
  const text = editor.querySelector('textarea[name=markdown]')
  if (!section || !text) return undefined
  const page = section.querySelector('[data-preview-page]')
  const faults = section.querySelector('[data-preview-faults]')
  let timer
  let running
  let shown = text.value

  async function refresh() {
    clearTimeout(timer)
    running?.abort()
    running = new AbortController()
    const asked = text.value
    const token = text.form.elements[editor.dataset.tokenField]
    try {
      const body = new URLSearchParams([[token.name, token.value], ['markdown', asked]])
      const answer = await fetch(section.dataset.preview, { method: 'POST', headers: { accept: 'application/json' }, body, signal: running.signal })
      if (!answer.ok) return
      const drawn = await answer.json()
      shown = asked
      // Both were escaped and drawn by the server. Of a text with faults the last good page stays.
      faults.innerHTML = drawn.faults
      if (drawn.page !== undefined) page.innerHTML = drawn.page
      page.classList.toggle('gt-preview__page--older', drawn.page === undefined)
      if (document.activeElement === text) followCaret(text, page)
    } catch {
      // Without a connection the last preview stays; the saving says that there is none.
    }
  }

  text.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => (text.value === shown ? undefined : refresh()), quiet)
  })
  for (const moved of ['keyup', 'click']) text.addEventListener(moved, () => followCaret(text, page))
  editor.querySelector('[data-preview-now]')?.addEventListener('click', (event) => {
    event.preventDefault()
    void refresh()
    page.focus()
  })
  return () => {
    void refresh()
    page.focus()
  }
}
