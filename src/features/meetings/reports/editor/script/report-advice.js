// Keeps what is said to be missing in step with what is saved; the server says it with the answer of each save.

/** The list of what is missing, opened or closed as the writer left it, and how many things those are. */
export function showAdvice({ readiness, missing }) {
  const place = document.querySelector('[data-readiness]')
  const isOpen = place?.querySelector('details')?.open === true
  // Escaped and drawn by the server. What the writer stands on is not taken away.
  if (place && !place.contains(document.activeElement)) {
    place.innerHTML = readiness
    place.querySelector('details')?.toggleAttribute('open', isOpen)
  }
  const count = document.querySelector('[data-missing]')
  if (count) count.textContent = missing
}
