import type { Refusal } from '#core/outcome.ts'
import type { Answer, PublicRequest, SayError } from '#platform/http/answers.ts'
import { oparlRoot, type OparlObject } from './addresses.ts'

/** An object or a list as JSON, for scripts of any site. */
export function json(body: unknown): Answer {
  return { kind: 'file', contentType: 'application/json; charset=utf-8', body: JSON.stringify(body), isForAnySite: true }
}

const begins = `The objects of this site begin at ${oparlRoot}/system.`

/** OParl 1.1, "Ausnahmebehandlung": what cannot be answered is an object of its own; its message is for people, `debug` for whoever wrote the program. */
function errorObject(status: 400 | 404, message: string, debug: string): Answer {
  return { kind: 'file', status, ...errorFile(message, debug) }
}

function errorFile(message: string, debug: string) {
  return { contentType: 'application/json; charset=utf-8', body: JSON.stringify({ type: 'https://schema.oparl.org/1.1/Error', message, debug }), isForAnySite: true }
}

/** What the site itself refuses at an address of OParl: another method than reading, too much at once. */
export const sayError: SayError = (words) => errorFile(words, begins)

export const nothingHere = errorObject(404, 'No OParl object has this address.', begins)

/** A filter or a cursor that cannot be used. */
export function wrongQuery({ message, faults }: Refusal): Answer {
  return errorObject(400, message, faults.map((fault) => fault.message).join('; '))
}

/** One page of an external list; `next` is where the following page goes on, left out at the end. */
export function externalList({ origin, path, query }: PublicRequest, data: readonly OparlObject[], { next, elementsPerPage }: { readonly next?: string | undefined; readonly elementsPerPage?: number }): Answer {
  const link = (cursor: string | undefined) => {
    const asked = new URLSearchParams(query)
    asked.delete('cursor')
    if (cursor !== undefined) asked.set('cursor', cursor)
    return `${origin}${path}${asked.size === 0 ? '' : `?${asked.toString()}`}`
  }
  const current = query.get('cursor') ?? undefined
  return json({
    data,
    pagination: elementsPerPage === undefined ? {} : { elementsPerPage },
    links: { first: link(undefined), self: link(current), ...(next === undefined ? {} : { next: link(next) }) },
  })
}
