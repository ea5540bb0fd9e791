// Scrolls the preview to what is being written: the line of the caret is found by its words.

const longestKey = 60
const shortestKey = 3

/** Letters and figures alone, so that marks of Markdown and breaks of lines do not count. */
function wordsOf(text) {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a line of the text as the preview shows them: links without their address. */
function keyOf(line) {
  const shown = line.replace(/^\s*(Table:|\d+\.)\s/, '').replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/\[\^[^\]]*\]/g, '')
  return wordsOf(shown).slice(0, longestKey)
}

/** The line of the caret, or the last one before it that says something. */
function placeOf({ value, selectionStart }) {
  const end = value.indexOf('\n', selectionStart)
  const keys = value
    .slice(0, end === -1 ? value.length : end)
    .split('\n')
    .map(keyOf)
    .filter((key) => key.length >= shortestKey)
  const key = keys.at(-1)
  return key === undefined ? undefined : { key, before: keys.slice(0, -1).filter((one) => one === key).length }
}

/** Shows in the preview what the caret stands in; where it is not there yet, nothing moves. */
export function followCaret(text, page) {
  const place = placeOf(text)
  if (place === undefined) return
  const matching = [...page.querySelectorAll('p, li, h2, h3, h4, h5, h6, caption, tr, figcaption')].filter((element) => wordsOf(element.textContent).includes(place.key))
  // Of an element and those within it the innermost is meant.
  const innermost = matching.filter((element) => !matching.some((other) => other !== element && element.contains(other)))
  const found = innermost[Math.min(place.before, innermost.length - 1)]
  if (found === undefined) return
  page.scrollTop += found.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3
}
