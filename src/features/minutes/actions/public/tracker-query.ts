import type { Fault } from '#core/outcome.ts'
import type { TrackerFilter } from './read-tracker.ts'
import { stages } from '../stages.ts'

const longestText = 100

/** Reads the filters of the tracker from an address. What cannot be understood is a fault named after its field; the rest is used. */
export function readTrackerQuery(query: URLSearchParams, known: { readonly bodies: ReadonlySet<string>; readonly askedOf: ReadonlySet<string> }): { readonly asked: TrackerFilter; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const among = (field: string, is: (word: string) => boolean, message: string): string | undefined => {
    const word = query.get(field) ?? ''
    if (word === '') return undefined
    if (is(word)) return word
    faults.push({ field, found: word.slice(0, 100), message })
    return undefined
  }
  const body = among('body', (word) => known.bodies.has(word), 'Choose a body from the list')
  const askedOf = among('of', (word) => known.askedOf.has(word), 'Choose who must answer from the list')
  const state = among('state', (word) => word === 'late' || stages.some((stage) => stage === word), 'Choose a state from the list')
  const text = (query.get('q') ?? '').trim()
  if (text.length > longestText) faults.push({ field: 'q', message: `Search for ${longestText} characters at most` })
  const after = /^(\d{1,9}|-\d{1,8})\.(\d{1,9})$/.exec(query.get('after') ?? '')
  return {
    asked: {
      ...(body === undefined ? {} : { body }),
      ...(askedOf === undefined ? {} : { askedOf }),
      ...(state === undefined ? {} : { state: state as NonNullable<TrackerFilter['state']> }),
      ...(text === '' || text.length > longestText ? {} : { text }),
      ...(after === null ? {} : { after: { place: Number(after[1]), number: Number(after[2]) } }),
    },
    faults,
  }
}

/** The same list at another place, as an address. */
export function trackerAddress(asked: TrackerFilter, path = '/recommendations', after?: string): string {
  const query = new URLSearchParams()
  if (asked.body !== undefined) query.set('body', asked.body)
  if (asked.askedOf !== undefined) query.set('of', asked.askedOf)
  if (asked.state !== undefined) query.set('state', asked.state)
  if (asked.text !== undefined) query.set('q', asked.text)
  if (after !== undefined) query.set('after', after)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
