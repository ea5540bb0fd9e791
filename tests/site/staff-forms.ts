import type { Page } from 'playwright-core'

/** A form of a page as somebody without a mind would fill it in. */
export interface FormFound {
  readonly action: string
  readonly isUpload: boolean
  /** Whether there is anything in it to type or choose; the others are buttons. */
  readonly isToFill: boolean
  readonly empty: Readonly<Record<string, string>>
  /** As the page shows it, with nonsense wherever something can be typed. */
  readonly nonsense: Readonly<Record<string, string>>
  /** As the page shows it. */
  readonly asShown: Readonly<Record<string, string>>
  /** The fields among them that take any words: no dates, times or numbers. */
  readonly wordFields: readonly string[]
}

/** The forms of a page that send something. */
export function formsOf(reader: Page, text: string): Promise<FormFound[]> {
  return reader.evaluate<FormFound[]>(`(${inspect})(${JSON.stringify(text)})`)
}

/** What is wrong with a page that refuses a form: its title, the place and the links of its summary, and what was typed and is no longer there. */
export function faultsOfRefusal(reader: Page, text: string, sent: Readonly<Record<string, string>>): Promise<string[]> {
  return reader.evaluate<string[]>(`(${inspectRefusal})(${JSON.stringify(text)}, ${JSON.stringify(sent)})`)
}

const nonsense = 'nonsense <b>& "7'

const inspect = `(text) => {
  const page = new DOMParser().parseFromString(text, 'text/html')
  return Array.from(page.querySelectorAll('main form[method=post]')).map((form) => {
    const fields = Array.from(form.elements).filter((one) => one.name && one.name !== 'token' && one.tagName !== 'BUTTON' && one.type !== 'file')
    const hidden = fields.filter((one) => one.type === 'hidden')
    const toType = fields.filter((one) => one.tagName === 'TEXTAREA' || ['text', 'email', 'date', 'time', 'search', 'tel'].includes(one.type))
    const chosen = fields.filter((one) => ['radio', 'checkbox'].includes(one.type) && one.checked)
    const lists = fields.filter((one) => one.tagName === 'SELECT')
    const button = Array.from(form.querySelectorAll('button[name]')).slice(0, 1)
    const sent = (those, value) => Object.fromEntries(those.map((one) => [one.name, value ?? one.value]))
    const always = { ...sent(hidden), ...sent(button) }
    const asShown = { ...always, ...sent(lists), ...sent(chosen), ...sent(toType) }
    return {
      action: form.getAttribute('action') ?? '',
      isUpload: form.enctype === 'multipart/form-data',
      isToFill: fields.length > hidden.length || form.querySelector('input[type=file]') !== null,
      empty: { ...always, ...sent(lists, ''), ...sent(toType, '') },
      nonsense: { ...asShown, ...sent(toType, ${JSON.stringify(nonsense)}) },
      asShown,
      wordFields: toType.filter((one) => (one.tagName === 'TEXTAREA' || one.type === 'text') && !one.inputMode).map((one) => one.name),
    }
  })
}`

const inspectRefusal = `(text, sent) => {
  const page = new DOMParser().parseFromString(text, 'text/html')
  const faults = []
  if (!page.title.startsWith('Error: ')) faults.push('its title is ' + page.title)
  const summary = page.querySelector('main .govuk-error-summary')
  if (!summary) return [...faults, 'no summary of what is wrong: ' + page.querySelector('main')?.textContent.replace(/\\s+/g, ' ').slice(0, 160)]
  const before = Array.from(page.querySelectorAll('main p, main h2, main form, main table')).find((one) => !summary.contains(one))
  if (before && before.compareDocumentPosition(summary) & Node.DOCUMENT_POSITION_FOLLOWING) faults.push('the summary does not stand first')
  const links = Array.from(summary.querySelectorAll('a'))
  for (const link of links) {
    const place = page.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!place) faults.push('nothing is at ' + link.getAttribute('href') + ' (' + link.textContent.trim() + ')')
    else if (!place.matches('input, textarea, select')) faults.push(link.getAttribute('href') + ' is no field')
  }
  if (links.length === 0) faults.push('the summary leads to no field: ' + summary.textContent.replace(/\\s+/g, ' '))
  const there = new Set(Array.from(page.querySelectorAll('main form input, main form textarea'), (one) => (one.tagName === 'TEXTAREA' ? one.value : one.getAttribute('value') ?? '').trim()))
  const lost = Object.entries(sent).filter(([, value]) => value === ${JSON.stringify(nonsense)} && !there.has(value)).map(([name]) => name)
  if (lost.length > 0) faults.push('no longer there: ' + lost.join(', '))
  return faults
}`
