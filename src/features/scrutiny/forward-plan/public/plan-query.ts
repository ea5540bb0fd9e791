import { refuse, type Fault, type Refusal } from '#core/outcome.ts'
import type { PlanPlace } from '../store/published-plan.ts'
import { parsePlace } from './places.ts'

/** What a reader asks of a list of the plan: which part of it, from which place on. */
interface Asked<Choice extends string> {
  readonly choice: Choice
  readonly after?: PlanPlace | undefined
  /** What could not be understood and is left out; the rest is used. */
  readonly refusal?: Refusal | undefined
}

/** `?when=` of the forward plan. */
export const whens = { coming: 'To come', past: 'Expected earlier, and not recorded as decided' } as const
/** `?urgent=` of the decisions. */
export const urgencies = { no: 'All decisions', yes: 'By special urgency only', short: 'Without the full notice only' } as const

/** Reads the filter of a list from its address: one of the `choices`, of which the first is what stands there without it. */
export function readPlanQuery<Choice extends string>(query: URLSearchParams, field: string, choices: Readonly<Record<Choice, string>>): Asked<Choice> {
  const known = Object.keys(choices) as Choice[]
  const word = query.get(field) ?? ''
  const choice = known.find((one) => one === word) ?? known[0]
  if (choice === undefined) throw new Error('A filter without a choice')
  const place = query.get('after') ?? ''
  const after = parsePlace(place)
  const faults: Fault[] = [
    ...(word === '' || word === choice ? [] : [{ field, found: word.slice(0, 100), message: `Choose one of these: ${Object.values<string>(choices).map((words) => `“${words}”`).join(', ')}` }]),
    ...(place === '' || after !== undefined ? [] : [{ found: place.slice(0, 100), message: 'No place in this list has that address: the list is shown from its beginning' }]),
  ]
  return { choice, after, ...(faults.length === 0 ? {} : { refusal: refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal }) }
}
