import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'

/**
 * Puts twenty years of records beside the example, straight into what the public pages read: 4,000 meetings with ten items each, and 60,000 actions of twenty-five
 * bodies and forty answerers in every state, a tenth of the open ones late.
 */
export async function twentyYears(tx: Transaction): Promise<void> {
  for (const statement of [meetings, actions, texts, counts]) await sql.raw(statement).execute(tx.tables())
}

const bodies = `bodies as (select slug, name, row_number() over (order by slug) - 1 as place from (select slug, name from published.current_bodies order by slug limit 25) as first_of_all)`

/** Each body on 160 days that it did not meet, with an agenda of ten items. */
const meetings = `
  with ${bodies}, days as (select slug, name, place, day from bodies, generate_series(0, 160) as day)
  insert into published.meetings (body, meeting_date, version, meeting_time, status, is_public, has_agenda, note, published_at, meeting)
  select days.slug, date '2001-01-01' + (days.day * 45 + days.place)::integer, 1, null, 'held', true, true, 'Agenda.', timestamptz '2001-01-01', jsonb_build_object(
    'body', days.slug, 'bodyName', days.name, 'date', to_char(date '2001-01-01' + (days.day * 45 + days.place)::integer, 'YYYY-MM-DD'), 'status', 'held', 'public', true,
    'items', (select jsonb_agg(jsonb_build_object('number', item, 'title', 'Matter ' || item, 'papers', '[]'::jsonb)) from generate_series(1, 10) as item))
  from days on conflict do nothing`

/** What is open waits until a day within a year of 3 July 2023 (day 19541 of the epoch), one in ten of them before it. */
const actions = `
  with ${bodies}, many as (
    select 100000 + n as number, n, (select slug from bodies where place = n % 25) as body, (select name from bodies where place = n % 25) as body_name, n % 40 as of,
      (array['closed','closed','closed','closed','withdrawn','asked','served','accepted','in-part','rejected','in-progress','done'])[1 + n % 12] as state,
      date '2003-01-01' + n % 7400 as asked_on
    from generate_series(1, 60000) as n
  ), told as (
    select many.*,
      case state when 'asked' then 'waiting' when 'served' then 'waiting' when 'accepted' then 'answered' when 'in-part' then 'answered' when 'rejected' then 'answered' else state end as stage,
      case when state in ('asked', 'served', 'accepted', 'in-part', 'in-progress') then date '2023-07-03' + (n * 7 % 400 - 40) end as waits_until,
      case when of = 0 then 'cabinet' else 'director-' || of end as asked_of, case when of = 0 then 'Cabinet' else 'Director ' || of end as asked_of_name,
      'Asks the council for a report on matter ' || n || case when n % 50 = 0 then ' of transport' else '' end || ', with what it costs, whom it reaches and what came of it since it was last told.' as words
    from many
  )
  insert into published.current_actions (number, edition, kind, body, meeting_date, item, asked_of, asked_on, answered_on, finished_on, stage, answered_late, changed_at, state, waits_until, place, record)
  select number, 1, 'recommendation', body, null, null, asked_of, asked_on, null, case when stage in ('closed', 'withdrawn') then asked_on + 90 end, stage, case when n % 5 = 0 then 30 else 0 end,
    timestamptz '2023-01-01', state, waits_until,
    case when stage in ('closed', 'withdrawn') then 4000000 - (asked_on + 90 - date '1970-01-01') when waits_until is null then 1000000 + (asked_on - date '1970-01-01') else waits_until - date '1970-01-01' end,
    jsonb_build_object('reference', number, 'kind', 'recommendation', 'body', body, 'bodyName', body_name, 'askedOn', to_char(asked_on, 'YYYY-MM-DD'), 'words', words,
      'askedOf', jsonb_build_object('name', asked_of_name), 'subjects', '[]'::jsonb, 'state', state, 'chain', jsonb_build_array(
        jsonb_build_object('what', 'served', 'on', to_char(asked_on, 'YYYY-MM-DD'), 'report', 'A report'),
        jsonb_build_object('what', 'answered', 'on', to_char(asked_on + case when n % 5 = 0 then 90 else 40 end, 'YYYY-MM-DD'), 'answer', 'accepted', 'response', repeat('It is looked into. ', 10))))
  from told`

const texts = `
  insert into published.current_action_texts (number, place, body, asked_of, stage, answered_late, search)
  select number, place, body, asked_of, stage, answered_late, lower(concat_ws(E'\\n', record ->> 'words', record -> 'askedOf' ->> 'name', record ->> 'bodyName')) from published.current_actions
  on conflict do nothing`

const counts = `
  insert into published.action_counts (body, asked_of, asked_of_name, state, actions)
  select body, asked_of, max(record -> 'askedOf' ->> 'name'), state, count(*) from published.current_actions group by body, asked_of, state
  on conflict (council, body, asked_of, state) do update set actions = excluded.actions`
