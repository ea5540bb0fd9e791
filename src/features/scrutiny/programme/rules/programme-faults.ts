import type { LocalDate } from '#core/dates.ts'
import { kindInWords, type Body, type BodyKind } from '#features/bodies'
import { unknownBody } from '../../groups/import/read-records.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import type { StatedReport, WorkProgramme } from '../model/work-programme.ts'

/** The bodies that plan what they look into; a health and wellbeing board has a forward programme of its own. */
export const haveProgrammes: readonly BodyKind[] = ['scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'task-group', 'health-and-wellbeing-board', 'corporate-parenting-board']

type Bodies = ReadonlyMap<string, Body>

/** What a programme says that cannot be, typed or in a file: a body that has none, a year of other days, an agreement by a body that is not above it, a report to come. */
export function programmeFaults(programme: WorkProgramme, bodies: Bodies, today: LocalDate): FieldFault[] {
  const { body, entries } = programme
  const kind = bodies.get(body)?.kind
  const toCome = entries.flatMap(({ statedReports = [] }, entry) => statedReports.map((report, place) => ({ field: `entries[${entry + 1}].stated-reports[${place + 1}].on`, report }))).filter(({ report }) => isToCome(report, today))
  return [
    ...unknownBody('body', body, bodies),
    ...(kind === undefined || haveProgrammes.includes(kind) ? [] : [{ field: 'body', found: body, message: `This is of the kind ${kindInWords[kind].toLowerCase()}, which has no work programme. Give the body that scrutinises.` }]),
    ...yearFaults(programme),
    ...agreementFaults('recommended', programme, bodies),
    ...agreementFaults('agreed', programme, bodies),
    ...toCome.map(({ field, report }) => ({ field, found: report.on, message: reportToCome })),
  ]
}

export const reportToCome = 'This is to come. What is still to be reported is an item of the programme.'

/** Whether a report that is stated is still to come: a day after today, or a month after this one. */
export function isToCome({ on }: StatedReport, today: LocalDate): boolean {
  return on > today.slice(0, on.length)
}

/** `2023-24` goes from one year into the next; `2022` is within it. */
function yearFaults({ year, from, to }: WorkProgramme): FieldFault[] {
  const [first = 0, short] = year.split('-').map(Number)
  const last = short === undefined ? first : first + 1
  if (short !== undefined && last % 100 !== short) return [{ field: 'year', found: year, message: `The second year follows the first. Give ${first}-${String(last).slice(-2)}.` }]
  const [begins, ends] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return [
    ...(begins < first || begins > last ? [{ field: 'from', found: from, message: `This is not in the year ${year}. Correct the day or the year.` }] : []),
    ...(ends !== last ? [{ field: 'to', found: to, message: `The year ${year} ends in ${last}. Correct the day or the year.` }] : []),
  ]
}

/** An act by a body that can have no say in the programme. Its day may be to come: the programme then says that it is to be agreed. */
export function agreementFaults(field: 'recommended' | 'agreed', programme: Pick<WorkProgramme, 'body' | 'recommended' | 'agreed'>, bodies: Bodies): FieldFault[] {
  const act = programme[field]
  if (act === undefined) return []
  const unknown = unknownBody(`${field}.body`, act.body, bodies)
  const above = bodies.get(act.body)?.kind === 'council' || [programme.body, ...bodiesAbove(programme.body, bodies)].includes(act.body)
  return [
    ...unknown,
    ...(unknown.length > 0 || above ? [] : [{ field: `${field}.body`, found: act.body, message: 'A programme is agreed by its own body, by one that it reports to, or by the council. Give that body, or correct its record first.' }]),
  ]
}

/** The bodies that a body reports to, and those that these report to. */
function bodiesAbove(body: string, bodies: Bodies): readonly string[] {
  const above = new Set<string>()
  const waiting = [body]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { body: parent } of bodies.get(next)?.reportsTo ?? []) {
      if (!above.has(parent)) waiting.push(parent)
      above.add(parent)
    }
  }
  return [...above]
}
