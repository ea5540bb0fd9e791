import type { ClientBase } from 'pg'

/**
 * Makes the roles and schemas where they are missing, whole or not at all; harmless when they are there.
 * `golden_owner` owns everything, `golden_staff` works, `golden_public` reads what is published. None of them can log in:
 * each transaction steps into one of them.
 */
export async function setUp(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ done: boolean }>(`select to_regclass('platform.migrations') is not null as done`)
  if (rows[0]?.done === true) return
  await client.query(`begin; select pg_advisory_xact_lock(${setUpLock}); ${roles} ${schemas} ${dangerousFunctions} ${migrationsTable} commit`)
}

const setUpLock = 714_320_001

/** Roles belong to the whole server, where another store may have made them; a login that may not make roles finds them made by hand. */
const roles = `
  do $$
  declare role_name text;
  begin
    foreach role_name in array array['golden_owner', 'golden_staff', 'golden_public'] loop
      begin
        if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
          execute format('create role %I nologin', role_name);
        end if;
      exception when duplicate_object or unique_violation then null;
      end;
      if not pg_has_role(current_user, role_name, 'member') then
        execute format('grant %I to current_user', role_name);
      end if;
    end loop;
    execute format('revoke temporary on database %I from public', current_database());
  end $$;
`

const schemas = `
  revoke all on schema public from public;
  create schema if not exists platform authorization golden_owner;
  create schema if not exists access authorization golden_owner;
  create schema if not exists work authorization golden_owner;
  create schema if not exists published authorization golden_owner;
  grant usage on schema platform, access, work, published to golden_staff;
  grant usage on schema published to golden_public;
  alter default privileges for role golden_owner revoke execute on functions from public;
  alter default privileges for role golden_owner in schema work grant select, insert, update, delete on tables to golden_staff;
  alter default privileges for role golden_owner in schema work grant usage on sequences to golden_staff;
  alter default privileges for role golden_owner in schema published grant select, insert on tables to golden_staff;
  alter default privileges for role golden_owner in schema published grant usage on sequences to golden_staff;
  alter default privileges for role golden_owner in schema published grant select on tables to golden_public;
`

const migrationsTable = `
  set local role golden_owner;
  create table if not exists platform.migrations (
    name text primary key,
    applied_at timestamptz not null default now()
  );
  create or replace function platform.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $body$
  begin
    raise exception 'What is published stays as it is: %.% can only be added to', tg_table_schema, tg_table_name
      using errcode = 'insufficient_privilege';
  end $body$;
`

/** Volatile only because their answer differs each time. */
const harmless = `array['random', 'random_normal', 'clock_timestamp', 'timeofday', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'statement_timestamp']`

/**
 * Takes from everybody the built-in functions that do something rather than compute something: `set_config` above all, by which a
 * reader could leave its role; locks, sleeping, large objects, notifications. Staff and owner keep them.
 * Only a superuser can; `publicRoleIsClosed` finds out whether it was done.
 */
const dangerousFunctions = `
  do $$
  declare dangerous regprocedure;
  begin
    if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then return; end if;
    for dangerous in
      select oid from pg_catalog.pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and provolatile = 'v' and prokind = 'f' and proname <> all (${harmless})
        and has_function_privilege('golden_public', oid, 'execute')
    loop
      execute format('revoke execute on function %s from public', dangerous);
      execute format('grant execute on function %s to golden_owner, golden_staff', dangerous);
    end loop;
  end $$;
`

/** Whether a connection that has stepped into the public role is held there, so that the same login may serve it. */
export async function publicRoleIsClosed(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ closed: boolean }>(
    `select not has_function_privilege('golden_public', 'pg_catalog.set_config(text, text, boolean)', 'execute') as closed`,
  )
  return rows[0]?.closed === true
}

/** Whether this login is nothing but a reader of what is published. */
export async function isPublicReader(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ reads: boolean; does_more: boolean }>(`
    select pg_has_role(current_user, 'golden_public', 'member') as reads,
      pg_has_role(current_user, 'golden_staff', 'member') or pg_has_role(current_user, 'golden_owner', 'member') as does_more`)
  return rows[0]?.reads === true && !rows[0].does_more
}
