import { formatDate } from '#core/date-words.ts'
import type { TableOfText } from '#platform/documents/tables/table-file.ts'
import { criterionNames, shortCriteria } from '../model/criteria.ts'
import { frequencyInWords, statedDayInWords, whenInWords } from '../model/when-words.ts'
import type { Entry } from '../model/work-programme.ts'
import { reportedBefore, reportsOf } from '../rules/reports-of-entry.ts'
import type { ProgrammeView } from './programme-view.ts'

const kinds = { dated: 'Dated', possible: 'Possible future item', standing: 'Standing item' } as const

const headings = [
  'Kind', 'When', 'Issue', 'Subject', 'Last reported, from the record', 'Stated in the programme', 'Asked for by', 'Asked for when', 'What was asked', 'Chosen by', 'Why it was chosen', 'Follow-up', 'Lead', 'Officer',
  ...criterionNames.map((name) => shortCriteria[name]), 'Taken out',
]

/** The programme as rows, one for each entry: the same in CSV and in a workbook. */
export function programmeTable(view: ProgrammeView): TableOfText {
  return { headings, rows: view.programme.entries.map((entry) => rowOf(entry, view)) }
}

function rowOf(entry: Entry, { programme, times, today, names }: ProgrammeView): string[] {
  const { recorded, stated } = reportsOf(entry, times, { body: programme.body, before: reportedBefore(entry, programme, today) })
  const { origin, chosen, scores, takenOut } = entry
  return [
    kinds[entry.kind],
    entry.kind === 'standing' ? frequencyInWords(entry.frequency) : whenInWords(entry.when),
    entry.issue,
    entry.subject ?? '',
    recorded.map(({ date, body, bodyName }) => `${formatDate(date)}${body === programme.body ? '' : ` (${bodyName})`}`).join('; '),
    stated.map((report) => `${statedDayInWords(report)}${report.body === undefined ? '' : ` (${names.get(report.body) ?? report.body})`}`).join('; '),
    origin?.who ?? '',
    origin?.when ?? '',
    origin?.words ?? '',
    chosen?.who ?? '',
    chosen?.why ?? '',
    entry.followUp ?? '',
    entry.lead ?? '',
    entry.officer ?? '',
    ...criterionNames.map((name) => scores?.[name]?.answer ?? ''),
    takenOut === undefined ? '' : `${formatDate(takenOut.on)}: ${takenOut.reason}`,
  ]
}
