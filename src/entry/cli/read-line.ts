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
    const { values, positionals } = parseArgs({ args: [...words], options: options as ParseArgsOptionsConfig, allowPositionals: true, strict: true })
    const { json, help, ...rest } = values
    if (help !== true) {
      const wrong = wrongCount(command, positionals) ?? missingOptions(command.options ?? {}, rest)
      if (wrong !== undefined) return refuse('invalid', wrong)
    }
    return ok({ input: { words: positionals, options: rest }, json: json === true, help: help === true })
  } catch (problem) {
    if (!(problem instanceof TypeError) || !('code' in problem) || !String(problem.code).startsWith('ERR_PARSE_ARGS')) throw problem
    return refuse('invalid', `${problem.message.split('. ')[0]}.`)
  }
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
