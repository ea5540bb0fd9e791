import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const ofMeeting = `
  meeting uuid not null,
  body text not null,
  state text not null default 'draft' check (state in ('draft', 'circulated', 'confirmed', 'signed')),
  version integer not null default 0,
  revision integer not null default 1,
  circulated_at timestamptz,
  confirmed_on date,
  confirmed_item integer,
  amended text,
  signed_by text,
  signed_on date,
  signed_at timestamptz,
  sign_recorded_by text,
  raised jsonb not null default '[]',
  fingerprint text,
  edited_at timestamptz,
  check ((state = 'draft') = (circulated_at is null)),
  check ((state in ('confirmed', 'signed')) = (confirmed_on is not null and confirmed_item is not null)),
  check ((state = 'signed') = (signed_by is not null and signed_on is not null and signed_at is not null)),
  foreign key (council, meeting) references work.meetings (council, id) on delete cascade
`

const texts = `
  meeting uuid not null,
  item integer not null check (item > 0),
  text text not null,
  members_text text not null default '',
  revision integer not null,
  saved_by text,
  saved_at timestamptz not null,
  foreign key (council, meeting) references work.minutes_of_meetings (council, meeting) on delete cascade
`

const minutes = `${texts},
  body text not null,
  number integer check (number > 0),
  public_excluded boolean not null default true,
  unique (council, body, number)
`

const resolutions = `
  id uuid not null default gen_random_uuid(),
  meeting uuid not null,
  item integer not null check (item > 0),
  place integer not null check (place > 0),
  content jsonb not null,
  revision integer not null default 1,
  saved_by text,
  saved_at timestamptz not null,
  foreign key (council, meeting) references work.minutes_of_meetings (council, meeting) on delete cascade
`

const published = `
  body text not null,
  meeting_date date not null,
  version integer not null check (version > 0),
  state text not null check (state in ('circulated', 'confirmed', 'signed')),
  note text not null,
  minutes jsonb not null,
  pdf text not null,
  pdf_bytes integer not null,
  pdf_pages integer not null,
  published_at timestamptz not null
`

const currentResolutions = `
  id uuid not null,
  body text not null,
  body_name text not null,
  meeting_date date not null,
  item integer not null,
  item_title text not null,
  minute integer not null,
  place integer not null,
  kind text not null,
  resolution jsonb not null
`

/** Confirmed minutes are the body's own record: nobody changes them, whoever asks and by whatever door. Only the chair's signature comes after. */
const unchangeable = [
  `create function work.refuse_confirmed_text() returns trigger language plpgsql as $body$
    begin
      if exists (select from work.minutes_of_meetings as taken
        where taken.meeting in (case tg_op when 'INSERT' then new.meeting else old.meeting end, case tg_op when 'DELETE' then old.meeting else new.meeting end)
        and taken.state in ('confirmed', 'signed')) then
        raise exception 'Minutes that are confirmed stay as they are' using errcode = 'restrict_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $body$`,
  `create function work.refuse_confirmed_minutes() returns trigger language plpgsql as $body$
    begin
      if old.state = 'draft' or old.state = 'circulated' then
        return case tg_op when 'DELETE' then old else new end;
      end if;
      if tg_op = 'UPDATE' and old.state = 'confirmed' and new.state = 'signed'
        and (to_jsonb(new) - '{state,version,revision,signed_by,signed_on,signed_at,sign_recorded_by,edited_at}'::text[])
          = (to_jsonb(old) - '{state,version,revision,signed_by,signed_on,signed_at,sign_recorded_by,edited_at}'::text[]) then
        return new;
      end if;
      raise exception 'Minutes that are confirmed stay as they are' using errcode = 'restrict_violation';
    end $body$`,
  'create trigger unchangeable before insert or update or delete on work.minutes for each row execute function work.refuse_confirmed_text()',
  'create trigger unchangeable before insert or update or delete on work.resolutions for each row execute function work.refuse_confirmed_text()',
  'create trigger unchangeable before insert or update or delete on work.minute_changes for each row execute function work.refuse_confirmed_text()',
  'create trigger unchangeable before update or delete on work.minutes_of_meetings for each row execute function work.refuse_confirmed_minutes()',
]

/** What is minuted of a meeting, and what of it is published. */
export const takingMigration: Migration = {
  name: '0075-minutes',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await councilTable(tx, 'work.minutes_of_meetings', { columns: ofMeeting, key: 'meeting' })
    await councilTable(tx, 'work.minutes', { columns: minutes, key: 'meeting, item' })
    await councilTable(tx, 'work.minute_changes', { columns: texts, key: 'meeting, item, revision' })
    await councilTable(tx, 'work.resolutions', { columns: resolutions, key: 'id' })
    await councilTable(tx, 'work.minute_series', { columns: 'body text not null, first integer not null check (first > 0)', key: 'body' })
    await councilTable(tx, 'published.minutes', { columns: published, key: 'body, meeting_date, version' })
    await councilTable(tx, 'published.current_resolutions', { columns: currentResolutions, key: 'id', isCurrent: true })
    await run('create index minutes_of_body on work.minutes_of_meetings (council, body)')
    await run('create index resolutions_of_meeting on work.resolutions (council, meeting, item, place)')
    await run('create index resolutions_lately on published.current_resolutions (council, meeting_date desc, body, minute)')
    await run('create index resolutions_at_meeting on published.current_resolutions (council, body, meeting_date)')
    for (const statement of unchangeable) await run(statement)
  },
}
