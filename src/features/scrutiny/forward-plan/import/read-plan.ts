import type { LocalDate } from '#core/dates.ts'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'

/** The bodies that are loaded, and the last day on which something can have happened. */
interface Known {
  readonly bodies: ReadonlyMap<string, unknown>
  readonly latest: LocalDate
}

/** Reads entries from YAML files; every fault is named by file, line and field, and none is read where one is wrong. */
export function readPlan(files: readonly ImportFile[], known: Known): Outcome<YamlEntry<PlanEntry>[]> {
  const { entries, faults } = readYamlFiles(files, planEntry)
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no entry in what was given. Give a file with at least one.')
  const met = new Set<string>()
  for (const entry of entries) {
    const { value } = entry
    if (met.has(value.reference)) faults.push(placed(entry, { field: 'reference', found: value.reference, message: 'An entry of this reference is given already. Give each its own.' }))
    met.add(value.reference)
    faults.push(...[...unknownBodies(value, known), ...orderFaults(value), ...toCome(value, known)].map((fault) => placed(entry, fault)))
  }
  return faults.length > 0 ? notLoaded(faults) : ok(entries)
}

/** Refuses files for what is listed. */
export function notLoaded(faults: readonly Fault[], kind: 'invalid' | 'conflict' = 'invalid'): Outcome<never> {
  return refuse(kind, 'The forward plan was not loaded, because of what is listed here. Nothing was changed.', faults)
}

function unknownBodies({ decisionMaker, scrutiny, referrals, decision, callIn }: PlanEntry, { bodies }: Known): FieldFault[] {
  const named: (readonly [string, string | undefined])[] = [
    ['decision-maker.body', decisionMaker.body],
    ['scrutiny', scrutiny],
    ...referrals.map(({ body }, place) => [`referrals[${place + 1}].body`, body] as const),
    ['decision.meeting.body', decision?.meeting?.body],
    ['call-in.body', callIn?.body],
  ]
  return named.flatMap(([field, slug]) => (slug === undefined || bodies.has(slug) ? [] : [{ field, found: slug, message: 'No body has this address word. Load that body first, or correct the word.' }]))
}

/** What cannot have happened in this order. */
export function orderFaults({ noticed, decision, callIn, implemented, ended }: PlanEntry): FieldFault[] {
  return [
    ...(decision !== undefined && noticed === undefined ? [{ field: 'noticed', message: 'A decision is published with its entry: give the day of its notice' }] : []),
    ...(decision !== undefined && ended !== undefined ? [{ field: 'ended', message: 'What is decided is neither deferred nor withdrawn: leave this out' }] : []),
    ...(callIn !== undefined && decision === undefined ? [{ field: 'call-in', message: 'Only a decision is called in: give the decision too' }] : []),
    ...(implemented !== undefined && decision === undefined ? [{ field: 'implemented', message: 'Only a decision is carried out: give the decision too' }] : []),
  ]
}

/** What is said to have happened on a day that is to come. */
function toCome({ noticed, decision }: PlanEntry, { latest }: Known): FieldFault[] {
  const said: (readonly [string, string | undefined])[] = [
    ['noticed', noticed],
    ['decision.on', decision?.on],
    ['decision.published', decision?.published],
  ]
  return said.flatMap(([field, day]) => (day === undefined || day.slice(0, 10) <= latest ? [] : [{ field, found: day, message: 'This day is to come. Leave it out until it has happened.' }]))
}
