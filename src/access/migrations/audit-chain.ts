import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'

/** Makes the database number and chain the rows of `access.audit`, and refuse every change to them. */
export async function chainAudit(tx: Transaction): Promise<void> {
  const tables = tx.tables()
  for (const statement of [auditField, auditHash, chain, refuseChange, ...triggers]) await statement.execute(tables)
}

/** One field as `length:text`, the length in bytes; `-` for none. */
const auditField = sql`
  create function access.audit_field(field text) returns text
  language sql immutable set search_path = pg_catalog
  as $body$ select coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') $body$
`

/** The same text as `auditHash` in `audit-entry.ts` builds: changing one without the other breaks every audit there is. */
const auditHash = sql`
  create function access.audit_hash(entry access.audit) returns text
  language sql stable set search_path = pg_catalog
  as $body$
    select encode(sha256(convert_to(
      access.audit_field(entry.council::text)
      || access.audit_field(entry.number::text)
      || access.audit_field(to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
      || access.audit_field(entry.actor)
      || access.audit_field(entry.door)
      || access.audit_field(entry.verb)
      || access.audit_field(entry.subject_kind)
      || access.audit_field(entry.subject_id)
      || access.audit_field(entry.outcome)
      || access.audit_field(entry.reason)
      || access.audit_field(entry.detail::text)
      || access.audit_field(entry.request_id)
      || access.audit_field(entry.previous_hash),
      'UTF8')), 'hex')
  $body$
`

/**
 * Whatever the writer gave for number, moment and hashes is replaced. The lock on the head row lasts until the transaction ends, so that
 * rows are numbered one after another, and a transaction that is undone leaves no gap. It runs as the owner: staff cannot touch the head.
 * The actor is the one in whose name the transaction was begun; a row in another's name is refused.
 */
const chain = sql`
  create function access.chain_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $body$
  declare
    head access.audit_head;
  begin
    new.actor := coalesce(new.actor, current_setting('golden.actor'));
    if new.actor <> current_setting('golden.actor') then
      raise exception 'The audit records who acts, and nobody acts in another''s name' using errcode = 'insufficient_privilege';
    end if;
    insert into access.audit_head (council, number, hash) values (new.council, 0, repeat('0', 64)) on conflict do nothing;
    select * into strict head from access.audit_head where council = new.council for update;
    new.number := head.number + 1;
    new.recorded_at := clock_timestamp();
    new.previous_hash := head.hash;
    new.hash := access.audit_hash(new);
    update access.audit_head set number = new.number, hash = new.hash where council = new.council;
    return new;
  end
  $body$
`

const refuseChange = sql`
  create function access.refuse_audit_change() returns trigger
  language plpgsql set search_path = pg_catalog
  as $body$
  begin
    raise exception 'The audit can only be added to' using errcode = 'insufficient_privilege';
  end
  $body$
`

const triggers = [
  sql`create trigger chain before insert on access.audit for each row execute function access.chain_audit()`,
  sql`create trigger keep before update or delete or truncate on access.audit for each statement execute function access.refuse_audit_change()`,
  sql`create trigger keep before delete or truncate on access.audit_head for each statement execute function access.refuse_audit_change()`,
]
