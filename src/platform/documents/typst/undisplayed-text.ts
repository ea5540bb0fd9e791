const replacement = '\uFFFD'

/**
 * What PDF/UA refuses because no font here can show it, from the compiler's message: the text "\u{a70}" could not be displayed.
 * Letters of ASCII are left out: every font has them, and the syntax of JSON is made of them.
 */
export function undisplayedIn(message: string): string[] {
  // The message is a list of messages, so that its quotes and backslashes are escaped once or twice.
  const quoted = Array.from(message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs), (match) => match[1] ?? '')
  const texts = quoted.map((text) => text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))))
  return [...new Set(texts)].filter((text) => /[^\0-\u007F]/.test(text)).toSorted((one, other) => other.length - one.length)
}

/** The JSON with each run of what cannot be shown as one replacement mark, so that the reader sees that something is missing. */
export function replaceUndisplayed(json: string, texts: readonly string[]): string {
  let replaced = json
  for (const text of texts) replaced = replaced.replaceAll(text, replacement)
  return replaced.replaceAll(/\uFFFD(?:\uFFFD|\uFE0F|\u200D)+/g, replacement)
}
