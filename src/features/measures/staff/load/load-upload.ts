import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { PostedForm, UploadedFile } from '#access/staff/posted-form.ts'
import type { ImportFile, ImportSummary } from '#platform/command/transfer.ts'
import { importFileOf } from '#platform/files/import-files.ts'
import { countsOf } from '../../observations/loading/figures-importer.ts'
import type { Finding } from '../../observations/loading/findings.ts'
import { isLoadKind, loadKinds, type LoadKindName } from './kinds.ts'

/** So much is loaded while somebody waits; larger files go by the command. */
export const mostMegabytes = 10
const mostBytes = mostMegabytes * 1024 * 1024

/** How a file of any size is loaded. */
export function largerFiles(kind: LoadKindName): string {
  return `A file of any size is loaded on the server, by whoever runs it, with the command “npx golden-thread import ${kind} ${loadKinds[kind].hasMapping ? 'mapping.yaml' : 'figures.csv'}”.`
}

/** What a load did, and what in it is worth a look. */
export interface LoadedUpload {
  readonly kind: LoadKindName
  readonly summary: ImportSummary
  readonly findings: readonly Finding[]
  /** With what its figures came; none where none was written. */
  readonly load?: string
}

/** Loads the file of a form by the importer of its kind, in the name of whoever sent it: whole or not at all, with the importer's own faults. */
export async function loadUpload(context: Context, form: Pick<PostedForm, 'text' | 'file'>, now: () => Date): Promise<Outcome<LoadedUpload>> {
  const kind = form.text('kind')
  if (!isLoadKind(kind)) return notLoaded([{ field: 'kind', message: 'Say what the file holds.' }])
  const { importer } = loadKinds[kind]
  const files = filesOf(form, kind)
  if (!files.ok) return files
  const app = { context: () => context, now }
  if (!('loadFigures' in importer)) {
    const loaded = await importer.load(files.value, app, () => undefined)
    return loaded.ok ? ok({ kind, summary: loaded.value, findings: [] }) : loaded
  }
  const loaded = await importer.loadFigures(files.value, app, () => undefined)
  return loaded.ok ? ok({ kind, summary: countsOf(loaded.value), findings: loaded.value.findings, ...given('load', loaded.value.loads[0]) }) : loaded
}

/** The files as the importer wants them: the one that was chosen, or the mapping with it beside. */
function filesOf(form: Pick<PostedForm, 'file'>, kind: LoadKindName): Outcome<readonly ImportFile[]> {
  const { hasMapping } = loadKinds[kind]
  const [data, mapping] = [form.file('file'), form.file('mapping')]
  const faults = [
    ...fileFaults('file', data, { kind, choose: 'Choose the file.' }),
    ...(hasMapping ? fileFaults('mapping', mapping, { kind, choose: 'Choose the file that says which of its figures are which measure.' }) : mapping === undefined ? [] : [{ field: 'mapping', message: 'Such a file needs no second one. Leave this empty, or say that the file holds figures of others.' }]),
  ]
  if (faults.length > 0 || data === undefined) return notLoaded(faults)
  const dataFile = importFileOf(data.name, data.bytes, () => Promise.resolve(noOther(data.name, data.name)))
  if (!hasMapping || mapping === undefined) return ok([dataFile])
  return ok([importFileOf(mapping.name, mapping.bytes, (other) => Promise.resolve(other === data.name ? ok(dataFile) : noOther(mapping.name, data.name)))])
}

function fileFaults(field: string, file: UploadedFile | undefined, { kind, choose }: { readonly kind: LoadKindName; readonly choose: string }): Fault[] {
  if (file === undefined) return [{ field, message: choose }]
  if (file.bytes.length === 0) return [{ field, message: 'This file is empty. Choose another.' }]
  return file.bytes.length > mostBytes ? [{ field, message: `This file is larger than the ${mostMegabytes} MB that are loaded here. ${largerFiles(kind)} Or split it.` }] : []
}

function noOther(file: string, chosen: string): Outcome<never> {
  const message = `The file that was chosen is called ${chosen}. Choose the one that is named here, or correct the name.`
  return refuse('invalid', message, [{ file, message }])
}

function notLoaded(faults: readonly Fault[]): Outcome<never> {
  return refuse('invalid', 'Nothing was loaded.', faults)
}
