import type { z } from 'zod'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'

/** An address of the API as it was asked for. */
interface RawAddress {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/** The path and the query of an address as its own schemas read them; refused with each parameter that is wrong, unknown or given twice. */
export function checkAddress(raw: RawAddress, params: z.ZodObject, query: z.ZodObject): Outcome<{ readonly params: unknown; readonly query: unknown }> {
  const faults: Fault[] = []
  for (const name of new Set(raw.query.keys())) {
    if (raw.query.getAll(name).length > 1) faults.push({ field: name, message: 'Give this once only' })
    if (!Object.hasOwn(query.shape, name)) faults.push({ field: name, message: `There is no parameter called ${name} here` })
  }
  const path = params.safeParse(raw.params)
  const rest = query.safeParse(Object.fromEntries([...raw.query].filter(([name]) => Object.hasOwn(query.shape, name))))
  if (!rest.success) faults.push(...faultsOf(rest.error))
  if (faults.length > 0 || !rest.success) return refuse('invalid', 'The address cannot be answered as it stands.', faults)
  if (!path.success) return refuse('not-found', 'There is nothing at this address.')
  return ok({ params: path.data, query: rest.data })
}

/** What was sent as JSON as its own schema reads it; each field that is wrong or unknown is named. */
export function checkBody(sent: unknown, body: z.ZodObject): Outcome<unknown> {
  const read = body.safeParse(sent ?? {})
  return read.success ? ok(read.data) : refuse('invalid', 'What was sent cannot be used as it stands.', faultsOf(read.error))
}

function faultsOf({ issues }: z.ZodError): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const field = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return [{ field, message: issue.message }]
    return issue.keys.map((key) => ({ field: field === '' ? key : `${field}.${key}`, message: `There is no field called ${key} here` }))
  })
}
