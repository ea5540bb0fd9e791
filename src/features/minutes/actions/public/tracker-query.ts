import type { Fault } from '#core/outcome.ts'
import { placeFrom, records, trackerStates, type TrackerFilter } from './read-tracker.ts'

const longestText = 100

interface Known {
  readonly bodies: ReadonlySet<string>
  readonly askedOf: ReadonlySet<string>
}

/** Reads the filters of the tracker from an address. What cannot be understood is a fault named after its field, in words; the rest is used. */
export function readTrackerQuery(query: URLSearchParams, known: Known): { readonly asked: TrackerFilter; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const among = <Word extends string>(field: string, is: (word: string) => word is Word, message: (word: string) => string): Word | undefined => {
    const word = query.get(field) ?? ''
    if (word === '') return undefined
    if (is(word)) return word
    faults.push({ field, found: word.slice(0, 100), message: message(quoted(word)) })
    return undefined
  }
  const oneOf = <Word extends string>(words: readonly Word[]) => (word: string): word is Word => words.some((one) => one === word)
  const body = among('body', (word): word is string => known.bodies.has(word), (word) => `No body is called ${word} here. Choose one from the list`)
  const askedOf = among('of', (word): word is string => known.askedOf.has(word), (word) => `Nobody called ${word} was ever asked for anything. Choose who must answer from the list`)
  const state = among('state', oneOf(trackerStates), (word) => `${word} is no state. Choose one from the list`)
  const record = among('record', oneOf(records), (word) => `${word} is none of the choices. Choose one from the list`)
  const text = (query.get('q') ?? '').trim()
  if (text.length > longestText) faults.push({ field: 'q', message: `Search for ${longestText} characters at most` })
  const page = query.get('after') ?? ''
  const after = placeFrom(page)
  if (page !== '' && after === undefined) faults.push({ message: `${quoted(page)} is no page of this list, so it begins at its beginning` })
  return {
    asked: {
      ...(body === undefined ? {} : { body }),
      ...(askedOf === undefined ? {} : { askedOf }),
      ...(state === undefined ? {} : { state }),
      ...(record === undefined ? {} : { record }),
      ...(text === '' || text.length > longestText ? {} : { text }),
      ...(after === undefined ? {} : { after }),
    },
    faults,
  }
}

function quoted(word: string): string {
  return `“${word.length > 40 ? `${word.slice(0, 39)}…` : word}”`
}

/** The same list at another place, as an address. */
export function trackerAddress(asked: TrackerFilter, path = '/recommendations', after?: string): string {
  const query = new URLSearchParams()
  if (asked.body !== undefined) query.set('body', asked.body)
  if (asked.askedOf !== undefined) query.set('of', asked.askedOf)
  if (asked.state !== undefined) query.set('state', asked.state)
  if (asked.record !== undefined) query.set('record', asked.record)
  if (asked.text !== undefined) query.set('q', asked.text)
  if (after !== undefined) query.set('after', after)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
