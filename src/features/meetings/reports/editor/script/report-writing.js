// Writes Markdown into a text box, so that it can be undone as typing can.

/** Puts words in the place of a stretch of the text and selects a stretch of the result. */
export function write(box, from, to, words, select = [from + words.length, from + words.length]) {
  box.focus()
  box.setSelectionRange(from, to)
  const isTyped = document.execCommand(words === '' ? 'delete' : 'insertText', false, words)
  if (!isTyped) {
    box.setRangeText(words, from, to, 'end')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.setSelectionRange(...select)
}

/** The lines that the selection touches: where they begin and end. */
function linesOf({ value, selectionStart, selectionEnd }) {
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1
  const end = value.indexOf('\n', Math.max(selectionEnd - 1, from))
  return { from, to: end === -1 ? value.length : end }
}

/** Gives each line of the selection a mark, or takes it away where all have it. */
export function markLines(box, markOf, isMark) {
  const { from, to } = linesOf(box)
  const lines = box.value.slice(from, to).split('\n')
  const isMarked = lines.every((line) => isMark.test(line))
  const written = lines.map((line, index) => (isMarked ? line.replace(isMark, '') : markOf(index) + line.replace(/^(#{2,6}|[-*]|\d+\.)\s+/, ''))).join('\n')
  const before = isMarked || from === 0 || box.value.slice(0, from).endsWith('\n\n') ? '' : '\n'
  write(box, from, to, before + written, [from + before.length + written.length, from + before.length + written.length])
}

/** Puts marks around the selection, or takes them away. */
export function markWords(box, mark, placeholder) {
  const { selectionStart: from, selectionEnd: to, value } = box
  const words = value.slice(from, to)
  if (words.startsWith(mark) && words.endsWith(mark) && words.length >= 2 * mark.length) {
    const bare = words.slice(mark.length, -mark.length)
    write(box, from, to, bare, [from, from + bare.length])
    return
  }
  const said = words === '' ? placeholder : words
  write(box, from, to, mark + said + mark, [from + mark.length, from + mark.length + said.length])
}

/** Puts a block on lines of its own after the paragraph of the caret. */
export function writeBlock(box, block) {
  const at = box.selectionEnd
  const before = box.value.slice(0, at)
  const after = box.value.slice(at)
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const end = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'
  write(box, at, box.selectionEnd, gap + block + end)
}

/** A mark at the caret, and the place for its note at the end of the text. */
export function writeFootnote(box) {
  const taken = [...box.value.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number))
  const number = Math.max(0, ...taken) + 1
  write(box, box.selectionEnd, box.selectionEnd, `[^${number}]`)
  const gap = box.value.endsWith('\n') ? '\n' : '\n\n'
  write(box, box.value.length, box.value.length, `${gap}[^${number}]: `)
}
