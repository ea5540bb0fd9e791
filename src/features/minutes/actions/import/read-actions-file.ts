import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import type { Step } from '../action.ts'
import { chainStep } from '../chain-step.ts'
import { wrongReceipt } from '../received.ts'
import { follow } from '../chain.ts'
import type { NewAction } from '../keep-actions.ts'
import { outsideLifetime, type Lifetime } from '../lifetime.ts'
import { actionEntry, type ActionEntry } from './action-file.ts'

/** What a file says of one action, with the place where it says so. */
export interface FileAction {
  /** Names the row of a field of it. */
  readonly faultAt: YamlEntry<ActionEntry>['faultAt']
  readonly asked: NewAction
  /** The e-mail address of whoever is to answer. */
  readonly owner?: string | undefined
  /** The file says whether it is public. */
  readonly saysPublic: boolean
  readonly steps: readonly Step[]
}

/** Reads files of recommendations against the bodies that are there: every fault by file, line and field. Steps to come are refused, and chains that cannot be. */
export function readActionFiles(files: readonly ImportFile[], bodies: ReadonlyMap<string, Lifetime>, today: LocalDate): Outcome<FileAction[]> {
  const { entries, faults } = readYamlFiles(files, actionEntry)
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no recommendation in what was given. Give a file with at least one.')
  const read = entries.map((entry) => ({ entry, ...stepsOf(entry) }))
  for (const [index, { entry, steps, faults: found }] of read.entries()) {
    faults.push(...[...found, ...(found.length === 0 ? faultsOf(entry, steps, { bodies, today }) : [])].map((fault) => placed(entry, fault)))
    const before = entries.slice(0, index).map(({ value }) => value)
    const { ref, from, number } = entry.value
    if (before.some((other) => other.ref === ref && other.from === from)) faults.push(placed(entry, { field: 'ref', found: ref, message: 'This is given already. Give each its own.' }))
    if (number !== undefined && before.some((other) => other.number === number)) faults.push(placed(entry, { field: 'number', found: String(number), message: 'This number is given already. Give each its own.' }))
  }
  if (faults.length > 0) return refuse('invalid', 'The recommendations were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(read.map(({ entry, steps }) => ({ faultAt: entry.faultAt, asked: askedOf(entry.value), owner: entry.value.owner, saysPublic: entry.value.public !== undefined, steps })))
}

function stepsOf({ value }: YamlEntry<ActionEntry>): { readonly steps: Step[]; readonly faults: FieldFault[] } {
  const steps: Step[] = []
  const faults: FieldFault[] = []
  for (const [place, given] of value.steps.entries()) {
    const read = chainStep.safeParse(given)
    if (read.success) steps.push(read.data)
    else faults.push(...read.error.issues.map(({ path, message, ...issue }) => ({ field: [`steps[${place + 1}]`, ...path.map((step) => (typeof step === 'string' ? hyphenated(step) : step))].join('.'), message: issue.code === 'unrecognized_keys' ? `A step that is ${given.what} has no ${issue.keys.map(hyphenated).join(', ')}. Leave it out` : message })))
  }
  return { steps, faults }
}

function faultsOf({ value }: YamlEntry<ActionEntry>, steps: readonly Step[], { bodies, today }: { readonly bodies: ReadonlyMap<string, Lifetime>; readonly today: LocalDate }): FieldFault[] {
  const { kind, askedOn, body, askedOf, due } = value
  const led = follow({ kind, on: askedOn }, steps)
  return [
    ...bodyFaults(bodies.get(body), askedOn).map((message) => ({ field: 'body', found: body, message })),
    ...(askedOf.body === undefined ? [] : bodyFaults(bodies.get(askedOf.body), askedOn)).map((message) => ({ field: 'asked-of.body', found: askedOf.body ?? '', message })),
    ...(askedOn > today ? [{ field: 'asked-on', found: askedOn, message: 'Give a day that is not to come' }] : []),
    ...(due !== undefined && due < askedOn ? [{ field: 'due', found: due, message: 'Give a day after it was asked' }] : []),
    ...steps.flatMap(({ on }, place) => (on > today ? [{ field: `steps[${place + 1}].on`, found: on, message: 'Give a day that is not to come: a step records what has happened' }] : [])),
    ...steps.flatMap((step, place) => ('meeting' in step && step.meeting !== undefined && step.meeting > step.on ? [{ field: `steps[${place + 1}].meeting`, found: step.meeting, message: 'Give a meeting that is not after the day of the step: the body says it at the meeting' }] : [])),
    ...steps.flatMap((step, place) => wrongReceipt(step, today).map(({ field, ...wrong }) => ({ field: `steps[${place + 1}].${field}`, ...wrong }))),
    ...(led.ok ? [] : [{ field: led.place === undefined ? 'steps' : `steps[${led.place + 1}]`, message: led.refusal.faults[0]?.message ?? led.refusal.message }]),
  ]
}

/** A body asks, and is asked, while there is one. */
function bodyFaults(body: Lifetime | undefined, on: LocalDate): string[] {
  if (body === undefined) return ['No body has this address word. Load that body first, or correct the word.']
  const wrong = outsideLifetime(body, on)
  return wrong === undefined ? [] : [`${wrong}. Name the body that there was on ${formatDate(on)}, or ask anew of the one that came after it.`]
}

function askedOf({ ref, from, number, kind, body, askedOn, meeting, item, minute, words, askedOf: of, due, subjects, public: isPublic, source, invented }: ActionEntry): FileAction['asked'] {
  return { number, kind, body, on: askedOn, date: meeting, item, minute, words, of, due, subjects, isPublic: isPublic ?? true, source, invented, origin: { kind: from, id: ref } }
}
