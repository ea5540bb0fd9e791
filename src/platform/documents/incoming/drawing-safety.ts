const forbiddenElements = /^(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener|set|animate\w*)$/i

/** No "<" may stand inside a tag, so that each is read once and the time grows with the length only. */
const tag = /<([A-Za-z_][^\s/<>]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>/g
const attribute = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Why an SVG drawing may not be shown, or undefined where it may: it holds no script, no other document, nothing that moves, and fetches nothing. What
 * is allowed is listed rather than what is not: a link leads to a part of the drawing itself, or a picture inside it.
 */
export function dangerIn(svg: string): string | undefined {
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(svg)) return 'It defines entities'
  if (/<\?xml-stylesheet/i.test(svg)) return 'It fetches a style sheet'
  const tags = Array.from(svg.matchAll(tag))
  if (tags.length !== (svg.match(/<[A-Za-z_]/g)?.length ?? 0)) return 'It is damaged'
  for (const [, name = '', attributes = ''] of tags) {
    const local = name.slice(name.indexOf(':') + 1)
    if (forbiddenElements.test(local)) return `It holds "${local.slice(0, 20)}"`
    const danger = dangerInAttributes(attributes)
    if (danger !== undefined) return danger
  }
  const styles = svg.search(/<(?:[\w-]+:)?style/i)
  return styles !== -1 && isUnsafeStyle(svg.slice(styles)) ? 'Its style sheet fetches something' : undefined
}

function dangerInAttributes(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(attribute)) {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase()
    const value = (double ?? single ?? '').trim()
    if (local.startsWith('on')) return `It holds a script ("${local.slice(0, 20)}")`
    if ((local === 'href' || local === 'src') && !/^(?:#|$|data:image\/(?:png|jpeg);)/i.test(value)) return 'It links to something outside itself'
    if (!name.startsWith('xmlns') && isUnsafeStyle(value)) return 'It fetches something from outside itself'
  }
  return undefined
}

/** Styles may refer to parts of the drawing. A backslash could hide a word, so it has no place in them. */
function isUnsafeStyle(style: string): boolean {
  return /@import|expression\s*\(|javascript:/i.test(style) || /url\s*\((?!\s*(?:["']|&quot;|&apos;)?\s*#)/i.test(style) || (/[\\]/.test(style) && style.includes('('))
}
