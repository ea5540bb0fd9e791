import { randomUUID } from 'node:crypto'
import { faultLine, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Command, CommandInput, CommandIo, CommandOutcome } from '#platform/command/command.ts'
import { isOutOfRoom, outOfRoomWords } from '#platform/http/out-of-room.ts'
import { commandsOfGroup, findCommand, likeNames } from './find-command.ts'
import { commandHelp, groupHelp, overallHelp, usageLine } from './help.ts'
import { readLine } from './read-line.ts'
import { slowProgress } from './slow-progress.ts'

/** How a command ended. */
const exit = { done: 0, refused: 1, wronglyCalled: 2 } as const

export interface CommandLine<App> {
  readonly commands: readonly Command<App>[]
  /** Name and version of the product. */
  readonly version: () => string
  /** Opens the product for the commands that need it, and says how far that is. */
  readonly open: (progress: (line: string) => void, purpose?: { readonly restores: boolean }) => Promise<Outcome<{ readonly app: App; readonly close: () => Promise<void> }>>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Where whoever typed the line stands. */
  readonly folder: string
  /** Hands the line to the site that holds the store, where one does; answers its exit code. */
  readonly handOver?: () => Promise<number | undefined>
  /** Keeps the cause of a defect where it can be found by its reference. */
  readonly failed: (error: unknown, reference: string) => void | Promise<void>
}

/** Runs one line as it was typed after `golden-thread`; answers the exit code. A defect is told as the product's own fault, with its reference. */
export async function runLine<App>(line: CommandLine<App>, typed: readonly string[]): Promise<number> {
  try {
    return await runTyped(line, typed)
  } catch (error) {
    const reference = randomUUID()
    await line.failed(error, reference)
    tellDefect(line, error, reference, typed.includes('--json'))
    return exit.refused
  }
}

async function runTyped<App>(line: CommandLine<App>, typed: readonly string[]): Promise<number> {
  const [first = '', ...rest] = typed
  if (first === 'help' && rest.length > 0) return runTyped(line, [...rest, '--help'])
  if (['', '--help', '-h', 'help'].includes(first)) {
    line.out(`${overallHelp(line.commands)}\n`)
    return first === '' ? exit.wronglyCalled : exit.done
  }
  if (first === '--version' || first === '-v') {
    line.out(`${line.version()}\n`)
    return exit.done
  }
  const found = findCommand(line.commands, typed)
  if (found === undefined) return noCommand(line, typed)
  const read = readLine(found.command, found.rest)
  if (!read.ok) return wronglyCalled(line, found.command, read.refusal, typed.includes('--json'))
  if (read.value.help) {
    line.out(`${commandHelp(found.command)}\n`)
    return exit.done
  }
  return runCommand(line, found.command, read.value.input, read.value.json)
}

async function runCommand<App>(line: CommandLine<App>, command: Command<App>, input: CommandInput, json: boolean): Promise<number> {
  const { progress, forget, end } = slowProgress((text) => line.err(`${text}\n`))
  // What is said now comes after whatever was on the way until now.
  const say = (text: string): void => {
    forget()
    line.out(`${text}\n`)
  }
  const outcome = await withApplication({ ...line, handOver: handingOver(line, forget) }, command, input, { json, folder: line.folder, progress, say }).finally(end)
  if (typeof outcome === 'number') return outcome
  if (outcome.ok) {
    const { text } = outcome.value
    if (json) line.out(`${JSON.stringify(outcome.value.json, undefined, 2)}\n`)
    else if (text !== '') line.out(text.endsWith('\n') ? text : `${text}\n`)
    return outcome.value.foundFault === true ? exit.refused : exit.done
  }
  if ('usage' in outcome) return wronglyCalled(line, command, outcome.refusal, json)
  refused(line, outcome.refusal, json)
  return exit.refused
}

/** What was said of opening the store is not so where another process has it open and does the work. */
function handingOver<App>({ handOver }: CommandLine<App>, forget: () => void): () => Promise<number | undefined> {
  return async () => {
    forget()
    return handOver?.()
  }
}

/** What the command answered, or the exit code of the site to which it was handed. */
async function withApplication<App>(line: CommandLine<App>, command: Command<App>, input: CommandInput, io: CommandIo): Promise<CommandOutcome | number> {
  if (command.needs === 'nothing') return command.run(input, io)
  const opened = await line.open(io.progress, { restores: command.restores === true })
  if (!opened.ok) return (command.alone === true ? undefined : await line.handOver?.()) ?? opened
  try {
    return await command.run(input, io, opened.value.app)
  } finally {
    await opened.value.close()
  }
}

function wronglyCalled<App>(line: CommandLine<App>, command: Command<App>, refusal: Refusal, json: boolean): number {
  refused(line, refusal, json)
  if (!json) line.err(`\n  ${usageLine(command)}\n\nMore: golden-thread ${command.name} --help\n`)
  return exit.wronglyCalled
}

/** For people on standard error; for machines, which asked for JSON, on standard output, where they read the answer too. */
function refused<App>(line: CommandLine<App>, { kind, message, faults }: Refusal, json: boolean): void {
  if (json) return line.out(`${JSON.stringify({ error: { kind, message, faults } }, undefined, 2)}\n`)
  line.err([message, ...faults.map((fault) => `  ${faultLine(fault)}`), ''].join('\n'))
}

function tellDefect<App>(line: CommandLine<App>, error: unknown, reference: string, json: boolean): void {
  const ours = 'Something went wrong in Golden Thread. This is our fault, not yours. Look whether the command was done before you run it again.'
  const message = isOutOfRoom(error) ? outOfRoomWords : ours
  if (json) line.out(`${JSON.stringify({ error: { kind: 'defect', message, faults: [], reference } }, undefined, 2)}\n`)
  else line.err(`${message}\nThe log has the cause, under the reference ${reference}.\n`)
}

/** The first word may name a group of commands; otherwise no command is called so. */
function noCommand<App>(line: CommandLine<App>, typed: readonly string[]): number {
  const [first = '', second = '--help'] = typed
  const group = commandsOfGroup(line.commands, first)
  if (group.length > 0 && (second === '--help' || second === '-h')) {
    const isAsked = typed.length > 1
    const write = isAsked ? line.out : line.err
    write(`${groupHelp(first, group)}\n`)
    return isAsked ? exit.done : exit.wronglyCalled
  }
  const names = likeNames(
    line.commands.map((command) => command.name),
    typed,
  )
  const meant = names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`
  const message = `There is no command called ${group.length > 0 ? `${first} ${second}` : first}.${meant}`
  if (typed.includes('--json')) refused(line, refuse('invalid', message).refusal, true)
  else line.err(`${message}\nAll commands: golden-thread --help\n`)
  return exit.wronglyCalled
}
