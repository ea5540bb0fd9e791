/** Whether a statement's first word is one that begins a reading. The read-only transaction and the role hold whatever follows. */
export function isReading(statement: string): boolean {
  const word = /^[a-z]+/i.exec(withoutOpeningComments(statement))?.[0].toLowerCase()
  return word === 'select' || word === 'with' || word === 'values' || word === 'table'
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
