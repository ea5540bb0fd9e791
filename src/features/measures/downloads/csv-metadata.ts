import { columns, type Column } from './columns.ts'

/** A table of figures, as a catalogue or a program is told of it. */
export interface TableTold {
  /** The name of the CSV beside which this stands. */
  readonly file: string
  readonly title: string
  readonly description: string
  /** The page of the table, and where the measures in it are defined. */
  readonly page: string
  readonly definitions: readonly string[]
  readonly issuedAt: Date
  readonly publisher: string
  /** An address; without one nothing is said. */
  readonly licence: string | undefined
  readonly version: number
}

/**
 * The metadata of a CSV of figures by W3C’s Metadata Vocabulary for Tabular Data (2015): what each column holds, of which kind, and what stands where there is
 * nothing. It is found by its name, that of the CSV with `-metadata.json` behind it (Model for Tabular Data, 5.3).
 */
export function csvMetadata(told: TableTold): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'Table',
    url: told.file,
    'dc:title': told.title,
    'dc:description': told.description,
    'dc:language': 'en-GB',
    'dc:publisher': { 'schema:name': told.publisher },
    ...(told.licence === undefined ? {} : { 'dc:license': { '@id': told.licence } }),
    'dc:issued': { '@value': told.issuedAt.toISOString(), '@type': 'xsd:dateTime' },
    'schema:version': String(told.version),
    'dc:isPartOf': { '@id': told.page },
    'wdrs:describedby': told.definitions.map((address) => ({ '@id': address })),
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n', '\n'], delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: { '@type': 'Schema', columns: columns.map(columnTold), primaryKey: ['measure', 'area', 'breakdown', 'period'] },
  }
  return `${JSON.stringify(metadata, undefined, 2)}\n`
}

/** What stands in the place of something, by what is hidden, not available, not applicable and rounding to nought. */
const nothing = ['c', 'x', 'z', 'low']

function columnTold({ name, title, about, datatype, isRequired }: Column) {
  return {
    '@type': 'Column',
    name,
    titles: [name, title],
    'dc:description': about,
    datatype: datatype === 'date' ? { base: 'date', format: 'yyyy-MM-dd' } : datatype,
    ...(isRequired === true ? { required: true } : { null: datatype === 'string' || datatype === 'date' || datatype === 'boolean' ? nothing.filter((code) => code !== 'low') : nothing }),
  }
}
