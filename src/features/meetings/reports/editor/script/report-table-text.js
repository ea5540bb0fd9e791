// A table between its Markdown and its cells. The words of a cell are Markdown themselves; only a line between columns is written otherwise.

const isRow = (line) => /^\s*\|/.test(line)
const isCaption = (line) => /^\s*Table:/.test(line)

/**
 * The table in which, or in whose caption, this place of the text stands: from where to where it goes, its caption, its rows (the first names the
 * columns), and the rule of each column; undefined where the place stands in none.
 */
export function tableAt(text, place) {
  const lines = text.split('\n')
  const at = rowAt(lines, text.slice(0, place).split('\n').length - 1)
  if (at === undefined) return undefined
  let [first, last] = [at, at]
  while (first > 0 && isRow(lines[first - 1])) first -= 1
  while (last + 1 < lines.length && isRow(lines[last + 1])) last += 1
  const rules = cellsOf(lines[first + 1] ?? '')
  if (last === first || !rules.every((rule) => /^:?-+:?$/.test(rule))) return undefined
  const begin = captionAbove(lines, first) ?? first
  const from = lines.slice(0, begin).join('\n').length + (begin > 0 ? 1 : 0)
  const to = lines.slice(0, last + 1).join('\n').length
  const caption = begin === first ? '' : lines[begin].replace(/^\s*Table:\s*/, '').trim()
  return { from, to, caption, rules, rows: evenRows([lines[first], ...lines.slice(first + 2, last + 1)].map(cellsOf)) }
}

/** The line itself, where it is a row; from a caption, the first row below it. */
function rowAt(lines, at) {
  if (isRow(lines[at])) return at
  const below = isCaption(lines[at]) ? lines.findIndex((line, index) => index > at && line.trim() !== '') : -1
  return below !== -1 && isRow(lines[below]) ? below : undefined
}

function captionAbove(lines, first) {
  const above = lines.findLastIndex((line, index) => index < first && line.trim() !== '')
  return above !== -1 && isCaption(lines[above]) ? above : undefined
}

function evenRows(rows) {
  const columns = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? ''))
}

/** The cells of a line. A backslash and the sign after it belong together, so that an escaped line between columns is part of a cell. */
function cellsOf(line) {
  const cells = ['']
  for (const [sign] of line.trim().replace(/^\|/, '').matchAll(/\\.|./gs)) {
    if (sign === '|') cells.push('')
    else cells[cells.length - 1] += sign === '\\|' ? '|' : sign
  }
  if (cells.length > 1 && cells.at(-1).trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}

/** The Markdown of a table with its caption. A column keeps its rule; where it has none yet, one of figures stands to the right. */
export function tableText({ caption, rows, rules }) {
  const written = rows.map((row) => lineOf(row.map(cellText)))
  const rule = lineOf(rows[0].map((_, column) => rules[column] ?? ruleFor(rows.slice(1).map((row) => row[column]))))
  return [`Table: ${oneLine(caption)}`, '', written[0], rule, ...written.slice(1)].join('\n')
}

const lineOf = (cells) => `| ${cells.join(' | ')} |`
const oneLine = (words) => words.replaceAll(/\s+/g, ' ').trim()

function cellText(words) {
  const written = oneLine(words).replaceAll(/\\.|\|/gs, (sign) => (sign === '|' ? '\\|' : sign))
  return written === '' ? ' ' : written
}

function ruleFor(cells) {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return said.length > 0 && said.every((cell) => /^[-−+£(]*\d[\d.,\s]*[%)mk]*$/.test(cell)) ? '---:' : '---'
}
