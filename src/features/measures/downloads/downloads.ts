import type { Answer } from '#platform/http/answers.ts'
import { odsType } from '#platform/documents/tables/ods/ods-file.ts'
import { workbookType } from '#platform/documents/tables/workbook.ts'
import type { CurrentEntry, ReleaseOut } from '../releases/published-releases.ts'
import { shorthand } from '../sheets/shown.ts'
import { csvMetadata, type TableTold } from './csv-metadata.ts'
import { figuresCsv } from './figures-csv.ts'
import { figureRecord } from './figures-json.ts'
import { longForm } from './long-form.ts'
import { measureWorkbook } from './measure-workbook.ts'
import { measureTold, releaseTold, type SiteTold } from './release-told.ts'
import { releaseWorkbook } from './release-workbook.ts'
import type { WorkbookForm } from './workbook-of.ts'

/** In which forms a release or a measure can be had, by the end of its address. */
export const fileForms = ['csv', 'csv-metadata.json', 'json', 'xlsx', 'ods'] as const
export type FileForm = (typeof fileForms)[number]
type TextForm = Exclude<FileForm, WorkbookForm>

type FileAnswered = Extract<Answer, { kind: 'file' }>

/** A release as a file of this form, under a name that says body, period and version. */
export function releaseDownload(out: ReleaseOut, form: FileForm, site: SiteTold): FileAnswered {
  const { body, period, version } = out.release
  const filename = `${body}-${period}-v${version}.${form}`
  if (form === 'xlsx' || form === 'ods') return { ...workbookAnswered(form, releaseWorkbook(out, form, site)), filename }
  const told = releaseTold(out, site)
  return { ...textFile(form, told, () => releaseCsv(out), () => releaseJson(out, told)), filename }
}

/** A measure as it was published last, as a file of this form. */
export function measureDownload(current: CurrentEntry, form: FileForm, site: SiteTold): FileAnswered {
  const filename = `${current.entry.measure}.${form}`
  if (form === 'xlsx' || form === 'ods') return { ...workbookAnswered(form, measureWorkbook(current, form, site)), filename }
  const told = measureTold(current, site)
  return { ...textFile(form, told, () => measureCsv(current), () => measureJson(current, told)), filename }
}

function workbookAnswered(form: WorkbookForm, body: Uint8Array): FileAnswered {
  return { kind: 'file', contentType: form === 'xlsx' ? workbookType : odsType, body }
}

function textFile(form: TextForm, told: TableTold, csv: () => string, json: () => string): FileAnswered {
  if (form === 'csv') return { kind: 'file', contentType: 'text/csv; charset=utf-8; header=present', body: csv(), isForAnySite: true }
  const body = form === 'json' ? json() : csvMetadata(told)
  return { kind: 'file', contentType: form === 'json' ? 'application/json; charset=utf-8' : 'application/csvm+json; charset=utf-8', body, inline: true, isForAnySite: true }
}

function releaseCsv({ entries }: ReleaseOut): string {
  return figuresCsv(longForm(entries))
}

function measureCsv({ entry }: CurrentEntry): string {
  return figuresCsv(longForm([entry]))
}

function releaseJson({ release, entries, versions }: ReleaseOut, told: TableTold): string {
  return written({ ...toldOf(told), release, versions, measures: entries.map(measureRecord) })
}

function measureJson({ entry, release }: CurrentEntry, told: TableTold): string {
  return written({ ...toldOf(told), release, ...measureRecord(entry) })
}

/** The figures in long form; the definition and the judgement once beside them. */
function measureRecord({ sheet, ...entry }: CurrentEntry['entry']) {
  const { definition, earlier = [], judgement, asOf } = sheet
  return { ...entry, commentary: entry.commentary ?? null, asOf, definition, earlierDefinitions: earlier, judgement, figures: longForm([{ ...entry, sheet }]).map(figureRecord) }
}

function toldOf({ title, publisher, licence, page }: TableTold) {
  return { title, publisher, licence: licence ?? null, page, shorthand: Object.fromEntries(shorthand.map(({ code, meaning }) => [code, meaning])) }
}

function written(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
