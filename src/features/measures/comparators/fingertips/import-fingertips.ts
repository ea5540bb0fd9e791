import { ok } from '#core/outcome.ts'
import { csvStream } from '#platform/files/csv-stream.ts'
import { comparatorRows } from '../comparator-rows.ts'
import { comparatorsImporter } from '../import-comparators.ts'
import { fingertipsMapping } from './mapping.ts'
import { fingertipsColumns, fingertipsTranslation } from './read-fingertips.ts'

export const fingertipsImporter = comparatorsImporter({
  what: 'fingertips',
  summary: 'YAML that says which indicators of a Fingertips CSV file beside it are which measures',
  mapping: fingertipsMapping,
  rows: (mapping, { name, bytes }, known, check) => {
    const opened = csvStream(name, bytes, { needed: fingertipsColumns }, 'left')
    return opened.ok ? ok(comparatorRows(name, opened.value.lines, fingertipsTranslation(mapping, opened.value.places, known), check)) : opened
  },
})
