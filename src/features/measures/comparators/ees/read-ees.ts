import type { CsvStream } from '#platform/files/csv-stream.ts'
import { kindOfCode, england, type Areas } from '../area.ts'
import type { Translated } from '../comparator-rows.ts'
import { eesPeriod } from './ees-period.ts'
import { eesFigure } from './ees-symbols.ts'
import type { EesMapping } from './mapping.ts'

const placing = ['time_period', 'time_identifier', 'geographic_level'] as const
const places = ['country_code', 'country_name', 'region_code', 'region_name', 'new_la_code', 'la_name'] as const

/** The columns that a mapping asks of its file. */
export function eesColumns({ figures }: EesMapping): { readonly needed: readonly string[]; readonly optional: readonly string[] } {
  const asked = figures.flatMap(({ value, numerator, denominator, where }) => [value, numerator, denominator, ...where.map(({ column }) => column)].filter((name) => name !== undefined))
  return { needed: [...new Set([...placing, 'country_code', ...asked])], optional: places.filter((name) => name !== 'country_code' && !asked.includes(name)) }
}

type Cells = (column: string) => string

/** The figures of a line: of England, its regions and its councils, by the mapping. Other places give none. */
export function eesTranslation(mapping: EesMapping, at: CsvStream<string>['places'], areas: Areas): (cells: readonly string[]) => readonly Translated[] {
  return (cells) => {
    const cell: Cells = (column) => (cells[at[column] ?? -1] ?? '').trim()
    const area = areaOf(cell, areas)
    return area === undefined ? [] : mapping.figures.filter(({ where }) => where.every(({ column, is }) => cell(column) === is)).map((figure) => translated(figure, mapping, area, cell))
  }
}

function areaOf(cell: Cells, areas: Areas): string | undefined {
  const level = cell('geographic_level').toLowerCase()
  if (level === 'national') return cell('country_code') === england ? england : undefined
  const [code, name] = level === 'regional' ? [cell('region_code'), cell('region_name')] : level === 'local authority' ? [cell('new_la_code'), cell('la_name')] : ['', '']
  const kind = kindOfCode(code)
  if (kind === undefined) return undefined
  const region = cell('region_code')
  areas.add({ code, name: name === '' ? code : name, kind, isOwn: false, ...(kind === 'council' && kindOfCode(region) === 'region' ? { region } : {}) })
  return code
}

function translated({ measure, breakdown, value, numerator, denominator }: EesMapping['figures'][number], { status, day }: EesMapping, area: string, cell: Cells): Translated {
  const [timePeriod, identifier] = [cell('time_period'), cell('time_identifier')]
  const counted = (column: string | undefined) => (column === undefined ? '' : cell(column))
  const figure = eesFigure(cell(value), counted(numerator), counted(denominator), status)
  const period = eesPeriod(timePeriod, identifier, day) ?? `${timePeriod} ${identifier}`
  const names = { period: 'time_period', area: 'geographic_level', value, ...(numerator === undefined ? {} : { numerator }), ...(denominator === undefined ? {} : { denominator }) }
  return { row: { measure, breakdown, area, period, reason: '', ...figure }, names }
}
