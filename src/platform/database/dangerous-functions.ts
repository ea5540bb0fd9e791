import type { ClientBase } from 'pg'

/** Volatile only because their answer differs each time. */
const harmless = `array['random', 'random_normal', 'clock_timestamp', 'timeofday', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'statement_timestamp']`

/** The built-in functions that are to be taken away and are not: from the public whatever does something, from staff what changes settings. */
const openFunctions = `
  from pg_catalog.pg_proc
  where pronamespace = 'pg_catalog'::regnamespace and provolatile = 'v' and prokind = 'f' and proname <> all (${harmless})
    and (
      has_function_privilege('golden_public', oid, 'execute')
      or proname = 'set_config' and has_function_privilege('golden_staff', oid, 'execute')
    )
`

/**
 * Takes from everybody the built-in functions that do something rather than compute something: `set_config` above all, by which a
 * reader could leave its role; locks, sleeping, large objects, notifications. The owner keeps them, and staff all but `set_config`.
 * Only a superuser can; `publicRoleIsClosed` finds out whether it was done.
 */
export const withdrawDangerousFunctions = `
  do $$
  declare dangerous record;
  begin
    if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then return; end if;
    for dangerous in select oid::regprocedure as function, proname as name ${openFunctions} loop
      execute format('revoke execute on function %s from public, golden_public, golden_staff', dangerous.function);
      execute format('grant execute on function %s to golden_owner', dangerous.function);
      if dangerous.name <> 'set_config' then execute format('grant execute on function %s to golden_staff', dangerous.function); end if;
    end loop;
  end $$;
`

/** Whether some of them are open, because they were never taken away or because another version of PostgreSQL has brought more. */
export async function hasOpenFunctions(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ open: boolean }>(`select exists (select ${openFunctions}) as open`)
  return rows[0]?.open === true
}

/** Whether a connection that has stepped into the public role is held there, so that the same login may serve it. */
export async function publicRoleIsClosed(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ closed: boolean }>(
    `select not has_function_privilege('golden_public', 'pg_catalog.set_config(text, text, boolean)', 'execute') as closed`,
  )
  return rows[0]?.closed === true
}
