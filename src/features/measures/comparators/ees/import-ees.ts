import { ok } from '#core/outcome.ts'
import { csvStream } from '#platform/files/csv-stream.ts'
import { comparatorRows } from '../comparator-rows.ts'
import { comparatorsImporter } from '../import-comparators.ts'
import { eesMapping } from './mapping.ts'
import { eesColumns, eesTranslation } from './read-ees.ts'

export const eesImporter = comparatorsImporter({
  what: 'ees',
  summary: 'YAML that says which indicators and filters of an explore-education-statistics CSV file beside it are which measures',
  mapping: eesMapping,
  rows: (mapping, { name, bytes }, known, check) => {
    const opened = csvStream<string>(name, bytes, eesColumns(mapping), 'left')
    return opened.ok ? ok(comparatorRows(name, opened.value.lines, eesTranslation(mapping, opened.value.places, known.areas), check)) : opened
  },
})
