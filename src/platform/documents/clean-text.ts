/** Control characters other than tab and line feed, and the two code points that are never characters. */
// oxlint-disable-next-line no-control-regex -- the point is to find them
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/** Marks that nobody sees and that turn the words around them: overrides of direction, and the byte order mark; isolates only hold their own words together, and stay. */
const turning = /[\u202A-\u202E\uFEFF]/g

/**
 * Text that every writer and the database can hold, by one rule at every door: line ends become line feeds, control characters and halves of characters
 * become the replacement mark, so that a reader sees that something stood there, and marks that only turn other words are left out.
 */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed().replaceAll(unprintable, '\uFFFD').replaceAll(turning, '')
}

/** Whether a text is what `cleanText` leaves of it, but for its line ends. */
export function isCleanText(text: string): boolean {
  return cleanText(text) === text.replaceAll(/\r\n?/g, '\n')
}

/** JSON in which every text, the names of fields too, is clean. */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? cleanText(inner) : inner))
}
