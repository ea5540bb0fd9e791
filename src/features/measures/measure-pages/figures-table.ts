import { countOf } from '#core/count-in-words.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { NoteNumbers } from '../downloads/sheets/note-numbers.ts'
import { variationWords } from '../glance/icons-of.ts'
import { countedBy, isCountedAlike } from '../sheets/counted-by.ts'
import { seriesOf, type MeasureSheet, type Role, type SheetPoint, type SheetSeries } from '../sheets/sheet.ts'
import { periodName, shownPoint, shownTarget, shownValue } from '../sheets/shown.ts'
import { namedBeside, pointBeside } from './measure-chart.ts'
import { capital } from './measure-words.ts'
import { mostPeriods, restInFile } from './rest-in-file.ts'
import { shorthandUsed } from './shorthand-used.ts'

/** So many stand open, three years of quarters and one more; what is older is one press away. */
const shownAtOnce = 13

/** Every figure of the chart as a table, the newest first: of how many, its interval, its target, and the others beside it. */
export function figuresTable(sheet: MeasureSheet): Html {
  const own = seriesOf(sheet)
  if (own === undefined || own.points.length === 0) return html`<p class="govuk-body">No figure is published yet.</p>`
  const notes = new NoteNumbers()
  const given = own.points.filter((point) => isGiven(point, sheet))
  const newest = given.toReversed().slice(0, mostPeriods)
  const columns = columnsOf(sheet, own, notes).filter(({ of }, place) => place < fewestColumns || newest.some((point) => !isEmpty(of(point))))
  const cellsOf = (point: SheetPoint) => columns.map(({ of }) => of(point))
  const table = (points: readonly SheetPoint[], caption: string) =>
    dataTable({ caption, columns: columns.map(({ heading, isNumeric }) => ({ heading, numeric: isNumeric })), rows: points.map(cellsOf) })
  const older = newest.slice(shownAtOnce)
  const legend = shorthandUsed(newest.map(cellsOf))
  return html`${table(newest.slice(0, shownAtOnce), `${sheet.definition.name}, ${own.name}: the figures of the chart, newest first`)}
${older.length > 0 && details({ summary: `Earlier figures (${older.length})`, content: table(older, 'Earlier figures, newest first') })}
${restInFile(sheet.definition.slug, given.length, mostPeriods, `the newest ${mostPeriods} figures`)}${notesBelow(notes)}${gapsLine(own.points.length - given.length)}${legend}`
}

/** Period and figure stand there whatever they hold. */
const fewestColumns = 2

/** Nothing, or not applicable: a column of these alone would push others off a phone. */
function isEmpty(cell: Piece): boolean {
  return cell === '' || cell === '[z]'
}

/** Whether anything was ever given for the period, by the council or by those beside it. */
function isGiven({ period, revision, value, confidentiality, note, brokenHere }: SheetPoint, sheet: MeasureSheet): boolean {
  const isSaid = [revision, value, note, brokenHere].some((said) => said !== undefined) || confidentiality !== 'open'
  return isSaid || roles.some((role) => pointBeside(seriesOf(sheet, role)?.points ?? [], period, sheet) !== undefined)
}

function gapsLine(gaps: number): Html | undefined {
  return gaps === 0 ? undefined : html`<p class="govuk-body-s gt-quiet">For ${countOf(gaps, 'periods')} between these no figure was given.</p>`
}

interface Column {
  readonly heading: string
  readonly isNumeric: boolean
  readonly of: (point: SheetPoint) => Piece
}

function columnsOf(sheet: MeasureSheet, own: SheetSeries, notes: NoteNumbers): readonly Column[] {
  const { definition, process } = sheet
  const has = (is: (point: SheetPoint) => boolean) => own.points.some(is)
  const flagged = new Map(process?.points.map((point) => [point.period, point.variation]))
  const number = (heading: string, of: Column['of']): Column => ({ heading, isNumeric: true, of })
  const words = (heading: string, of: Column['of']): Column => ({ heading, isNumeric: false, of })
  return [
    words('Period', (point) => `${periodName(point.period, definition)}${[...notesOf(point), ...countedOtherwise(point, sheet)].map((note) => ` ${notes.refer(note)}`).join('')}`),
    number('Figure', (point) => shownPoint(point, definition)),
    words('Over time', ({ period }) => signal(flagged.get(period))),
    number('Target', ({ target }) => (target === undefined ? '[z]' : shownTarget(target, definition))),
    ...besideColumns(sheet),
    ...(has(({ numerator }) => numerator !== undefined) ? [number(capital(definition.numerator ?? 'Counted'), ({ numerator, confidentiality }) => countShown(numerator, confidentiality))] : []),
    ...(has(({ denominator }) => denominator !== undefined) ? [number(`Of ${definition.denominator ?? 'how many'}`, ({ denominator, confidentiality }) => countShown(denominator, confidentiality))] : []),
    number('95% interval', ({ interval }) => (interval === undefined ? '[z]' : `${shownValue(interval.lower95, definition)} to ${shownValue(interval.upper95, definition)}`)),
  ]
}

/** A numerator or a denominator as it is written everywhere: the number, or why there is none. */
export function countShown(count: number | undefined, confidentiality: SheetPoint['confidentiality']): string {
  if (count !== undefined) return count.toLocaleString('en-GB')
  return confidentiality === 'open' ? '[x]' : '[c]'
}

/** "Concerning"; nothing where chance alone explains the figure. */
function signal(variation: Parameters<typeof variationWords>[0] | undefined): string {
  return variation === undefined || variation === 'common-cause' ? '' : (variationWords(variation).split(':')[0] ?? '')
}

/** What is said of a figure: its footnote, and that a break begins with it. */
function notesOf({ note, brokenHere }: SheetPoint): readonly string[] {
  return [...(note === undefined ? [] : [note]), ...(brokenHere === undefined ? [] : [`A break: ${brokenHere}`])]
}

/** By which words a figure was counted, where these are not those by which the measure is counted now. */
function countedOtherwise({ period, revision }: SheetPoint, sheet: MeasureSheet): readonly string[] {
  const version = countedBy(sheet, period)
  return revision === undefined || isCountedAlike(version, sheet.definition) ? [] : [`Counted by version ${version.version} of the definition: ${version.definition}`]
}

/** Below the table, as a column of notes would stand out of sight on a phone and make every row tall. */
function notesBelow(notes: NoteNumbers): Html | undefined {
  const all = notes.all()
  return all.length === 0 ? undefined : html`<ul class="govuk-list govuk-body-s">${all.map(([reference, text]) => html`<li>${reference} ${userText(text)}</li>`)}</ul>`
}

const roles: readonly Role[] = ['england', 'region', 'neighbours']

/** A figure of a year stands beside the last period of that year, and says so. */
function besideColumns(sheet: MeasureSheet): Column[] {
  return roles.flatMap((role): Column[] => {
    const series = seriesOf(sheet, role)
    const own = seriesOf(sheet)?.points ?? []
    if (series === undefined || own.every(({ period }) => pointBeside(series.points, period, sheet) === undefined)) return []
    const shown = ({ period }: SheetPoint) => {
      const beside = pointBeside(series.points, period, sheet)
      if (beside === undefined) return '[x]'
      const named = namedBeside(beside, period, sheet)
      return `${shownPoint(beside, sheet.definition)}${named === undefined ? '' : ` (${named})`}`
    }
    return [{ heading: capital(series.name), isNumeric: true, of: shown }]
  })
}
