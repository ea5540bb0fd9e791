import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Whether the item of a paper, or its whole meeting, is not for the public. */
const isWithheld = `(item.facts -> 'exempt') is not null or coalesce((item.facts ->> 'confidential')::boolean, false)
  or not coalesce((meeting.facts ->> 'public')::boolean, true) or coalesce((meeting.facts ->> 'privateDevelopment')::boolean, false)`

const tables = ['work.meetings', 'work.items', 'work.papers', 'work.paper_changes']

/** Of each entry of a paper's history whether its item was withheld when it was written, whoever writes it: what is released later opens no earlier draft. */
export const withheldChangesMigration: Migration = {
  name: '0048-withheld-changes',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run('alter table work.paper_changes add column withheld boolean not null default false')
    // The rows of every council, which only the owner of the tables can see, and only while nothing hides them from it.
    for (const table of tables) await run(`alter table ${table} no force row level security`)
    await run(`update work.paper_changes as change set withheld = true
      from work.papers as paper
      join work.items as item on item.council = paper.council and item.id = paper.item
      join work.meetings as meeting on meeting.council = item.council and meeting.id = item.meeting
      where paper.council = change.council and paper.id = change.paper and (${isWithheld})`)
    for (const table of tables) await run(`alter table ${table} force row level security`)
    await run(`create function work.note_withheld() returns trigger language plpgsql as $$
      begin
        new.withheld := coalesce((
          select ${isWithheld}
          from work.papers as paper
          join work.items as item on item.council = paper.council and item.id = paper.item
          join work.meetings as meeting on meeting.council = item.council and meeting.id = item.meeting
          where paper.council = new.council and paper.id = new.paper), false);
        return new;
      end
    $$`)
    await run('create trigger note_withheld before insert on work.paper_changes for each row execute function work.note_withheld()')
  },
}
