import type { Refusal } from '#core/outcome.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import type { OparlObject } from './addresses.ts'

/** An object or a list as JSON, for scripts of any site. */
export function json(body: unknown): Answer {
  return { kind: 'file', contentType: 'application/json; charset=utf-8', body: JSON.stringify(body), isForAnySite: true }
}

export const nothingHere = { kind: 'not-found', message: 'No OParl object has this address. /oparl/v1.1/system is where the objects of this site begin.' } as const satisfies Answer

/** A filter that cannot be used. */
export function wrongQuery({ message, faults }: Refusal): Answer {
  return { kind: 'page', status: 400, title: 'This list cannot be answered so', body: html`<p class="govuk-body">${message}</p><ul class="govuk-list govuk-list--bullet">${faults.map((fault) => html`<li>${fault.message}</li>`)}</ul>` }
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
