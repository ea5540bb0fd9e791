// A publication goes on without this; with it the page says how far it is, and shows the end when it comes.

const shown = document.querySelector('[data-publication]')
const everySecond = 1000

if (shown instanceof HTMLElement) watch(shown.dataset.publication ?? '')

/** Asks until it is over; whatever is not an answer (the session is over, the line is down) is asked again a little later. */
function watch(address) {
  let pause = everySecond
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } })
      if (answer.status === 401) return location.reload()
      const { state, words } = await answer.json()
      if (state === 'done' || state === 'failed') return location.reload()
      const step = document.querySelector('[data-publication-step]')
      if (step !== null && typeof words === 'string' && step.textContent !== words) step.textContent = words
      pause = everySecond
    } catch {
      pause = Math.min(pause * 2, 30_000)
    }
    setTimeout(ask, pause)
  }
  setTimeout(ask, pause)
}
