// Where the line that says whether a part is saved is out of sight, its words stand in a corner, never over what has the focus.

/** The corners in the order in which they are tried; the last of the page are where authors look least. */
const corners = ['end-low', 'end-high', 'start-low', 'start-high']

/** Shows the state of the part that is written in. The line itself is what screen readers hear: this is for eyes only. */
export function noteWhatIsSaved(editor, savers) {
  const note = document.createElement('p')
  note.className = 'gt-saved-note'
  note.setAttribute('aria-hidden', 'true')
  note.hidden = true
  document.body.append(note)
  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      show(note, savers.get(document.activeElement?.closest('[data-part]')?.dataset.part)?.status)
    })
  }
  for (const kind of ['focusin', 'focusout', 'input']) editor.addEventListener(kind, soon)
  for (const kind of ['scroll', 'resize']) addEventListener(kind, soon, { passive: true })
  const said = new MutationObserver(soon)
  for (const { status } of savers.values()) said.observe(status, { childList: true, characterData: true, subtree: true })
}

function show(note, status) {
  note.hidden = status === undefined || isInSight(status)
  document.documentElement.classList.toggle('gt-has-saved-note', !note.hidden)
  if (note.hidden) return
  const isUnsaved = status.hasAttribute('data-unsaved')
  note.textContent = isUnsaved ? 'Not saved: see above the text' : status.textContent
  note.classList.toggle('gt-saved-note--unsaved', isUnsaved)
  const focused = document.activeElement.getBoundingClientRect()
  for (const corner of corners) {
    note.dataset.corner = corner
    if (!overlaps(note.getBoundingClientRect(), focused)) return
  }
  note.hidden = true
}

/** On the screen, and not behind the tools that stay at its top. */
function isInSight(element) {
  const { left, top, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + 1, top + height / 2))
}

function overlaps(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
