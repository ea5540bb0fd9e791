import type { Command } from '#platform/command/command.ts'

/** The command that the line begins with, and the words that follow it. Names of two words come before names of one. */
export function findCommand<App>(
  commands: readonly Command<App>[],
  line: readonly string[],
): { command: Command<App>; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const found = commands.find((command) => command.name === line.slice(0, length).join(' '))
    if (found !== undefined) return { command: found, rest: line.slice(length) }
  }
  return undefined
}

/** The names that the person may have meant: those that begin with the word, else those a slip or two away. */
export function likeNames(names: readonly string[], typed: readonly string[]): string[] {
  const first = typed[0] ?? ''
  const begun = names.filter((name) => first !== '' && name.startsWith(first))
  if (begun.length > 0) return begun
  return names.filter((name) =>
    [name, name.split(' ')[0] ?? ''].some((word) => slips(word, first) <= 2 || slips(word, typed.slice(0, 2).join(' ')) <= 2),
  )
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
