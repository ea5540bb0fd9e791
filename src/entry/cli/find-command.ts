import { editDistance } from '#core/edit-distance.ts'
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

/** The commands whose names begin with this word and go on: `user add`, `user list` for `user`. */
export function commandsOfGroup<App>(commands: readonly Command<App>[], word: string | undefined): readonly Command<App>[] {
  return commands.filter((command) => word !== undefined && command.name.startsWith(`${word} `))
}

/** The names that the person may have meant: those that begin with the word, else those a slip or two away. */
export function likeNames(names: readonly string[], typed: readonly string[]): string[] {
  const first = typed[0] ?? ''
  const begun = names.filter((name) => first !== '' && name.startsWith(first))
  if (begun.length > 0) return begun
  return names.filter((name) =>
    [name, name.split(' ')[0] ?? ''].some((word) => editDistance(word, first) <= 2 || editDistance(word, typed.slice(0, 2).join(' ')) <= 2),
  )
}
