import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const members = `
  member text not null,
  slug text not null,
  told_on date,
  source text,
  unique (council, slug)
`

const interests = `
  id uuid not null default gen_random_uuid(),
  member text not null,
  ref text not null,
  kind text not null,
  holder text not null,
  words text not null,
  subjects jsonb not null,
  is_home boolean not null,
  valid_from date not null,
  valid_to date,
  told_on date not null,
  registered_on date,
  disclosed_on date,
  sensitivity text check (sensitivity in ('asked', 'withheld', 'refused')),
  why_sensitive text,
  shown jsonb not null default '[]',
  revision integer not null default 1,
  check (valid_to >= valid_from),
  check (not is_home or kind = 'land'),
  unique (council, member, ref),
  foreign key (council, member) references work.interest_members (council, member)
`

const homes = `
  interest uuid not null,
  address text not null,
  foreign key (council, interest) references work.interests (council, id) on delete cascade
`

const disclosures = `
  member text not null,
  disclosed_on date not null,
  origin text not null,
  about text not null
`

const dispensations = `
  id uuid not null default gen_random_uuid(),
  member text not null,
  ref text not null,
  matter text not null,
  may text not null,
  valid_from date not null,
  valid_to date not null,
  granted_by text not null,
  granted_on date not null,
  ground text not null,
  reason text not null,
  revision integer not null default 1,
  check (valid_to >= valid_from and valid_to < valid_from + interval '4 years'),
  unique (council, member, ref),
  foreign key (council, member) references work.interest_members (council, member)
`

const editions = `
  member text not null,
  edition integer not null check (edition > 0),
  record jsonb not null,
  published_on date not null,
  published_at timestamptz not null default now()
`

/**
 * The register of members’ interests. An edition is for ever and names its interests by their entries; what an entry says can be taken away, since
 * section 32 of the Localism Act 2011 holds for every published version of the register. Addresses of homes have a table of their own, and none in `published`.
 */
export const interestsMigration: Migration = {
  name: '0060-interests',
  up: async (tx) => {
    await councilTable(tx, 'work.interest_members', { columns: members, key: 'member' })
    await councilTable(tx, 'work.interests', { columns: interests, key: 'id' })
    await councilTable(tx, 'work.interest_homes', { columns: homes, key: 'interest' })
    await councilTable(tx, 'work.interest_disclosures', { columns: disclosures, key: 'origin' })
    await councilTable(tx, 'work.dispensations', { columns: dispensations, key: 'id' })
    await councilTable(tx, 'published.interest_editions', { columns: editions, key: 'member, edition' })
    await councilTable(tx, 'published.interest_entries', { columns: 'entry uuid not null, member text not null, record jsonb not null', key: 'entry', isCurrent: true })
    await councilTable(tx, 'published.current_interests', {
      columns: 'member text not null, edition integer not null, name text not null, record jsonb not null, published_on date not null',
      key: 'member',
      isCurrent: true,
    })
    await sql.raw('create index interest_entries_of_member on published.interest_entries (council, member)').execute(tx.tables())
  },
}

/** What files said of each entry, so that loading one again does not undo what was decided here since. */
export const interestsLoadedMigration: Migration = {
  name: '0061-interests-loaded',
  up: async (tx) => {
    await sql`alter table work.interests add column loaded jsonb`.execute(tx.tables())
    await sql`alter table work.dispensations add column loaded jsonb`.execute(tx.tables())
  },
}
