import { isDeepStrictEqual } from 'node:util'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { personsNames } from '#features/minutes'
import type { Definition } from '../../definitions/definition.ts'
import { allDefinitions } from '../../definitions/keep-definitions.ts'
import { readPeriod } from '../../observations/read-period.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import { checkCommentary, plain, textOf } from '../claims/check-commentary.ts'
import { commentaryId, content, type Content, type Edition } from '../model/commentary.ts'
import { postFault } from '../model/post.ts'
import { signFaults } from '../model/sign-faults.ts'
import { addEditions, type NewEdition } from '../store/keep-commentary.ts'
import { allCommentaries, commentariesOf } from '../store/read-commentaries.ts'
import { commentaryFile, fileOf, type CommentaryFile } from './commentary-file.ts'
import type { CommentaryPlace } from '../deeds/commentary-at.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/** A document of a file with the measure and the period that it is of. */
interface Given {
  readonly entry: YamlEntry<CommentaryFile>
  readonly place: CommentaryPlace
  readonly said: Content
}

/** Loads commentaries, all or none. One that stands as the file gives it is left; one on which somebody has worked here is refused. A signed one passes the check of its claims like one that is signed on its page. */
async function importCommentaries(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const { entries, faults } = readYamlFiles(files, commentaryFile)
  const context = app.context()
  return act(context, loadingDeed('commentary.import', 'commentaries', files), async (tx) => {
    const measures = await allDefinitions(tx.reader)
    const namesNobody = await personsNames(tx.reader)
    const given = entries.flatMap((entry) => givenOf(entry, measures, context.today, faults))
    faults.push(...twiceFaults(given), ...given.flatMap((one) => postFaults(one, namesNobody)), ...given.flatMap(wordFaults))
    if (faults.length === 0) faults.push(...(await claimFaults(tx.reader, given, measures)))
    const kept = await commentariesOf(tx.reader, given.map(({ entry }) => entry.value))
    const added = faults.length > 0 ? [] : given.flatMap((one) => editionOf(one, kept.get(commentaryId(one.entry.value)), faults))
    if (faults.length > 0) return refuse('invalid', 'The commentaries were not loaded, because of what is listed here. Nothing was changed.', faults)
    if (given.length === 0) return refuse('invalid', 'There is no commentary in what was given. Give a file with at least one.')
    const isAdded = await addEditions(tx, added, { actor: context.actor, at: instantOf(context.today, app.now()) })
    return isAdded ? ok({ commentaries: given.length, 'new editions': added.length }) : refuse('conflict', 'Somebody else has changed one of these commentaries meanwhile. Load the files again.')
  })
}

function givenOf(entry: YamlEntry<CommentaryFile>, measures: ReadonlyMap<string, readonly Definition[]>, today: LocalDate, faults: Fault[]): Given[] {
  const { measure, period, signed, ...said } = entry.value
  const versions = measures.get(measure)
  const fault = (found: FieldFault) => (faults.push(placed(entry, found)), [])
  if (versions === undefined) return fault({ field: 'measure', found: measure, message: 'There is no such measure. Load its definition first, or correct the word.' })
  const read = readPeriod(period, versions, 'own', today)
  if ('message' in read) return fault({ field: 'period', found: period, message: read.message })
  if (signed !== undefined && !read.isOver) return fault({ field: 'signed', message: 'This period is not over. Leave the signature out.' })
  if (signed !== undefined && signed.on > today) return fault({ field: 'signed.on', found: signed.on, message: 'Give a day that is not to come' })
  const tied = said.claims.findIndex(({ measure: of }) => of !== undefined && !measures.has(of))
  if (tied >= 0) return fault({ field: `claims[${tied + 1}].measure`, message: 'There is no such measure. Correct the word.' })
  return [{ entry, place: read, said }]
}

function twiceFaults(given: readonly Given[]): Fault[] {
  const seen = new Set<string>()
  return given.flatMap(({ entry }) => {
    const id = commentaryId(entry.value)
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [placed(entry, { field: 'period', found: entry.value.period, message: 'This measure and period stands in what was given before. Leave one out.' })] : []
  })
}

function postFaults({ entry, said }: Given, namesNobody: (words: string) => string | undefined): Fault[] {
  const posts = [...said.doing.map(({ byWhom }, place) => [`doing[${place + 1}].by-whom`, byWhom] as const), ...(entry.value.signed === undefined ? [] : [['signed.by', entry.value.signed.by] as const])]
  return posts.flatMap(([field, found]) => {
    const message = namesNobody(found) ?? (field === 'signed.by' ? postFault(found) : undefined)
    return message === undefined ? [] : [placed(entry, { field, found, message })]
  })
}

