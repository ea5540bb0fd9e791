import type { Cell } from '#platform/documents/tables/spreadsheet.ts'
import { besideOthers, besideInWords } from '../../glance/beside-others.ts'
import { assuranceWords, variationWords } from '../../glance/icons-of.ts'
import { ragWord } from '../../glance/rag-tag.ts'
import { otherTargetWords, targetFound, targetWords } from '../../glance/target-words.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { periodName, shorthandOf, unitInWords } from '../../sheets/shown.ts'
import { notApplicable, type TableSheet } from './table-sheet.ts'

const exceptions: Readonly<Record<ReleaseEntry['exception'], string>> = { new: 'New', continuing: 'Continuing', closed: 'Closed', none: 'No' }

/** Each measure in one row, as the dashboard has it. */
export function summarySheet(entries: readonly ReleaseEntry[], origin: string): TableSheet {
  return {
    name: 'Summary',
    holds: 'Each measure at a glance, as on the dashboard',
    columns: [
      { heading: 'Measure', width: 40 },
      { heading: 'Heading', width: 20 },
      { heading: 'Period', width: 14 },
      { heading: 'Figure', width: 12 },
      { heading: 'Marks', width: 10 },
      { heading: 'Unit', width: 14 },
      { heading: 'Look here first', width: 16 },
      { heading: 'Colour', width: 13 },
      { heading: 'What the colour follows from', width: 44 },
      { heading: 'Target', width: 26 },
      { heading: 'Against target', width: 16 },
      { heading: 'Over time', width: 36 },
      { heading: 'Assurance', width: 36 },
      { heading: 'Compared with', width: 50 },
      { heading: 'In a sentence', width: 60 },
      { heading: 'Confirmed by its owner', width: 16 },
      { heading: 'Page', width: 16 },
    ],
    rows: entries.map((entry) => rowOf(entry, origin)),
  }
}

function rowOf({ measure, heading, sheet, isConfirmed, exception }: ReleaseEntry, origin: string): Cell[] {
  const { definition, judgement } = sheet
  return [
    definition.name,
    heading,
    periodName(sheet.asOf, definition),
    ...figureCells(sheet),
    unitInWords(definition),
    exceptions[exception],
    ragWord(judgement.rag),
    judgement.derivation,
    targetWords(sheet) ?? otherTargetWords(sheet) ?? notApplicable,
    targetFound(sheet) ?? notApplicable,
    variationWords(judgement.time.variation),
    assuranceWords(judgement) ?? notApplicable,
    besideOthers(sheet).map(besideInWords).join('; ') || notApplicable,
    judgement.sentence,
    isConfirmed ? 'Yes' : 'No',
    { text: 'On the site', address: `${origin}${measureAddress(measure)}` },
  ]
}

/** The figure as a number, or what stands in its place; and the marks that stand behind it. */
function figureCells(sheet: MeasureSheet): [Cell, Cell] {
  const point = pointOf(sheet)
  if (point === undefined) return ['[x]', 'none']
  const { instead, behind } = shorthandOf(point, sheet.definition)
  const figure = instead === undefined && point.value !== undefined ? { number: Number(point.value.toFixed(sheet.definition.decimals)), decimals: sheet.definition.decimals } : `[${instead ?? 'x'}]`
  return [figure, behind.length === 0 ? 'none' : behind.map((code) => `[${code}]`).join(' ')]
}
