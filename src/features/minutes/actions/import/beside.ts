import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import { placed } from '#platform/files/placed.ts'
import { loadAgain, loadedFields, type LoadedFields } from '#platform/files/since-loaded.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import type { Action } from '../action.ts'
import type { LoadedAction, NewAction } from '../keep-actions.ts'
import type { FileAction } from './read-actions-file.ts'

/** What a file says of an action in fields that are held against what stands here. */
type Said = Readonly<Record<string, unknown>>

/** What was asked, in the words in which it was served or answered: from then on it stays as it is. */
const settled = ['kind', 'body', 'askedOn', 'words', 'askedOf', 'public']

/** An action of a file, put together with what stands here. */
export interface Beside {
  readonly file: FileAction
  readonly known: Action | undefined
  /** What to save; undefined where the file says what stands. */
  readonly changed?: Omit<LoadedAction, 'number'> & Pick<NewAction, 'number'>
  readonly faults: readonly Fault[]
}

/**
 * Puts what a file says together with what stands here, field by field. A field that the file leaves out stays as it is, unless it came from the file; one that was changed here,
 * or that minutes or a report raised, is not undone. `email` is that of whoever is to answer.
 */
export function beside(file: FileAction, known: Action | undefined, email: string | undefined): Beside {
  if (known === undefined) return { file, known, changed: { ...file.asked, subjects: sorted(file.asked.subjects), loaded: { ...loadedFields(saidIn(file)), ...loadedFields({ subjects: sorted(file.asked.subjects) }) }, ...given('newOwner', file.owner) }, faults: [] }
  const before = known.loaded ?? {}
  const stands = saidBy(known, email ?? known.awaitedOwner)
  const says = saidIn(file)
  const matters = mattersBeside(known.subjects, file.asked.subjects, before)
  const added = Object.keys(says).filter((field) => stands[field] === undefined && before[field] === undefined)
  const leftOut = Object.keys(stands).filter((field) => says[field] === undefined && before[field] !== loadedFields(stands)[field])
  const again = loadAgain(without(says, added), without(stands, leftOut), known.loaded)
  const isAsSourced = known.source === (file.asked.source ?? known.source) && known.invented === (file.asked.invented ?? known.invented)
  const faults = [...undoing(file, again.undone), ...tooLate(file, known, says, without(stands, leftOut))]
  if (faults.length > 0 || (again.isSame && added.length === 0 && isAsSourced && matters.isSame)) return { file, known, faults }
  const kept = (field: string) => leftOut.includes(field)
  const changed = {
    ...file.asked,
    ...(kept('meeting') ? given('date', known.date) : {}),
    ...(kept('item') ? given('item', known.item) : {}),
    ...(kept('minute') ? given('minute', known.minute) : {}),
    ...(kept('due') ? given('due', known.due) : {}),
    ...(kept('public') ? { isPublic: known.isPublic } : {}),
    subjects: matters.subjects,
    ...given('source', file.asked.source ?? known.source),
    ...given('invented', file.asked.invented ?? known.invented),
    loaded: { ...again.loaded, ...pick(loadedFields(says), added), ...matters.loaded },
    ...(kept('owner') || says['owner'] === stands['owner'] ? {} : { newOwner: file.owner ?? '' }),
  }
  return { file, known, changed, faults: [] }
}

function saidBy(asked: NewAction | Action, owner: string | undefined): Said {
  const { kind, body, on: askedOn, date: meeting, item, minute, words, of: askedOf, due, isPublic } = asked
  const said = { kind, body, askedOn, meeting, item, minute, words, askedOf, due, public: isPublic, owner }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

function saidIn({ asked, owner, saysPublic }: FileAction): Said {
  const said = saidBy(asked, owner)
  return saysPublic ? said : without(said, ['public'])
}

/** The matters of what only the file knows are the file's; what minutes or a report raised keeps theirs, and the file adds its own. */
function mattersBeside(stands: readonly string[], says: readonly string[], before: LoadedFields): { readonly subjects: readonly string[]; readonly isSame: boolean; readonly loaded: LoadedFields } {
  const isFiles = before['subjects'] === loadedFields({ subjects: sorted(stands) })['subjects']
  const subjects = isFiles ? sorted(says) : sorted([...stands, ...says])
  return { subjects, isSame: sorted(stands).join(' ') === subjects.join(' '), loaded: isFiles ? loadedFields({ subjects }) : pick(before, ['subjects']) }
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted((one, other) => (one < other ? -1 : 1))
}

function without(said: Said, fields: readonly string[]): Said {
  return Object.fromEntries(Object.entries(said).filter(([field]) => !fields.includes(field)))
}

function pick(prints: LoadedFields, fields: readonly string[]): LoadedFields {
  return Object.fromEntries(Object.entries(prints).filter(([field]) => fields.includes(field)))
}

function undoing({ faultAt, asked }: FileAction, fields: readonly string[]): Fault[] {
  return fields.map((field) => placed({ faultAt }, {
    field: hyphenated(field),
    found: asked.origin.id,
    message: 'This was changed or entered here, or raised by what minutes and reports hold, and the file says something else. Give it as it stands here (`export recommendations` writes it), or change it on its page.',
  }))
}

/** What was served or answered keeps the words in which it was. */
function tooLate({ faultAt, asked }: FileAction, known: Action, says: Said, stands: Said): Fault[] {
  if (known.chain.length === 0) return []
  const differing = settled.filter((field) => loadedFields(says)[field] !== loadedFields(stands)[field])
  return differing.map((field) => placed({ faultAt }, { field: hyphenated(field), found: asked.origin.id, message: 'This was served, answered or worked on as it stands here, so it stays. Give it as it stands, or withdraw it and ask anew.' }))
}
