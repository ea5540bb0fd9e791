// Elements inside a line of text: spaces at their edges are seen by the reader, those of every other element are not.
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'code', 'em', 'i', 'span', 'strong', 'time'])

/**
 * Markup as a browser shows it: runs of space count as one, and none counts beside a block. Everything else stays as it is,
 * attributes and their order included, except that spaces between attributes are one.
 */
export function shownHtml(text: string): string {
  let shown = ''
  let isStartOfLine = true
  let owesSpace = false
  for (const [token] of text.matchAll(/<[^>"]*(?:"[^"]*"[^>"]*)*>|[^<]+/g)) {
    if (token.startsWith('<')) {
      const name = /^<\/?([a-z0-9]+)/i.exec(token)?.[1]?.toLowerCase() ?? ''
      if (!inline.has(name)) {
        isStartOfLine = true
        owesSpace = false
      }
      shown += tidyTag(token)
      continue
    }
    for (const part of token.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        owesSpace = !isStartOfLine
        continue
      }
      shown += (owesSpace ? ' ' : '') + part
      owesSpace = false
      isStartOfLine = false
    }
  }
  return shown
}

function tidyTag(tag: string): string {
  let tidy = ''
  for (const part of tag.split(/("[^"]*")/)) tidy += part.startsWith('"') ? part : part.replaceAll(/\s+/g, ' ')
  return tidy.replace(/ ?\/?>$/, '>')
}
