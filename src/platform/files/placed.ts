import type { Fault } from '#core/outcome.ts'
import type { YamlEntry } from './yaml-file.ts'

/** A fault by the name of its field, as people read it: lists count from 1, `areas[2].person`. */
export interface FieldFault {
  readonly field?: string
  readonly found?: string
  readonly message: string
}

/** The fault with its file and with the row of its own field, not of the document. */
export function placed(entry: Pick<YamlEntry<unknown>, 'faultAt'>, { field, found, message }: FieldFault): Fault {
  return entry.faultAt(field === undefined ? [] : pathOf(field), message, found)
}

function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, place]) => (place === undefined ? name : Number(place) - 1))
}
