import { refuse } from '#core/outcome.ts'
import { checkKinds, isError } from '../checks/check-item.ts'
import { newInItself } from '../checks/finding-marks.ts'
import type { Checked } from '../model/release-draft.ts'
import { partMarks, partNames, partWords } from './part-marks.ts'
import type { ReleasePreview } from './release-preview.ts'

/** What of a release is not any more what was checked, a sentence each; nothing where all is. */
export function changedSince({ print, entries, found }: Pick<ReleasePreview, 'print' | 'entries' | 'found'>, checked: Checked): readonly string[] {
  const changed = print === checked.print ? [] : partsChanged(entries, checked)
  const warned = [...new Set(newInItself(checked, found).map(({ kind }) => `New since then: ${checkKinds[kind][1].toLowerCase()}.`))]
  return [...found.filter(isError).map(({ message }) => message), ...changed, ...warned]
}

function partsChanged(entries: ReleasePreview['entries'], { parts: then }: Checked): readonly string[] {
  if (then === undefined) return ['Figures, commentary, or what was published before.']
  const now = partMarks(entries)
  const names = new Map(entries.map(({ measure, sheet }) => [measure, sheet.definition.name]))
  const gone = Object.keys(then).filter((measure) => now[measure] === undefined)
  const changed = Object.entries(now).flatMap(([measure, marks]) => {
    const was = then[measure]
    const name = `“${names.get(measure) ?? measure}”`
    if (was === undefined) return [`${name} was not in it.`]
    const parts = partNames.filter((part) => marks[part] !== was[part])
    // Beside what was published before, all that changed stands otherwise.
    const own = parts.length > 1 ? parts.filter((part) => part !== 'before') : parts
    return own.length === 0 ? [] : [`${name}: ${own.map((part) => partWords[part]).join('; ')}.`]
  })
  const all = [...changed, ...gone.map((measure) => `“${measure}” is not in it any more.`)]
  return all.length === 0 ? ['Its title, its parts or their order, its note, or the rule that hides small numbers.'] : all
}

const mostNamed = 12

/** Refused where what would be published is not what was checked, with what changed; undefined where it is. */
export function unlikeChecked(preview: Pick<ReleasePreview, 'print' | 'entries' | 'found'>, checked: Checked) {
  const changed = changedSince(preview, checked)
  if (changed.length === 0) return undefined
  return refuse('conflict', 'This changed since it was checked, so it is not what was looked at. Check it again.', changed.slice(0, mostNamed).map((message) => ({ field: 'changed', message })))
}
