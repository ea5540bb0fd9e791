import type { Transaction } from '#platform/database/database.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import type { TakingTables } from '../tables.ts'

/** A PDF in the store of files. */
export interface PdfKept {
  readonly checksum: string
  readonly bytes: number
  readonly pages: number
}

interface NewVersion {
  readonly record: PublishedMinutes
  readonly version: number
  readonly note: string
  readonly pdf: PdfKept
  readonly at: Date
}

/** Publishes a version of the minutes of a meeting; its open resolutions stand in the lists from now on. */
export async function keepVersion(tx: Transaction, { record, version, note, pdf, at }: NewVersion): Promise<void> {
  const tables = tx.tables<TakingTables>()
  const { body, bodyName, date } = record
  await tables
    .insertInto('published.minutes')
    .values({ body, meeting_date: date, version, state: record.state, note, minutes: JSON.stringify(record), pdf: pdf.checksum, pdf_bytes: pdf.bytes, pdf_pages: pdf.pages, published_at: at })
    .execute()
  await tables.deleteFrom('published.current_resolutions').where('body', '=', body).where('meeting_date', '=', date).execute()
  const rows = record.minutes.flatMap((minute) =>
    minute.resolutions.map((resolution, index) => ({
      id: resolution.id,
      body,
      body_name: bodyName,
      meeting_date: date,
      item: minute.item,
      item_title: minute.title,
      minute: minute.number,
      place: index + 1,
      kind: resolution.kind,
      resolution: JSON.stringify(resolution),
    })),
  )
  if (rows.length > 0) await tables.insertInto('published.current_resolutions').values(rows).execute()
}
