import type { Beside, FigureRow } from './figure-row.ts'

/** What a field of a row holds, as the CSV on the Web says it. */
type Datatype = 'string' | 'decimal' | 'integer' | 'date' | 'boolean'

/** A field that holds nothing says why: hidden, not available, or not applicable, since there is no such thing here. */
type Why = 'c' | 'x' | 'z' | 'low'

/** What stands in a field: something, or why there is nothing. */
export type Field = { readonly value: string | number | boolean } | { readonly why: Why }

/** A column of the long form. */
export interface Column {
  /** At the head of the CSV. */
  readonly name: string
  /** At the head of the sheet. */
  readonly title: string
  /** What it holds, in plain words. */
  readonly about: string
  readonly datatype: Datatype
  /** Every row has something here. */
  readonly isRequired?: boolean
  readonly of: (row: FigureRow) => Field
}

/** Something, or not applicable. */
function orNone(value: string | number | boolean | undefined): Field {
  return value === undefined || value === '' ? { why: 'z' } : { value }
}

/** What was counted: of a figure that is hidden or missing for the reason of the figure, of another not available. */
function counted(row: FigureRow, value: number | undefined): Field {
  if (value !== undefined) return { value }
  return { why: row.instead === undefined || row.instead === 'low' ? 'x' : whyOf(row) }
}

function limit(row: FigureRow, value: number | undefined): Field {
  if (value !== undefined) return { value }
  return { why: row.confidentiality === 'open' ? 'z' : 'c' }
}

function whyOf({ instead }: FigureRow): Why {
  return instead === 'c' || instead === 'x' || instead === 'low' ? instead : 'z'
}

/** What stood before a revision: none of a figure that was never revised; of a hidden one it is hidden with it; of another that is marked as revised it was not given. */
function before(row: FigureRow, value: string | number | undefined): Field {
  if (value !== undefined && value !== '') return { value }
  if (row.confidentiality === 'hidden' && (row.revision ?? 1) > 1) return { why: 'c' }
  return { why: row.status === 'revised' ? 'x' : 'z' }
}

function text(name: keyof FigureRow, column: Omit<Column, 'of' | 'datatype'> & { readonly datatype?: Datatype }): Column {
  return { datatype: 'string', ...column, of: (row) => orNone(row[name] as string | number | boolean | undefined) }
}

function number(column: Omit<Column, 'datatype'>): Column {
  return { datatype: 'decimal', ...column }
}

function besideColumns(role: 'england' | 'region' | 'neighbours', name: string, who: string): Column[] {
  const field = (of: (beside: Beside) => string | number | undefined) => (row: FigureRow) => (row[role] === undefined ? orNone(undefined) : of(row[role]) === undefined ? ({ why: 'x' } as const) : orNone(of(row[role])))
  return [
    { name: `against_${role}`, title: `Beside ${name}`, about: `Whether the figure is better, similar or worse than that of ${who}, by its 95% interval; higher, similar or lower where neither is better.`, datatype: 'string', of: field(({ found }) => found) },
    number({ name: `${role}_value`, title: `${name}: figure`, about: `The figure of ${who} that was compared.`, of: field(({ value }) => value) }),
    { name: `${role}_period`, title: `${name}: period`, about: `The period of that figure, which may be an earlier one.`, datatype: 'string', of: field(({ period }) => period) },
  ]
}

const which: readonly Column[] = [
  text('measure', { name: 'measure', title: 'Measure', about: 'The word of the measure in addresses.', isRequired: true }),
  text('measureName', { name: 'measure_name', title: 'Name of the measure', about: 'What the measure is called.', isRequired: true }),
  text('heading', { name: 'heading', title: 'Heading', about: 'The part of the dashboard that the measure stands in.' }),
  text('period', { name: 'period', title: 'Period', about: 'The period as addresses write it, such as 2019-20-q4.', isRequired: true }),
  text('from', { name: 'period_from', title: 'From', about: 'First day of the period.', datatype: 'date' }),
  text('to', { name: 'period_to', title: 'To', about: 'Last day of the period.', datatype: 'date' }),
  text('area', { name: 'area', title: 'Area', about: 'The code of the area by the Office for National Statistics, or statistical-neighbours.', isRequired: true }),
  text('areaName', { name: 'area_name', title: 'Name of the area', about: 'What the area is called.', isRequired: true }),
  text('role', { name: 'role', title: 'Whose', about: 'own (the council), england, region, neighbours (together) or neighbour (one of them).', isRequired: true }),
  text('breakdown', { name: 'breakdown', title: 'Breakdown', about: 'Of whom, such as phase=primary; all of all together.', isRequired: true }),
]

