import type { Definition } from '../definitions/definition.ts'
import { didYouMean } from './nearest-name.ts'
import type { CellFault } from './observation.ts'

/** A breakdown in the order of the definition: `phase=primary;district=redditch`, empty for all; or what is wrong with it. */
export function readBreakdown(written: string, { breakdowns }: Pick<Definition, 'breakdowns'>): { readonly breakdown: string } | { readonly fault: CellFault } {
  if (written === '') return { breakdown: '' }
  const values = new Map<string, string>()
  for (const part of written.split(';')) {
    const [name = '', value = '', ...more] = part.split('=').map((word) => word.trim())
    const known = breakdowns.find((one) => one.name === name)
    const message = value === '' || more.length > 0 ? 'Write a breakdown as phase=primary, several with a semicolon between them.' : known === undefined ? noName(name, breakdowns) : noValue(name, value, known.values)
    if (message !== undefined) return { fault: { field: 'breakdown', found: written, message } }
    if (values.has(name)) return { fault: { field: 'breakdown', found: written, message: `${name} stands here twice. Give it once.` } }
    values.set(name, value)
  }
  return { breakdown: breakdowns.flatMap(({ name }) => (values.has(name) ? [`${name}=${values.get(name)}`] : [])).join(';') }
}

function noName(name: string, breakdowns: Definition['breakdowns']): string {
  const names = breakdowns.map((one) => one.name)
  if (names.length === 0) return 'This measure has no breakdown. Leave this empty, or add the breakdown to the definition.'
  return `This measure is not broken down by ${name}. Give one of: ${names.join(', ')}.${didYouMean(name, names)}`
}

function noValue(name: string, value: string, values: readonly string[]): string | undefined {
  if (values.includes(value)) return undefined
  const near = didYouMean(value, values)
  return `${name} has no value ${value}.${near === '' ? ` Give one of: ${values.slice(0, 8).join(', ')}${values.length > 8 ? ' and so on' : ''}.` : near}`
}
