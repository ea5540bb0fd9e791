import { STATUS_CODES } from 'node:http'
import { firstFaults } from '#core/first-faults.ts'
import type { Fault } from '#core/outcome.ts'
import { forAnySite } from './any-site.ts'
import { rendered, type Rendered } from './rendered.ts'

/** An error of the API as RFC 9457 writes it. `faults` say which parameters are wrong, the first twenty of them. */
export function problem(
  status: number,
  about: { readonly detail: string; readonly requestId?: string; readonly faults?: readonly Fault[] },
): Rendered {
  const { faults = [], ...rest } = about
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...rest, ...(faults.length === 0 ? {} : firstFaults(faults)) }
  return rendered(status, 'application/problem+json', JSON.stringify(body), forAnySite)
}
