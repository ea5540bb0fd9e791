import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration, Transaction } from '#platform/database/database.ts'

const items = `
  id uuid not null default gen_random_uuid(),
  meeting uuid not null,
  number integer not null check (number > 0),
  facts jsonb not null,
  author uuid,
  foreign key (council, meeting) references work.meetings (council, id) on delete cascade
`

const papers = `
  id uuid not null default gen_random_uuid(),
  item uuid not null,
  kind text not null check (kind in ('report', 'appendix')),
  position integer not null,
  title text not null,
  frame text,
  note text,
  file_name text,
  is_public_version boolean not null default false,
  pictures jsonb not null default '[]',
  attachment jsonb,
  revision integer not null default 1,
  foreign key (council, item) references work.items (council, id) on delete cascade
`

const parts = `
  paper uuid not null,
  part text not null,
  content jsonb not null,
  revision integer not null,
  saved_by text,
  saved_at timestamptz not null,
  foreign key (council, paper) references work.papers (council, id) on delete cascade
`

/** Agenda items, papers and the parts of reports as rows, so that several people can work on one meeting; what was kept moves over. */
export const workInRows: Migration = {
  name: '0030-work-in-rows',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run('alter table work.papers rename to papers_before')
    await run('alter table work.papers_before drop constraint papers_council_body_meeting_date_fkey')
    await run('alter index work.papers_pkey rename to papers_before_pkey')
    await run(`alter table work.meetings
      add column id uuid not null default gen_random_uuid(),
      add column revision integer not null default 1,
      add column edited_at timestamptz,
      add constraint meetings_by_id unique (council, id)`)
    await councilTable(tx, 'work.items', { columns: items, key: 'id' })
    await councilTable(tx, 'work.papers', { columns: papers, key: 'id' })
    await councilTable(tx, 'work.paper_parts', { columns: parts, key: 'paper, part' })
    await councilTable(tx, 'work.paper_changes', { columns: parts, key: 'paper, part, revision' })
    await run('create index items_of_meeting on work.items (council, meeting, number)')
    await run('create index papers_of_item on work.papers (council, item, position)')
    await moveOver(tx)
    await run('drop table work.papers_before')
    await run("update work.meetings set entry = entry - 'items'")
    await run('alter table work.meetings rename column entry to facts')
    await run('alter table work.meetings alter column fingerprint drop not null')
    await run('alter table published.papers add column block_pages jsonb')
  },
}

/** The rows of every council, which only the owner of the tables can see, and only while nothing hides them from it. */
async function moveOver(tx: Transaction): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(tx.tables())
  const tables = ['work.meetings', 'work.papers_before', 'work.items', 'work.papers', 'work.paper_parts', 'work.paper_changes']
  for (const table of tables) await run(`alter table ${table} no force row level security`)
  await run(`insert into work.items (council, meeting, number, facts)
    select meeting.council, meeting.id, (item ->> 'number')::integer, item - 'number' - 'report' - 'appendices'
    from work.meetings as meeting, jsonb_array_elements(meeting.entry -> 'items') as item`)
  await run(`insert into work.papers (council, item, kind, position, title, note, file_name)
    select item.council, item.id, 'appendix', appendix.place, appendix.said ->> 'title', appendix.said ->> 'note', appendix.said ->> 'file'
    from work.items as item
    join work.meetings as meeting on meeting.council = item.council and meeting.id = item.meeting
    join lateral jsonb_array_elements(meeting.entry -> 'items') as listed (said) on (listed.said ->> 'number')::integer = item.number
    join lateral jsonb_array_elements(listed.said -> 'appendices') with ordinality as appendix (said, place) on true`)
  await run(`insert into work.papers (council, item, kind, position, title, frame, file_name)
    select item.council, item.id, 'report', 0, before.title, before.frame ->> 'frame', before.file_name
    from work.items as item
    join work.meetings as meeting on meeting.council = item.council and meeting.id = item.meeting
    join work.papers_before as before on before.council = meeting.council and before.body = meeting.body
      and before.meeting_date = meeting.meeting_date and before.paper = 'item-' || item.number || '-report'`)
  await run(`update work.papers set pictures = before.pictures
    from work.items as item, work.meetings as meeting, work.papers_before as before
    where item.council = papers.council and item.id = papers.item and meeting.council = item.council and meeting.id = item.meeting
      and before.council = meeting.council and before.body = meeting.body and before.meeting_date = meeting.meeting_date
      and before.paper = 'item-' || item.number || case when papers.kind = 'report' then '-report' else '-appendix-' || papers.position end`)
  const before = `from work.papers as paper
    join work.items as item on item.council = paper.council and item.id = paper.item
    join work.meetings as meeting on meeting.council = item.council and meeting.id = item.meeting
    join work.papers_before as before on before.council = meeting.council and before.body = meeting.body and before.meeting_date = meeting.meeting_date
      and before.paper = 'item-' || item.number || case when paper.kind = 'report' then '-report' else '-appendix-' || paper.position end`
  for (const table of ['work.paper_parts', 'work.paper_changes']) {
    const into = `insert into ${table} (council, paper, part, content, revision, saved_at) select paper.council, paper.id,`
    await run(`${into} 'body', jsonb_build_object('markdown', before.markdown), 1, now() ${before}`)
    await run(`${into} 'cover', before.frame - '{title,frame,recommendations,implications,supportingInformation,contactPoints,backgroundPapers,properOfficer}'::text[], 1, now() ${before} where before.frame is not null`)
    await run(`${into} 'recommendations', jsonb_build_object('recommendations', before.frame -> 'recommendations'), 1, now() ${before} where before.frame is not null`)
    await run(`${into} 'implications', jsonb_build_object('implications', before.frame -> 'implications'), 1, now() ${before} where before.frame is not null`)
    await run(`${into} 'closing', jsonb_strip_nulls(jsonb_build_object('supportingInformation', before.frame -> 'supportingInformation', 'contactPoints', before.frame -> 'contactPoints',
      'backgroundPapers', before.frame -> 'backgroundPapers', 'properOfficer', before.frame -> 'properOfficer')), 1, now() ${before} where before.frame is not null`)
  }
  for (const table of tables) await run(`alter table ${table} force row level security`)
}
