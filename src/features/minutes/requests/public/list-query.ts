import { refuse, type Fault, type Refusal } from '#core/outcome.ts'

/** What is asked of a public list of requests or of questions. */
export interface AskedOfList<State extends string> {
  readonly body?: string
  readonly state?: State
  /** Goes on below this number. */
  readonly before?: number
}

/** Reads the filters of such a list from an address. What cannot be understood is a fault that says so, at its field where it has one; the rest is used. */
export function readListQuery<State extends string>(query: URLSearchParams, { bodies, states }: { readonly bodies: ReadonlyMap<string, string>; readonly states: readonly State[] }): { readonly asked: AskedOfList<State>; readonly refusal?: Refusal } {
  const faults: Fault[] = []
  const read = <Value>(parameter: string, value: (text: string) => Value | undefined, fault: (found: string) => Fault): Value | undefined => {
    const text = query.get(parameter) ?? ''
    const found = text === '' ? undefined : value(text)
    if (text !== '' && found === undefined) faults.push(fault(text.slice(0, 50)))
    return found
  }
  const body = read('body', (text) => (bodies.has(text) ? text : undefined), (found) => ({ field: 'body', found, message: `Choose a body from the list: “${found}” is none` }))
  const state = read('state', (text) => states.find((one) => one === text), (found) => ({ field: 'state', found, message: `Choose an answer from the list: “${found}” is none` }))
  const before = read('before', (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined), (found) => ({ found, message: `The list cannot go on from “${found}”: this is its first page` }))
  const asked = { ...(body === undefined ? {} : { body }), ...(state === undefined ? {} : { state }), ...(before === undefined ? {} : { before }) }
  return faults.length === 0 ? { asked } : { asked, refusal: refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal }
}

/** The same list from another place, as an address. */
export function listAddress(path: string, { body, state }: AskedOfList<string>, before?: number): string {
  const query = new URLSearchParams({ ...(body === undefined ? {} : { body }), ...(state === undefined ? {} : { state }), ...(before === undefined ? {} : { before: String(before) }) })
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
