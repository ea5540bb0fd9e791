import type { CsvStream } from '#platform/files/csv-stream.ts'
import { definitionOn } from '../../definitions/in-force.ts'
import type { Known } from '../../observations/check-row.ts'
import type { RowGiven } from '../../observations/observation.ts'
import { kindOfCode } from '../area.ts'
import type { Translated } from '../comparator-rows.ts'
import { fingertipsPeriod } from './fingertips-period.ts'
import type { FingertipsMapping } from './mapping.ts'

/** The columns of Fingertips that are read; the others are left. */
export const fingertipsColumns = ['Indicator ID', 'Area Code', 'Area Name', 'Sex', 'Age', 'Category Type', 'Category', 'Time period', 'Value', 'Count', 'Denominator', 'Value note'] as const
type FingertipsColumn = (typeof fingertipsColumns)[number]
type Cells = (column: FingertipsColumn) => string

const names = { period: 'Time period', area: 'Area Code', value: 'Value', numerator: 'Count', denominator: 'Denominator', note: 'Value note' } as const

/** The figures of a line: of England, its regions and its councils, by the mapping. Districts, wards and bodies of the health service give none. */
export function fingertipsTranslation(mapping: FingertipsMapping, at: CsvStream<FingertipsColumn>['places'], known: Known): (cells: readonly string[]) => readonly Translated[] {
  return (cells) => {
    const cell: Cells = (column) => (cells[at[column]] ?? '').trim()
    const [code, name] = [cell('Area Code'), cell('Area Name')]
    const kind = kindOfCode(code)
    const figures = mapping.figures.filter((figure) => isMeant(figure, cell))
    if (kind === undefined || figures.length === 0) return []
    known.areas.add({ code, name: name === '' ? code : name, kind, isOwn: false })
    return figures.map((figure) => ({ row: rowOf(figure, mapping.status, code, cell, known), names }))
  }
}

function isMeant({ indicator, sex, age, category }: FingertipsMapping['figures'][number], cell: Cells): boolean {
  if (Number(cell('Indicator ID')) !== indicator || cell('Sex') !== sex || cell('Age') !== age) return false
  return cell('Category Type') === (category?.type ?? '') && cell('Category') === (category?.name ?? '')
}

function rowOf({ measure, breakdown, counts }: FingertipsMapping['figures'][number], status: string, area: string, cell: Cells, { measures, today }: Known): RowGiven {
  const versions = measures.get(measure)
  const written = cell('Time period')
  const period = (versions === undefined ? undefined : fingertipsPeriod(written, definitionOn(versions, today))) ?? written
  const hasValue = cell('Value') !== ''
  const counted = (column: 'Count' | 'Denominator') => (hasValue && counts ? cell(column) : '')
  return { measure, breakdown, area, period, numerator: counted('Count'), denominator: counted('Denominator'), value: cell('Value'), status: hasValue ? status : 'not-available', note: cell('Value note'), reason: '' }
}
