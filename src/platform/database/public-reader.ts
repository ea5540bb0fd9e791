import type { ClientBase } from 'pg'

const secretSchemas = `'access', 'work', 'platform', 'jobs'`

/** Everything that a login could do beyond reading what is published, the worst first. */
const excess = `
  with recursive held (oid) as (
    select oid from pg_catalog.pg_roles where rolname = current_user
    union
    select membership.roleid from pg_catalog.pg_auth_members as membership join held on held.oid = membership.member
  ),
  roles as (select role.* from pg_catalog.pg_roles as role join held on held.oid = role.oid),
  relations as (
    select relation.oid, schema.nspname as schema, format('%I.%I', schema.nspname, relation.relname) as name
    from pg_catalog.pg_class as relation join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    where relation.relkind in ('r', 'p', 'v', 'm', 'f')
  )
  select fault from (
    select 1 as rank, format('%s is %s', case when rolname = current_user then 'it' else rolname end, attribute) as fault
    from roles cross join lateral (
      values ('a superuser', rolsuper), ('free of row-level security (bypassrls)', rolbypassrls), ('able to make roles (createrole)', rolcreaterole),
        ('able to make databases (createdb)', rolcreatedb), ('able to copy the whole server (replication)', rolreplication)
    ) as attributes (attribute, has_it) where has_it
    union select 2, format('it is a member of %s', rolname) from roles where rolname not in (current_user, 'golden_public')
    union select 3, 'it is not a member of golden_public' where not exists (select from roles where rolname = 'golden_public')
    union select 4, format('it may use the schema %s', schema.nspname)
    from roles cross join pg_catalog.pg_namespace as schema
    where schema.nspname in (${secretSchemas}) and has_schema_privilege(roles.oid, schema.oid, 'usage, create')
    union select 5, format('it has rights on %s', relations.name)
    from roles cross join relations
    where relations.schema in (${secretSchemas}) and (
      has_table_privilege(roles.oid, relations.oid, 'select, insert, update, delete, truncate, references, trigger')
      or has_any_column_privilege(roles.oid, relations.oid, 'select, insert, update, references')
    )
    union select 6, format('it may change %s', relations.name)
    from roles cross join relations
    where relations.schema = 'published' and (
      has_table_privilege(roles.oid, relations.oid, 'insert, update, delete, truncate, references, trigger')
      or has_any_column_privilege(roles.oid, relations.oid, 'insert, update, references')
    )
    union select 7, 'it may make things in the database'
    from roles
    where has_database_privilege(roles.oid, current_database(), 'create') or has_schema_privilege(roles.oid, 'published', 'create')
  ) as faults order by rank, fault
`

const mostNamed = 3

/** Why this login is more, or less, than a reader of what is published, the offending rights named; undefined where it is just that. */
export async function objectionToReader(client: ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ fault: string }>(excess)
  if (rows.length === 0) return undefined
  const named = rows.slice(0, mostNamed).map(({ fault }) => fault)
  const more = rows.length > mostNamed ? [`${rows.length - mostNamed} more`] : []
  return `The login of DATABASE_READ_URL has to be a member of golden_public and no more: ${[...named, ...more].join(', ')}.`
}
