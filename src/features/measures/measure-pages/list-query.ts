import type { Fault } from '#core/outcome.ts'

/** Which measures are asked for. */
export interface MeasuresAsked {
  readonly text?: string
  readonly theme?: string
  readonly strategy?: string
  readonly body?: string
  /** Only what is to be looked at first. */
  readonly isException?: boolean
  /** The slug of the measure after which the page begins. */
  readonly after?: string
}

/** What there is to choose from: address words with their names. */
export interface MeasuresKnown {
  readonly themes: ReadonlyMap<string, string>
  readonly strategies: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly slugs: ReadonlySet<string>
}

const longestText = 100

/** Reads the filters of the list from an address. What cannot be understood is a fault named after its field, in words; the rest is used. */
export function readMeasuresQuery(query: URLSearchParams, known: MeasuresKnown): { readonly asked: MeasuresAsked; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const among = <Field extends string>(field: Field, from: { has(word: string): boolean }, message: (word: string) => string): { [field in Field]?: string } => {
    const word = query.get(field) ?? ''
    if (word === '') return {}
    if (from.has(word)) return { [field]: word } as { [field in Field]?: string }
    faults.push({ field, found: word.slice(0, 100), message: message(quoted(word)) })
    return {}
  }
  const theme = among('theme', known.themes, (word) => `No published measure has the theme ${word}. Choose one from the list`)
  const strategy = among('strategy', known.strategies, (word) => `No published measure belongs to a plan called ${word}. Choose one from the list`)
  const body = among('body', known.bodies, (word) => `No body called ${word} reads a published measure. Choose one from the list`)
  const text = (query.get('q') ?? '').trim()
  if (text.length > longestText) faults.push({ field: 'q', message: `Search for ${longestText} characters at most` })
  const only = query.get('only') ?? ''
  if (only !== '' && only !== 'exceptions') faults.push({ field: 'only', found: only.slice(0, 100), message: `${quoted(only)} is none of the choices. Choose one from the list` })
  const after = query.get('after') ?? ''
  if (after !== '' && !known.slugs.has(after)) faults.push({ message: `${quoted(after)} is no page of this list, so it begins at its beginning` })
  const isText = text !== '' && text.length <= longestText
  const asked = { ...theme, ...strategy, ...body, ...(isText ? { text } : {}), ...(only === 'exceptions' ? { isException: true } : {}), ...(known.slugs.has(after) ? { after } : {}) }
  return { asked, faults }
}

function quoted(word: string): string {
  return `“${word.length > 40 ? `${word.slice(0, 39)}…` : word}”`
}

/** The same list at another place, as an address. */
export function measuresAddress({ text, theme, strategy, body, isException }: MeasuresAsked, after?: string): string {
  const query = new URLSearchParams()
  if (text !== undefined) query.set('q', text)
  if (theme !== undefined) query.set('theme', theme)
  if (strategy !== undefined) query.set('strategy', strategy)
  if (body !== undefined) query.set('body', body)
  if (isException === true) query.set('only', 'exceptions')
  if (after !== undefined) query.set('after', after)
  return query.size === 0 ? '/measures' : `/measures?${query.toString()}`
}
