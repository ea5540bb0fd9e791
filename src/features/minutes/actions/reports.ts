import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { bodyNames } from '#features/bodies'
import type { Asked, Duty, ReportId } from './action.ts'
import type { PublicReport } from './public-action.ts'
import type { ActionsTables } from './tables.ts'

/** A scrutiny report that was served by written notice. */
export interface ServedReport {
  readonly id: ReportId
  readonly number: number
  readonly body: string
  readonly title: string
  readonly link?: string | undefined
  readonly of: Asked
  /** The day on which the notice was received: every count begins with it. */
  readonly receivedOn: LocalDate
  readonly duty: Duty
  readonly isPublic: boolean
}

export async function insertReport(tx: Transaction, report: Omit<ServedReport, 'id'> & { readonly sending: string | null }): Promise<ReportId> {
  const row = await tx
    .tables<ActionsTables>()
    .insertInto('work.served_reports')
    .values({
      number: report.number,
      body: report.body,
      title: report.title,
      link: report.link ?? null,
      of_name: report.of.name,
      of_body: report.of.body ?? null,
      received_on: report.receivedOn,
      duty: report.duty,
      is_public: report.isPublic,
      sending: report.sending,
    })
    .returning('work.served_reports.id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Publishes a served report with the references of its recommendations; one that is not public is not. */
export async function publishReport(tx: Transaction, report: Omit<ServedReport, 'id'>, recommendations: readonly number[], at: Date): Promise<void> {
  if (!report.isPublic) return
  const { number, body, title, link, of, receivedOn, duty } = report
  const bodyName = (await bodyNames(tx.reader)).get(body) ?? body
  const record: PublicReport = { number, body, bodyName, title, ...given('link', link), of, receivedOn, ...(duty === 'executive-response' ? {} : { duty }), recommendations }
  const row = { number, edition: 1, record: JSON.stringify(record) }
  await tx.tables<ActionsTables>().insertInto('published.served_reports').values({ ...row, published_at: at }).execute()
  await tx.tables<ActionsTables>().insertInto('published.current_served_reports').values({ ...row, body }).execute()
  await markPublished(tx)
}

/** The served report of this number, as staff keep it. */
export async function reportNumbered(reader: Reader, number: number): Promise<ServedReport | undefined> {
  const row = await reader.tables<ActionsTables>().selectFrom('work.served_reports as report').selectAll('report').where('report.number', '=', number).executeTakeFirst()
  return row && { id: row.id, number: row.number, body: row.body, title: row.title, ...given('link', row.link), of: { name: row.of_name, ...given('body', row.of_body) }, receivedOn: row.received_on, duty: row.duty, isPublic: row.is_public }
}

/** As the public reads it. */
export async function publishedReport(reader: Reader, number: number): Promise<PublicReport | undefined> {
  const row = await reader.tables<ActionsTables>().selectFrom('published.current_served_reports as report').select('report.record').where('report.number', '=', number).executeTakeFirst()
  return row?.record
}

/** The last reports that were served, the newest first; of one body or of all. */
export async function servedReports(reader: Reader, filter: { readonly body?: string | undefined; readonly limit: number }): Promise<PublicReport[]> {
  let query = reader.tables<ActionsTables>().selectFrom('published.current_served_reports as report').select('report.record')
  if (filter.body !== undefined) query = query.where('report.body', '=', filter.body)
  const rows = await query.orderBy('report.number', 'desc').limit(filter.limit).execute()
  return rows.map(({ record }) => record)
}

/** The report that a body served under this title on this day, where it is in the record already. */
export async function reportServed(reader: Reader, { body, title, receivedOn }: Pick<ServedReport, 'body' | 'title' | 'receivedOn'>): Promise<Pick<ServedReport, 'id' | 'number'> | undefined> {
  return reader
    .tables<ActionsTables>()
    .selectFrom('work.served_reports as report')
    .select(['report.id', 'report.number'])
    .where('report.body', '=', body)
    .where('report.title', '=', title)
    .where('report.received_on', '=', receivedOn)
    .executeTakeFirst()
}

/** The number of the report that came of this form, where it was sent before. */
export async function reportSentBy(reader: Reader, sending: string): Promise<number | undefined> {
  const row = await reader.tables<ActionsTables>().selectFrom('work.served_reports as report').select('report.number').where('report.sending', '=', sending).executeTakeFirst()
  return row?.number
}
