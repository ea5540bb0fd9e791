const readings: readonly (string | undefined)[] = ['select', 'with', 'values', 'table']
const writings: readonly (string | undefined)[] = ['insert', 'update', 'delete']

/** Whether a statement's first word is one that begins a reading. The read-only transaction and the role hold whatever follows. */
export function isReading(statement: string): boolean {
  return readings.includes(firstWord(statement))
}

/** Whether a statement's first word is one that reads or writes rows: never one that changes role, settings, transaction or schema. */
export function isAboutRows(statement: string): boolean {
  const word = firstWord(statement)
  return readings.includes(word) || writings.includes(word)
}

function firstWord(statement: string): string | undefined {
  return /^[a-z]+/i.exec(withoutOpeningComments(statement))?.[0].toLowerCase()
}

/** From the first word on: without white space, brackets and comments before it. */
function withoutOpeningComments(statement: string): string {
  let rest = statement.replace(/^[\s(]+/, '')
  for (;;) {
    const after = rest.startsWith('--') ? rest.replace(/^[^\n\r]*/, '') : rest.startsWith('/*') ? rest.slice(endOfComment(rest)) : undefined
    if (after === undefined) return rest
    rest = after.replace(/^[\s(]+/, '')
  }
}

/** Comments nest in PostgreSQL. */
function endOfComment(text: string): number {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/\/\*|\*\//g)) {
    depth += mark === '/*' ? 1 : -1
    if (depth === 0) return index + 2
  }
  return text.length
}
