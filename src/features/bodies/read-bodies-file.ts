import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { readYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { body, type Body } from './body.ts'

/** A file as the door hands it over: its name for messages, its text. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/**
 * Reads the files of the `bodies` import together. Refuses a body given twice, a body that reports to one that is neither in
 * the files nor already held, a period that ends before it begins, and a quorum that asks for nothing.
 */
export function readBodiesFiles(files: readonly NamedText[], alreadyHeld: ReadonlySet<string>): Outcome<Body[]> {
  const entries: YamlEntry<Body>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const read = readYaml(file.name, file.text, body)
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no body in what was given. Give a file with at least one.')
  faults.push(...repeated(entries), ...unknownParents(entries, alreadyHeld), ...entries.flatMap(impossible))
  if (faults.length > 0) return refuse('invalid', 'The bodies were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(entries.map((entry) => entry.value))
}

function repeated(entries: readonly YamlEntry<Body>[]): Fault[] {
  const seen = new Map<string, YamlEntry<Body>>()
  const faults: Fault[] = []
  for (const entry of entries) {
    const first = seen.get(entry.value.slug)
    if (first === undefined) seen.set(entry.value.slug, entry)
    else faults.push(fault(entry, 'slug', entry.value.slug, `This body is given already in ${first.file}, row ${first.row}. Give each body once.`))
  }
  return faults
}

function unknownParents(entries: readonly YamlEntry<Body>[], alreadyHeld: ReadonlySet<string>): Fault[] {
  const known = new Set([...alreadyHeld, ...entries.map((entry) => entry.value.slug)])
  return entries.flatMap((entry) =>
    entry.value.reportsTo.flatMap((line, index) => {
      const field = `reports-to[${index + 1}].body`
      if (!known.has(line.body)) return [fault(entry, field, line.body, 'No body has this address word. Load that body too, or correct the word.')]
      return line.body === entry.value.slug ? [fault(entry, field, line.body, 'A body cannot report to itself.')] : []
    }),
  )
}

function impossible(entry: YamlEntry<Body>): Fault[] {
  const faults = entry.value.members.flatMap((member, index) =>
    member.to !== undefined && member.to < member.from
      ? [fault(entry, `members[${index + 1}].to`, member.to, `This ends before it begins (${member.from}). Correct one of the days.`)]
      : [],
  )
  const { from, to } = entry.value
  if (from !== undefined && to !== undefined && to < from) faults.push(fault(entry, 'to', to, `The body ends before it begins (${from}).`))
  const quorum = entry.value.termsOfReference?.quorum
  if (quorum !== undefined && quorum.atLeast === undefined && quorum.share === undefined) {
    faults.push(fault(entry, 'terms-of-reference.quorum', undefined, 'Give at-least (a number of members) or share (a share of the voting seats).'))
  }
  return faults
}

function fault(entry: YamlEntry<Body>, field: string, found: string | undefined, message: string): Fault {
  return { file: entry.file, row: entry.row, field, message, ...(found === undefined ? {} : { found }) }
}