/** What a file says of words has to stand in the text. */
function wordFaults({ entry, said }: Given): Fault[] {
  const text = plain(textOf(said))
  return said.claims.flatMap(({ words }, place) => (text.includes(plain(words)) ? [] : [placed(entry, { field: `claims[${place + 1}].words`, found: words.slice(0, 80), message: 'These words do not stand in the text. Give them as they stand there.' })]))
}

/** What keeps a signature from being given, each with the claim in whose words it lies. The figures are read once for each period that is given. */
async function claimFaults(reader: Reader, given: readonly Given[], measures: ReadonlyMap<string, unknown>): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const ofPeriod of Map.groupBy(given.filter(({ entry }) => entry.value.signed !== undefined), ({ place }) => `${place.period.kind} ${place.period.slug}`).values()) {
    const [first] = ofPeriod
    if (first === undefined) continue
    const slugs = new Set(ofPeriod.flatMap(({ entry, said }) => [entry.value.measure, ...said.claims.flatMap(({ measure }) => measure ?? [])]).filter((slug) => measures.has(slug)))
    const sheets = new Map((await sheetsFor(reader, [...slugs], first.place.period)).map((sheet) => [sheet.definition.slug, sheet]))
    for (const { entry, said } of ofPeriod) {
      const own = sheets.get(entry.value.measure)
      if (own === undefined) continue
      const found = signFaults({ content: said, sheet: own, checked: checkCommentary(said, { own, others: sheets }) })
      faults.push(...found.map(({ field, message }) => placed(entry, { ...(field === undefined ? {} : { field: fieldInFile(field) }), message: field?.startsWith('claim-') === true ? `${message} Change the words, tie them to another measure, or give a reason under claims.` : message })))
    }
  }
  return faults
}

function fieldInFile(field: string): string {
  if (field.startsWith('claim-')) return 'happened'
  return field.startsWith('doing-') ? 'doing' : field
}

/** The edition that a document adds; none where it stands already. */
function editionOf({ entry, place, said }: Given, stands: Edition | undefined, faults: Fault[]): { readonly edition: NewEdition; readonly revision: number }[] {
  const { signed } = entry.value
  const standing: NewEdition['standing'] = signed === undefined ? { state: 'draft' } : { state: 'signed', signature: signed }
  const used = content.parse(said)
  if (stands !== undefined && isDeepStrictEqual(stands.content, used) && isKept(stands.standing, standing)) return []
  if (stands !== undefined && stands.deed !== 'loaded') {
    faults.push(placed(entry, { field: 'measure', found: entry.value.measure, message: 'Somebody has worked on this commentary here. Change it on its page, or leave it out.' }))
    return []
  }
  const edition: NewEdition = { measure: place.definition.slug, period: place.period.slug, deed: 'loaded', content: used, standing }
  return [{ edition, revision: (stands?.revision ?? 0) + 1 }]
}

/** Whether what a file says of the signature stands already. The old signature loaded again signs no changed figure, and one that is outlived is written out as a draft. */
function isKept(stands: Edition['standing'], given: NewEdition['standing']): boolean {
  if (stands.state !== 'outlived') return isDeepStrictEqual(stands, given)
  return given.state === 'draft' || isDeepStrictEqual(stands.signature, given.signature)
}

export const commentariesImporter: Importer<App> = {
  what: 'commentaries',
  summary: 'YAML, one document a measure and period: what happened, why, what is being done, what its claims rest on, and who signed',
  inExample: ['commentaries/*.yaml'],
  load: (files, app) => importCommentaries(app, files),
}

export const commentariesExporter: Exporter<App> = {
  what: 'commentaries',
  summary: 'YAML, one file a measure with its commentaries as they stand, as the import reads them again',
  write: (app) =>
    act(app.context(), { verb: 'commentary.export', subject: { kind: 'commentaries', id: 'all' } }, async (tx) => {
      const byMeasure = Map.groupBy(await allCommentaries(tx.reader), ({ measure }) => measure)
      return ok([...byMeasure].map(([measure, commentaries]) => ({ name: `commentaries/${measure}.yaml`, body: writeYaml(commentaries.map((one) => fileOf(one))) })))
    }),
}
