import { cp } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { withExampleStore, withFolder } from './example-store.ts'
import type { Report, Row } from './report.ts'
import { compare, withStore } from './tracker.ts'
import { twentyYears } from './twenty-years.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const board = 'overview-and-scrutiny-performance-board'

const addresses = [
  `/bodies/${panel}/work-programme`,
  `/bodies/${panel}/work-programme?year=2020-21`,
  `/bodies/${board}/work-programme`,
  `/bodies/${panel}/work-programme/history`,
  `/bodies/${panel}/work-programme/criteria`,
  `/bodies/${panel}/2023-07-07/items/6`,
]

/** The work programmes of a council with twenty years of records, against the same page of the example. */
export function programme(): Promise<Report> {
  return withExampleStore(measureProgramme)
}

/** Measures the pages of a store in which the example is loaded, and of a copy of it with twenty years more. */
export function measureProgramme(folder: string): Promise<Report> {
  return withFolder(async (copy) => {
    await cp(folder, copy, { recursive: true })
    return withStore(folder, (example) =>
      withStore(copy, async (large) => {
        await large.write('operator:bench', twentyYears)
        await large.write('operator:bench', subjectsOfItems)
        if (large.kind === 'embedded') await large.queue('vacuum (analyze)')
        const rows: Row[] = []
        for (const address of addresses) rows.push(...(await compare(large, example, address)))
        return {
          title: 'Work programmes with 4,000 meetings and 40,000 items',
          against: 'the same page of the example, asked for in turn',
          rows,
          notes: ['each of the 40,000 items has one of forty subjects, those of the example’s programmes among them, so that each matter came a thousand times'],
        }
      }),
    )
  })
}

/** Gives each item of the twenty years one of the forty subjects that are named most. */
async function subjectsOfItems(tx: Transaction): Promise<void> {
  await sql`with subjects as (
      select subject, row_number() over (order by subject) - 1 as place
      from (select distinct entry ->> 'subject' as subject from published.current_programmes, jsonb_array_elements(record -> 'entries') as entry where entry ? 'subject' order by 1 limit 40) as named
    ), counted as (select count(*) as many from subjects)
    insert into published.item_subjects (body, meeting_date, version, item, subject, title, body_name)
    select kept.body, kept.meeting_date, kept.version, (said ->> 'number')::integer, subjects.subject, said ->> 'title', kept.meeting ->> 'bodyName'
    from published.meetings as kept, jsonb_array_elements(kept.meeting -> 'items') as said, counted, subjects
    where kept.published_at = timestamptz '2001-01-01' and subjects.place = ((said ->> 'number')::integer + kept.meeting_date - date '2001-01-01') % counted.many
    on conflict do nothing`.execute(tx.tables())
}
