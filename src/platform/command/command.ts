import type { parseArgs, ParseArgsOptionsConfig } from 'node:util'
import type { Outcome, Refusal } from '#core/outcome.ts'

/** An option as `node:util` parseArgs takes it, with the words that `--help` shows. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly short?: string
  readonly default?: string | boolean
  /** Without it the line is not understood; the frame says so. For options of type string. */
  readonly required?: true
  /** What it does, in a few words. */
  readonly summary: string
  /** How its value is written in the help, e.g. `FILE`; for options of type string. */
  readonly value?: string
}
export type CommandOptions = Readonly<Record<string, CommandOption>>

/** A word that follows the command's name: `RULE`, `FILE…`. */
export interface CommandArgument {
  /** Lower case in code and refusals, upper case in the help. */
  readonly name: string
  readonly summary: string
  readonly optional?: boolean
  /** Takes all remaining words; only the last argument may. */
  readonly many?: boolean
}

type Values<Options extends CommandOptions> = ReturnType<
  typeof parseArgs<{ options: Options & ParseArgsOptionsConfig; allowPositionals: true; strict: true }>
>['values'] & {
  [Name in keyof Options as Options[Name] extends { readonly required: true } ? Name : never]: Options[Name] extends { readonly multiple: true }
    ? string[]
    : string
}

/** What the person typed: as many arguments as the command declares (the frame has counted them), and its options. */
export interface CommandInput<Options extends CommandOptions = CommandOptions> {
  readonly words: readonly string[]
  readonly options: Values<Options>
}

/** Where a command speaks. Its answer is returned, not written: the frame prints it as text or as JSON. */
export interface CommandIo {
  /** The person asked for `--json`. */
  readonly json: boolean
  /** The folder in which the person stands: names of files are meant from there. */
  readonly folder: string
  /** A line to standard output before the answer, for commands that run for long such as `serve`. */
  readonly say: (line: string) => void
  /** Says on standard error how far the work is; kept back until the command has run for a second. */
  readonly progress: (line: string) => void
}

/** What a command found or did: `text` for people, `json` for machines (printed with `--json`). */
export interface CommandAnswer {
  readonly text: string
  readonly json: unknown
  /** The command did what it should and found something wrong: the answer is printed all the same, and the exit code is 1. */
  readonly foundFault?: boolean
}

/** The words themselves are wrong (a date that is no date, an unknown kind): exit 2 and a line on how to call it. */
export interface WrongUsage {
  readonly ok: false
  readonly usage: true
  readonly refusal: Refusal
}

export type CommandOutcome = Outcome<CommandAnswer> | WrongUsage

interface CommandWords<Options extends CommandOptions> {
  /** One or two words: `due`, `audit verify`. */
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** Paragraphs for `--help`, where the summary does not say enough. */
  readonly description?: string
  readonly arguments?: readonly CommandArgument[]
  readonly options?: Options
}

/** A command that needs neither settings nor database, such as `due`. */
interface FreeCommand<Options extends CommandOptions> extends CommandWords<Options> {
  readonly needs: 'nothing'
  readonly run: (input: CommandInput<Options>, io: CommandIo) => Promise<CommandOutcome>
}

/** A command that needs the running product; `App` names the part of it that it needs. */
interface ApplicationCommand<App, Options extends CommandOptions> extends CommandWords<Options> {
  readonly needs: 'application'
  /** It cannot be done while a site runs on the same embedded store: the other commands are handed to that site. */
  readonly alone?: true
  /** It may open a store into which a restore has not ended; the other commands are refused there. */
  readonly restores?: true
  readonly run: (input: CommandInput<Options>, io: CommandIo, app: App) => Promise<CommandOutcome>
}

/** A command whose options are no longer known by name; made by `command`. */
export type Command<App> = FreeCommand<CommandOptions> | ApplicationCommand<App, CommandOptions>

/** Makes a command; the values in `input.options` are typed from the options declared beside it. */
export function command<App, const Options extends CommandOptions = Record<string, never>>(
  definition: FreeCommand<Options> | ApplicationCommand<App, Options>,
): Command<App> {
  // What `run` is handed has been checked against these very options.
  return definition as unknown as Command<App>
}

/** The command was called wrongly: exit 2. */
export function wrongUsage(message: string): WrongUsage {
  return { ok: false, usage: true, refusal: { kind: 'invalid', message, faults: [] } }
}
