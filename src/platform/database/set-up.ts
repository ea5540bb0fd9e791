import type { ClientBase } from 'pg'
import { hasOpenFunctions, withdrawDangerousFunctions } from './dangerous-functions.ts'

/**
 * Makes the roles and schemas where they are missing, whole or not at all; where they are there, it sees that the roles are still closed.
 * `golden_owner` owns everything, `golden_staff` works, `golden_public` reads what is published. None of them can log in:
 * each transaction steps into one of them.
 */
export async function setUp(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ done: boolean }>(`select to_regclass('platform.migrations') is not null as done`)
  if (rows[0]?.done !== true) await alone(client, `${roles} ${schemas} ${withdrawDangerousFunctions} ${migrationsTable}`)
  else if (await hasOpenFunctions(client)) await alone(client, withdrawDangerousFunctions)
}

/** In one transaction, while no other process sets up the same store. */
async function alone(client: ClientBase, statements: string): Promise<void> {
  await client.query(`begin; select pg_advisory_xact_lock(${setUpLock}); ${statements} commit`)
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
