import type { Fault } from '#core/outcome.ts'
import { linesOf, type DefinitionTyped } from './definition-typed.ts'
import { once, type Said } from './read-version.ts'

/** Fields of a definition that stand in the form under another name, or that others decide. */
const fieldOf: Readonly<Record<string, (second: string | undefined) => string | undefined>> = {
  range: (second) => (second === 'lowest' ? 'lowest' : 'highest'),
  lag: () => 'lag',
  chart: () => 'baseline',
  source: (second) => (second === 'address' ? 'source-address' : 'source-name'),
  targets: () => 'polarity',
  breaks: () => 'frequency',
  rebases: () => 'frequency',
  'effective-from': () => 'from',
  version: () => undefined,
}

/** What is chosen from a list; nobody has chosen yet. */
const choose: Readonly<Record<string, string>> = {
  unit: 'Say in what the figures are given',
  frequency: 'Say how often there is a figure',
  polarity: 'Say which way is better',
  counting: 'Say what each figure covers',
  policy: 'Say whether small numbers are hidden',
}

/** Lists that are typed line by line. */
const lists: readonly string[] = ['breakdowns', 'strategies', 'themes', 'sum-of']

/** A way of dividing whose name nothing parts from its values: no reader of the form could tell which is which. */
export function colonFaults({ text }: DefinitionTyped): Fault[] {
  const line = linesOf(text('breakdowns')).findIndex((one) => !one.includes(':'))
  return line < 0 ? [] : [{ field: 'breakdowns', message: `Line ${line + 1}: Put a colon between the name and its values, as in “Phase: Primary, Secondary”` }]
}

/** Each fault at the field of the form that it is about, one a field; in what is typed line by line the line is told. */
export function definitionFaults(said: readonly Said[]): Fault[] {
  return once(
    said.map(({ path: [first = '', second], message }): Fault => {
      const field = Object.hasOwn(fieldOf, first) ? fieldOf[first]?.(second) : first
      const line = lists.includes(first) && second !== undefined ? `Line ${Number(second) + 1}: ` : ''
      const isUnchosen = message.startsWith('Give one of: ') && choose[first] !== undefined
      return { message: isUnchosen ? (choose[first] ?? message) : `${line}${message}`, ...(field === undefined ? {} : { field }) }
    }),
  )
}
