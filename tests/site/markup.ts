import type { Page } from 'playwright-core'

/** What a page is made of, read without drawing it. */
export interface MarkupFaults {
  readonly title: string
  readonly heading: string
  readonly ids: readonly string[]
  /** Links within the site, as path, query and place. */
  readonly links: readonly string[]
  readonly faults: readonly string[]
}

/** Parses a document in the browser, as it would be read at `address`, and lists what is wrong with its structure. */
export function faultsInMarkup(reader: Page, text: string, address: string): Promise<MarkupFaults> {
  return reader.evaluate<MarkupFaults>(`(${inspect})(${JSON.stringify(text)}, ${JSON.stringify(address)})`)
}

const inspect = `(text, address) => {
  const page = new DOMParser().parseFromString(text, 'text/html')
  const all = (query) => Array.from(page.querySelectorAll(query))
  const faults = []
  const say = (wrong, what) => { if (wrong) faults.push(what) }
  const words = (one) => one.textContent.replace(/\\s+/g, ' ').trim()
  for (const query of ['h1', 'main#main-content', 'body > header', 'body > footer', 'head > title', 'meta[name=viewport]']) {
    say(all(query).length !== 1, query + ' is there ' + all(query).length + ' times')
  }
  say(page.documentElement.lang !== 'en-GB', 'the language is ' + page.documentElement.lang)

  let level = 0
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1])
    say(next > level + 1, 'from heading level ' + level + ' to ' + next + ': ' + words(heading))
    say(words(heading) === '', 'an empty heading')
    level = next
  }

  const ids = all('[id]').map((one) => one.id)
  for (const id of new Set(ids)) say(ids.indexOf(id) !== ids.lastIndexOf(id), 'the id ' + id + ' is there twice')
  for (const one of all('[aria-labelledby], [aria-describedby], [aria-controls], label[for]')) {
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
      for (const id of (one.getAttribute(name) ?? '').split(' ').filter(Boolean)) say(!ids.includes(id), 'nothing has the id ' + id)
    }
  }

  const labelOf = (one) => page.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''
  const names = all('nav').map((nav) => nav.getAttribute('aria-label') ?? labelOf(nav))
  say(names.includes(''), 'a nav has no name')
  say(new Set(names).size !== names.length, 'two navs share a name: ' + names.join(', '))

  for (const link of all('a')) {
    const name = words(link) || link.getAttribute('aria-label') || ''
    say(name === '' || !link.hasAttribute('href'), 'a link without words or address: ' + link.outerHTML.slice(0, 80))
  }
  for (const image of all('img')) say(!image.hasAttribute('alt'), 'a picture without an alternative: ' + image.getAttribute('src'))
  for (const table of all('table')) {
    say(table.caption === null || words(table.caption) === '', 'a table without a caption')
    say(table.querySelector('th[scope]') === null, 'a table without header cells')
  }
  for (const field of all('input:not([type=hidden]), select, textarea')) say(field.labels?.length !== 1, 'a field without a label: ' + field.name)

  for (const one of all('[style], style, script:not([src])')) say(true, 'a style or script inside the page: ' + one.outerHTML.slice(0, 80))
  for (const one of all('*')) for (const name of one.getAttributeNames()) say(name.startsWith('on'), 'a script in the attribute ' + name)
  const shown = words(page.body)
  for (const slip of ['undefined', '[object', 'NaN', 'null', '&amp;', '&lt;', '&#39;', 'Invalid Date']) {
    say(shown.includes(slip), 'the words of the page hold ' + slip)
  }

  const addresses = all('a[href]').map((link) => new URL(link.getAttribute('href'), address))
  const own = addresses.filter((link) => link.origin === new URL(address).origin)
  const links = [...new Set(own.map((link) => link.pathname + link.search + link.hash))]
  return { title: page.title, heading: words(page.querySelector('h1') ?? page.body), ids, links, faults }
}`
