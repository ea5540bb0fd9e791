import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

const functions = [
  `create function work.refuse_record_after_confirmation() returns trigger language plpgsql as $body$
    begin
      if exists (select from work.minutes_of_meetings as taken where taken.meeting = new.meeting and taken.state in ('confirmed', 'signed')) then
        raise exception 'The minutes of this meeting are confirmed: its record stays as it is' using errcode = 'restrict_violation';
      end if;
      return new;
    end $body$`,
  `create function work.refuse_other_meeting() returns trigger language plpgsql as $body$
    begin
      if new.body <> old.body and (exists (select from work.sitting_log as log where log.meeting = old.id) or exists (select from work.minutes_of_meetings as taken where taken.meeting = old.id)) then
        raise exception 'A meeting of which something is recorded stays a meeting of its body' using errcode = 'restrict_violation';
      end if;
      if new.meeting_date <> old.meeting_date and exists (select from work.minutes_of_meetings as taken where taken.meeting = old.id and taken.version > 0) then
        raise exception 'A meeting whose minutes are circulated stays on its day' using errcode = 'restrict_violation';
      end if;
      return new;
    end $body$`,
  `create function work.refuse_minutes_elsewhere() returns trigger language plpgsql as $body$
    begin
      raise exception 'Minutes stay with their meeting and its body' using errcode = 'restrict_violation';
    end $body$`,
]

const triggers = [
  'create trigger after_confirmation before insert on work.sitting_log for each row execute function work.refuse_record_after_confirmation()',
  'create trigger with_its_record before update on work.meetings for each row when (new.body <> old.body or new.meeting_date <> old.meeting_date) execute function work.refuse_other_meeting()',
  ...['work.minutes_of_meetings', 'work.minutes'].map(
    (table) => `create trigger with_its_meeting before update on ${table} for each row when (new.body <> old.body or new.meeting <> old.meeting) execute function work.refuse_minutes_elsewhere()`,
  ),
]

/** The record of a meeting stays once its minutes are confirmed, and with the body whose meeting it is, whoever asks and by whatever door. */
export const recordStaysMigration: Migration = {
  name: '0076-record-stays',
  up: async (tx) => {
    for (const statement of [...functions, ...triggers]) await sql.raw(statement).execute(tx.tables())
  },
}
