import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Command, CommandInput, CommandOptions } from '#platform/command/command.ts'
import { optionWord } from './help.ts'

/** The words after the command's name, checked against what it declares. */
export interface ReadLine {
  readonly input: CommandInput
  readonly json: boolean
  readonly help: boolean
}

/** Reads the rest of the line. Refused where an option is not known or a word is missing or left over. */
export function readLine(command: Command<never>, words: readonly string[]): Outcome<ReadLine> {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
  try {
    const { values, positionals } = parseArgs({ args: words.map(asWord), options: options as ParseArgsOptionsConfig, allowPositionals: true, strict: true })
    const { json, help, ...rest } = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? asTyped(value) : value]))
    const given = positionals.map(asTyped)
    if (help !== true) {
      const wrong = wrongCount(command, given) ?? missingOptions(command.options ?? {}, rest)
      if (wrong !== undefined) return refuse('invalid', wrong)
    }
    return ok({ input: { words: given, options: rest }, json: json === true, help: help === true })
  } catch (problem) {
    if (!(problem instanceof TypeError) || !('code' in problem) || !String(problem.code).startsWith('ERR_PARSE_ARGS')) throw problem
    return refuse('invalid', `${problem.message.split('. ')[0]}.`)
  }
}

/** A number below zero is a word like others, and no option: the command itself says what is wrong with it. A space before it is all that `parseArgs` needs. */
function asWord(word: string): string {
  return /^-\.?\d/.test(word) ? ` ${word}` : word
}

function asTyped(word: string): string {
  return word.replace(/^ (?=-\.?\d)/, '')
}

function wrongCount(command: Command<never>, given: readonly string[]): string | undefined {
  const expected = command.arguments ?? []
  const missing = expected.filter((argument, index) => argument.optional !== true && given[index] === undefined)
  if (missing.length > 0) return `Give ${missing.map(({ name, summary }) => `${name.toUpperCase()} (${summary})`).join(' and ')}.`
  if (expected.at(-1)?.many === true || given.length <= expected.length) return undefined
  return `There is nothing to do with ${given.slice(expected.length).join(' ')}.`
}

function missingOptions(declared: CommandOptions, given: Readonly<Record<string, unknown>>): string | undefined {
  const missing = Object.entries(declared).filter(([name, option]) => option.required === true && given[name] === undefined)
  if (missing.length === 0) return undefined
  return `Give ${missing.map(([name, option]) => `${optionWord(name, option)} (${option.summary})`).join(' and ')}.`
}