const figures: readonly Column[] = [
  number({ name: 'numerator', title: 'Numerator', about: 'What was counted.', of: (row) => counted(row, row.numerator) }),
  number({ name: 'denominator', title: 'Denominator', about: 'Of how many.', of: (row) => counted(row, row.denominator) }),
  number({ name: 'value', title: 'Figure', about: 'The figure in its unit and decimals, or the shorthand that stands in its place.', of: (row) => (row.instead === undefined && row.value !== undefined ? { value: row.value } : { why: whyOf(row) }) }),
  text('unit', { name: 'unit', title: 'Unit', about: 'In what the figure is given.', isRequired: true }),
  text('per', { name: 'per', title: 'Per', about: 'With a rate: per so many.', datatype: 'integer' }),
  text('decimals', { name: 'decimals', title: 'Decimals', about: 'To how many places the figure is given.', datatype: 'integer', isRequired: true }),
  number({ name: 'lower_95', title: 'Lower 95% limit', about: 'Lower limit of the 95% interval, in the unit of the figure.', of: (row) => limit(row, row.lower95) }),
  number({ name: 'upper_95', title: 'Upper 95% limit', about: 'Upper limit of the 95% interval.', of: (row) => limit(row, row.upper95) }),
  number({ name: 'lower_998', title: 'Lower 99.8% limit', about: 'Lower limit of the 99.8% interval.', of: (row) => limit(row, row.lower998) }),
  number({ name: 'upper_998', title: 'Upper 99.8% limit', about: 'Upper limit of the 99.8% interval.', of: (row) => limit(row, row.upper998) }),
  text('intervalMethod', { name: 'interval_method', title: 'Method of the interval', about: 'By which formula both intervals are reckoned.' }),
  text('status', { name: 'status', title: 'Status', about: 'provisional, final, revised, not-available or not-applicable.', isRequired: true }),
  text('confidentiality', { name: 'confidentiality', title: 'Confidentiality', about: 'open, or hidden: the figure is small, would tell a small one, or is made of one that is hidden. Which of these is not said, since that alone would tell.', isRequired: true }),
  { name: 'shorthand', title: 'Shorthand', about: 'What pages show in brackets at the figure, with spaces between: c, x, z, low, p, r, b; none.', datatype: 'string', isRequired: true, of: ({ shorthand }) => ({ value: shorthand.length === 0 ? 'none' : shorthand.join(' ') }) },
  text('revision', { name: 'revision', title: 'Revision', about: 'Which revision of the figure this is, from 1.', datatype: 'integer' }),
  number({ name: 'value_before', title: 'Figure before', about: 'What was published before the last revision.', of: (row) => before(row, row.valueBefore) }),
  { name: 'revision_reason', title: 'Why revised', about: 'Why the figure was revised.', datatype: 'string', of: (row) => before(row, row.revisedBecause) },
]

const judging: readonly Column[] = [
  text('target', { name: 'target', title: 'Target', about: 'What the period was to reach, in the unit of the figure.', datatype: 'decimal' }),
  text('targetWhose', { name: 'target_whose', title: 'Whose target', about: 'national, council or partnership.' }),
  text('targetSetBy', { name: 'target_set_by', title: 'Target set by', about: 'Who set the target.' }),
  text('targetSetOn', { name: 'target_set_on', title: 'Target set on', about: 'When the target was set.', datatype: 'date' }),
  text('otherTarget', { name: 'other_target', title: 'Target of another period', about: 'Of the period that is judged, where no target holds for it: the next target that is set, or else the last that was, unless a break lies between.', datatype: 'decimal' }),
  text('otherTargetFrom', { name: 'other_target_from', title: 'Target of another period: from', about: 'The first period of that target.' }),
  text('otherTargetTo', { name: 'other_target_to', title: 'Target of another period: to', about: 'The last period of that target, where it has one.' }),
  text('againstTarget', { name: 'against_target', title: 'Against target', about: 'met, missed or cannot-tell: the 95% interval decides.' }),
  text('variation', { name: 'over_time', title: 'Over time', about: 'What the rules of chance find at this point: common-cause, improving-high, concerning-low and so on; too-short where there are too few points.' }),
  text('assurance', { name: 'assurance', title: 'Assurance', about: 'Whether the process as it is reaches its target: always, never, hit-and-miss or none.' }),
  ...besideColumns('england', 'England', 'England'),
  ...besideColumns('region', 'Region', 'the region'),
  ...besideColumns('neighbours', 'Neighbours', 'the statistical neighbours'),
  text('comparatorMethod', { name: 'comparator_method', title: 'Comparator: method', about: 'How the figure of the neighbours is made: mean or median.' }),
  text('comparatorUsed', { name: 'comparator_used', title: 'Comparator: used', about: 'How many neighbours had a figure.', datatype: 'integer' }),
  text('comparatorOf', { name: 'comparator_of', title: 'Comparator: of', about: 'How many neighbours there are.', datatype: 'integer' }),
  text('rag', { name: 'rag', title: 'Red, amber, green', about: 'The colour, where there is one: red, amber, green or none.' }),
  text('ragBecause', { name: 'rag_because', title: 'What the colour follows from', about: 'From what red, amber or green follows.' }),
  text('judgedBy', { name: 'judged_by', title: 'Judged by', about: 'By which rules the figure is judged.' }),
  text('polarity', { name: 'polarity', title: 'Which is better', about: 'higher, lower or neither.', isRequired: true }),
]

const keeping: readonly Column[] = [
  text('definitionVersion', { name: 'definition_version', title: 'Version of the definition', about: 'By which version of its definition the figure is counted: the one that held as its period ended.', datatype: 'integer', isRequired: true }),
  text('breakReason', { name: 'break', title: 'Break', about: 'Why figures from here on are not like those before.' }),
  text('note', { name: 'note', title: 'Note', about: 'A footnote to the figure.' }),
  text('isConfirmed', { name: 'confirmed', title: 'Confirmed', about: 'Of the period that is judged: whether the owner has confirmed it.', datatype: 'boolean' }),
  text('source', { name: 'source', title: 'Source', about: 'Where the figures come from.', isRequired: true }),
]

/** The columns of the long form, as every file has them. */
export const columns: readonly Column[] = [...which, ...figures, ...judging, ...keeping]
