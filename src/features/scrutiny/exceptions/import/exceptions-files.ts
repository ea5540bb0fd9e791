import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { instantOf, isOpenMeeting, publishedMeeting, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import { isAsLoaded, loadAgain, loadedFields, type LoadedAgain } from '#platform/files/since-loaded.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { notLoaded, readRecords, undoes, undoing } from '../../groups/import/read-records.ts'
import { exception, type Exception } from '../exception.ts'
import { besideExceptions, exceptionFaults } from '../exception-faults.ts'
import { allExceptions, heldExceptions, saveException, type HeldException } from '../keep-exceptions.ts'
import { publishDecided } from '../report-exception.ts'

type TransferApp = Pick<MeetingsApp, 'context' | 'now' | 'origin'>

/**
 * Loads exceptions from YAML files, all or none. One whose meeting's agenda is published is published with it; any other waits for its agenda. Refused
 * where something would be undone that was recorded here since it was loaded.
 */
async function importExceptions(app: TransferApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('groups.import', 'exceptions', files)
  return act(context, deed, async (tx) => {
    const read = readRecords(files, { schema: exception, what: 'exceptions', keyOf: ({ id }) => id })
    if (!read.ok) return read
    const kept = await heldExceptions(tx, read.value.map(({ value }) => value.id))
    const beside = read.value.map((entry) => besideKept(entry, kept.get(entry.value.id)))
    const undone = beside.flatMap(({ entry, again }) => undoing(entry, entry.value.id, again, 'exceptions'))
    if (undone.length > 0) return undoes('exceptions', undone)
    const changed = beside.filter(({ again }) => again?.isSame !== true)
    const held = await besideExceptions(tx.reader, changed.flatMap(({ one, stood }) => (stood === undefined ? [one] : [one, stood])), { today: context.today, origin: app.origin })
    const faults = changed.flatMap(({ entry, one, stood }) => exceptionFaults(one, held, stood).map((fault) => placed(entry, fault)))
    if (faults.length > 0) return notLoaded('exceptions', faults)
    const at = instantOf(context.today, app.now())
    let [published, waiting] = [0, 0]
    for (const { entry, one, again } of beside) {
      const { meeting } = one
      const wasOut = kept.get(one.id)?.isOut === true
      const isOut = meeting !== undefined && (wasOut || (await isInPublic(tx.reader, { ...one, meeting }, context.today)))
      if (!isOut) waiting += 1
      if (again?.isSame === true && isOut === wasOut) continue
      await saveException(tx, one, isOut, { by: 'The import', at, loaded: again?.loaded ?? loadedFields(entry.value) })
      if (isOut && (await publishDecided(tx, { ...one, meeting }, at))) published += 1
    }
    return ok({ exceptions: read.value.length, published, ...(waiting === 0 ? {} : { 'waiting for an agenda to be published': waiting }) })
  })
}

interface Beside {
  readonly entry: YamlEntry<Exception>
  readonly one: Exception
  /** As it stands here; both are left out where it is new. */
  readonly stood?: Exception
  readonly again?: LoadedAgain
}

/** An exception that was taken on to a later meeting stays there, where the file says of the meeting what it always said. */
function besideKept(entry: YamlEntry<Exception>, kept: HeldException | undefined): Beside {
  if (kept === undefined) return { entry, one: entry.value }
  const { exception: standing, loaded } = kept
  const { meeting: _meeting, ...said } = entry.value
  const one = loaded !== null && isAsLoaded(entry.value, 'meeting', loaded) ? { ...said, ...given('meeting', standing.meeting) } : entry.value
  return { entry, one, stood: standing, again: loadAgain(one, standing, loaded) }
}

/** The record's own agendas bear no mark of where an item came from: that the agenda of a public meeting is published, or the meeting over, is enough. */
async function isInPublic(reader: Reader, { board, meeting }: Exception & { readonly meeting: LocalDate }, today: LocalDate): Promise<boolean> {
  const standing = (await publishedMeeting(reader, board, meeting))?.meeting
  return standing !== undefined && isOpenMeeting(standing) && (standing.items.length > 0 || meeting < today)
}

export const exceptionsImporter: Importer<TransferApp> = {
  what: 'exceptions',
  summary: 'YAML, one document an exception: what a panel flags of a quarter to the board above it, and what the board did',
  inExample: ['exceptions/*.yaml'],
  load: (files, app) => importExceptions(app, files),
}

export const exceptionsExporter: Exporter<TransferApp> = {
  what: 'exceptions',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'groups.export', subject: { kind: 'exceptions', id: 'all' } }, async (tx) => {
      const all = await allExceptions(tx.reader)
      return ok(all.length === 0 ? [] : [{ name: 'exceptions.yaml', body: writeYaml(all) }])
    }),
}
