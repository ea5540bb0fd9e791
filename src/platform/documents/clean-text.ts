/** Control characters other than tab and line feed, and the two code points that are never characters. */
// oxlint-disable-next-line no-control-regex -- the point is to find them
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/**
 * Text that every writer and the database can hold: line ends become line feeds, and control characters and halves of characters
 * become the replacement mark, so that a reader sees that something stood there.
 */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed().replaceAll(unprintable, '\uFFFD')
}
