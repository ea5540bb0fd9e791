// The papers can be read without this. With it a version counts as opened once it is, the way to a page needs no loading, and a private address is
// copied by one press.

/** Sends a form as the browser would, and gives back what the site answers. */
export async function send(form) {
  const body = new URLSearchParams(new FormData(form))
  body.set('script', 'yes')
  const post = () => fetch(form.action, { method: 'POST', headers: { accept: 'application/json' }, body })
  let response = await post()
  let answer = await response.json().catch(() => ({}))
  // Signed in again since the page was opened: the page's token is an older one of the same person.
  if (response.status === 401 && answer.token) {
    body.set(form.querySelector('input[type=hidden]').name, answer.token)
    response = await post()
    answer = await response.json().catch(() => ({}))
  }
  return { isDone: response.ok, answer }
}

// ---- Opened

const unopened = document.querySelector('.gt-reading-bar') && document.querySelector('[data-mark-opened]')

async function markOpened() {
  const { isDone } = await send(unopened.querySelector('form')).catch(() => ({ isDone: false }))
  if (!isDone) return
  const done = document.createElement('p')
  done.className = 'govuk-body'
  done.textContent = 'Opened: the list of your packs says so.'
  unopened.prepend(done)
}

if (unopened) {
  if (document.visibilityState === 'visible') void markOpened()
  else document.addEventListener('visibilitychange', () => void markOpened(), { once: true })
}

// ---- Pages

function goTo(event) {
  const typed = event.target.elements.page.value.trim().replace(/^p(age|\.)?\s*/i, '').replace(/\s/g, '').toUpperCase()
  const mark = typed !== '' && document.getElementById(`page-${typed}`)
  if (!mark) return
  event.preventDefault()
  location.hash = `page-${typed}`
  mark.focus({ preventScroll: true })
}

document.querySelector('.gt-go-to')?.addEventListener('submit', goTo)

// ---- Copies

if (document.querySelector('[data-look-again]')) setTimeout(() => location.reload(), 4000)

async function copy(text) {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  document.getElementById('copied').textContent = isCopied ? 'Copied.' : 'It could not be copied: select the address and copy it by hand.'
}

for (const press of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break
  press.hidden = false
  press.addEventListener('click', () => void copy(document.getElementById(press.dataset.copy).value))
}
