/** An element with what is in it: a text, or elements in their order. */
export interface Element {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content: string | readonly Element[]
}

/** An element; a number or a yes or no is written as these calls write it. */
export function element(name: string, content: string | number | boolean | readonly Element[], attributes?: Readonly<Record<string, string>>): Element {
  const written = typeof content === 'boolean' ? (content ? 'True' : 'False') : typeof content === 'number' ? String(content) : content
  return { name, content: written, ...(attributes === undefined ? {} : { attributes }) }
}

/** The whole document. */
export function document(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}\n`
}

function written({ name, attributes = {}, content }: Element, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>`
  return content.length === 0 ? `${open}</${name}>` : `${open}\n${content.map((inner) => written(inner, `${indent}  `)).join('\n')}\n${indent}</${name}>`
}

/** What XML 1.0 cannot hold is left out. */
// oxlint-disable-next-line no-control-regex -- the point is to find them
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function escaped(text: string): string {
  return text.toWellFormed().replaceAll(unwritable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
