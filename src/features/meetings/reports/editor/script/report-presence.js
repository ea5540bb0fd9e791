// Says politely who else has just saved a part.

const every = 30_000
/** A page that nobody touches asks nothing: it would keep the session alive of somebody who has gone. */
const atWork = 5 * 60_000

export function watchOthers(editor, savers) {
  let touched = Date.now()
  for (const kind of ['keydown', 'pointerdown', 'scroll']) addEventListener(kind, () => (touched = Date.now()), { passive: true })
  setInterval(() => {
    if (document.visibilityState === 'visible' && Date.now() - touched < atWork) void look(editor, savers)
  }, every)
}

async function look(editor, savers) {
  try {
    const answer = await fetch(editor.dataset.presence, { headers: { accept: 'application/json' } })
    if (!answer.ok) return
    for (const [part, { revision, others }] of Object.entries(await answer.json())) {
      const saver = savers.get(part)
      const place = saver?.form.querySelector('[data-others]')
      if (!place) continue
      const isBehind = revision > saver.revision && others !== '' && !saver.isStopped
      const words = isBehind ? `${others} Load the page again to see it.` : others
      if (place.textContent !== words) place.textContent = words
    }
  } catch {
    // The saving says when there is no connection.
  }
}
