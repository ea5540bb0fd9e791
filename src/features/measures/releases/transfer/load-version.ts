import { dateOf } from '#core/london-time.ts'
import type { Fault } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { placed } from '#platform/files/placed.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { checkKinds, isError, warningsIn, type CheckItem } from '../checks/check-item.ts'
import { checkedNow, reasonsInWords } from '../deeds/check-release.ts'
import { writeVersion } from '../deeds/publish-release.ts'
import type { Checked, KeptReason, Standing } from '../model/release-draft.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { insertRelease, saveRelease, type ReleaseChange } from '../store/keep-release.ts'
import { releaseKept } from '../store/read-releases.ts'
import type { ReleaseFileEntry } from './release-file.ts'
import { draftOf, type SaidVersion } from './said-release.ts'

/** One version of a release of a file. */
export interface VersionToLoad {
  readonly entry: YamlEntry<ReleaseFileEntry>
  readonly version: SaidVersion
  readonly number: number
}

const who = 'the import'

/** Publishes one version of a file's release as of its moment, or holds it until then where that is still to come; answers what stops it. What is warned of is told. */
export async function loadVersion(tx: Transaction, { entry, version: { at, moment, note }, number }: VersionToLoad, now: Date, tell: (line: string) => void): Promise<readonly Fault[]> {
  const { value } = entry
  if (number === 1) await insertRelease(tx, value, draftOf(value))
  const found = await releaseKept(tx.reader, value)
  if (found === undefined) throw new Error('a release that was just begun is there')
  const kept = { ...found, draft: draftOf(value), note }
  const preview = await releasePreview(tx.reader, { ...kept, standing: approvedAs(value) }, dateOf(moment))
  const errors = preview.found.filter(isError)
  if (errors.length > 0) return errors.map((item) => placed(entry, { field: fieldOf(item, value), ...(item.measure === undefined ? {} : { found: item.measure }), message: item.message }))
  for (const kind of warningsIn(preview.found)) tell(`${value.body}, ${value.period}, version ${number}: ${checkKinds[kind][1].toLowerCase()} (${preview.found.filter((item) => item.kind === kind).length})`)
  const change = at <= now ? (await writeVersion(tx, preview, { approved: value.approved, at, checked: checkedOf(preview, value) })).change : heldUntil(preview, value, at)
  const saved = await saveRelease(tx, kept, { note, ...change, draft: kept.draft }, { did: 'loaded', who, words: [`Version ${number}`, reasonsInWords(reasonsOf(preview, value))].filter((words) => words !== '').join('\n'), at: now })
  if (!saved) throw new Error('nobody else changes a release while it is loaded')
  return []
}

/** The post that approved it is read with it, and held against the figures as all its words are. */
function approvedAs({ approved }: ReleaseFileEntry): Standing {
  return { state: 'approved', checked: { on: approved.on, by: who, print: '', reasons: [] }, approved }
}

function heldUntil(preview: ReleasePreview, entry: ReleaseFileEntry, at: Date): ReleaseChange {
  return { standing: { state: 'embargoed', checked: checkedOf(preview, entry), approved: entry.approved, until: at.toISOString() } }
}

function checkedOf(preview: ReleasePreview, entry: ReleaseFileEntry): Checked {
  return checkedNow(preview, { on: entry.approved.on, by: who, reasons: reasonsOf(preview, entry) })
}

/** The reasons that the file gives for what is warned of. */
function reasonsOf({ found }: Pick<ReleasePreview, 'found'>, { reasons }: Pick<ReleaseFileEntry, 'reasons'>): readonly KeptReason[] {
  const warned = warningsIn(found)
  return reasons.filter(({ warning }) => warned.includes(warning))
}

/** Where in the file a measure stands that something is wrong with. */
function fieldOf({ measure }: CheckItem, { headings }: Pick<ReleaseFileEntry, 'headings'>): string {
  const part = headings.findIndex(({ measures }) => measure !== undefined && measures.includes(measure))
  const place = headings[part]?.measures.indexOf(measure ?? '') ?? -1
  return place < 0 ? 'headings' : `headings[${part + 1}].measures[${place + 1}]`
}
