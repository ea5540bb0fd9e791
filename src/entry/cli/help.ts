import type { Command, CommandArgument, CommandOption } from '#platform/command/command.ts'

const program = 'golden-thread'

/** `golden-thread due RULE DATE [--from FILE] [--json]` */
export function usageLine(command: Command<never>): string {
  const words = (command.arguments ?? []).map(argumentWord)
  const options = Object.entries(command.options ?? {}).map(([name, option]) => usageWord(name, option))
  return [program, command.name, ...words, ...options, '[--json]'].join(' ')
}

/** What `--help` prints for one command. */
export function commandHelp(command: Command<never>): string {
  const rows: [string, string][] = [
    ...(command.arguments ?? []).map((argument): [string, string] => [argumentWord(argument), argument.summary]),
    ...Object.entries(command.options ?? {}).map(([name, option]): [string, string] => [optionWord(name, option), option.summary]),
    ['--json', 'answer in JSON, for machines'],
  ]
  return [
    `${command.summary}.`,
    ...(command.description === undefined ? [] : ['', command.description]),
    '',
    `  ${usageLine(command)}`,
    '',
    ...table(rows),
  ].join('\n')
}

/** What `golden-thread user --help` prints: the commands that begin with this word. */
export function groupHelp(group: string, commands: readonly Command<never>[]): string {
  return [
    `Each of these has help of its own: ${program} ${commands[0]?.name ?? group} --help`,
    '',
    ...table(commands.map((command) => [`${program} ${command.name}`, command.summary])),
  ].join('\n')
}

/** What `golden-thread --help` prints. */
export function overallHelp(commands: readonly Command<never>[]): string {
  return [
    'Golden Thread: a council and its children’s services, from the figure to its source and from the decision to its effect.',
    '',
    `  ${program} <command> [--help] [--json]`,
    `  ${program} --version`,
    '',
    ...table(commands.map((command) => [command.name, command.summary])),
    '',
    'Each command ends with 0 when it did what was asked, 1 when that was refused, 2 when it was called wrongly.',
  ].join('\n')
}

function argumentWord({ name, optional, many }: CommandArgument): string {
  const word = `${name.toUpperCase()}${many === true ? '…' : ''}`
  return optional === true ? `[${word}]` : word
}

function usageWord(name: string, option: CommandOption): string {
  const word = `${optionWord(name, option)}${option.multiple === true ? '…' : ''}`
  return option.required === true ? word : `[${word}]`
}

export function optionWord(name: string, option: CommandOption): string {
  return option.type === 'boolean' ? `--${name}` : `--${name} ${option.value ?? 'TEXT'}`
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([word]) => word.length))
  return rows.map(([word, summary]) => `  ${word.padEnd(width)}  ${summary}`)
}
