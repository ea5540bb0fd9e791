import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const kept = `
  slug text not null,
  facts jsonb not null,
  waits_for_agenda boolean not null default false,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
`

const published = `
  slug text not null,
  edition integer not null check (edition > 0),
  note text not null,
  record jsonb not null,
  published_at timestamptz not null
`

const current = `
  slug text not null,
  edition integer not null,
  title text not null,
  commissioned_by text not null,
  own_body text,
  is_under_way boolean not null,
  ends date,
  record jsonb not null,
  changed_at timestamptz not null
`

/** Task and finish groups as staff keep them, and every edition that was published. */
const taskGroups: Migration = {
  name: '0095-task-groups',
  up: async (tx) => {
    await councilTable(tx, 'work.task_groups', { columns: kept, key: 'slug' })
    await councilTable(tx, 'published.task_groups', { columns: published, key: 'slug, edition' })
    await councilTable(tx, 'published.current_task_groups', { columns: current, key: 'slug', isCurrent: true })
    const tables = tx.tables()
    await sql`create index task_groups_by_state on published.current_task_groups (council, is_under_way, changed_at desc, slug)`.execute(tables)
    await sql`create index task_groups_by_body on published.current_task_groups (council, commissioned_by, changed_at desc)`.execute(tables)
    await sql`create index task_groups_by_own_body on published.current_task_groups (council, own_body)`.execute(tables)
    await sql`create index task_groups_by_change on published.task_groups (council, published_at desc)`.execute(tables)
  },
}

const keptLeads = `
  body text not null,
  record jsonb not null,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
`

const publishedLeads = `
  body text not null,
  edition integer not null check (edition > 0),
  record jsonb not null,
  published_at timestamptz not null
`

const currentLeads = `
  body text not null,
  edition integer not null,
  record jsonb not null
`

const updates = `
  id uuid not null,
  body text not null,
  meeting_date date not null,
  area text not null,
  person text not null,
  words text not null,
  told_at timestamptz not null,
  is_out boolean not null default false,
  revision integer not null default 1
`

const publishedUpdates = `
  id uuid not null,
  body text not null,
  meeting_date date not null,
  area text not null,
  person text not null,
  words text not null,
  told_at timestamptz not null,
  published_at timestamptz not null
`

/** Who leads for which area of a body, and what they tell it before its meetings: not public before the agenda is. */
const leadMembers: Migration = {
  name: '0096-lead-members',
  up: async (tx) => {
    await councilTable(tx, 'work.lead_members', { columns: keptLeads, key: 'body' })
    await councilTable(tx, 'published.lead_members', { columns: publishedLeads, key: 'body, edition' })
    await councilTable(tx, 'published.current_lead_members', { columns: currentLeads, key: 'body', isCurrent: true })
    await councilTable(tx, 'work.member_updates', { columns: updates, key: 'id' })
    await councilTable(tx, 'published.member_updates', { columns: publishedUpdates, key: 'id' })
    const tables = tx.tables()
    await sql`create unique index one_update_waits on work.member_updates (council, body, area) where not is_out`.execute(tables)
    await sql`create index member_updates_of_person on work.member_updates (council, person, told_at desc)`.execute(tables)
    await sql`create index member_updates_by_meeting on published.member_updates (council, body, meeting_date)`.execute(tables)
  },
}

/** What files said of each record, so that loading one again does not undo what was done here since. */
const loaded: Migration = {
  name: '0096-groups-loaded',
  up: async (tx) => {
    await sql`alter table work.task_groups add column loaded jsonb`.execute(tx.tables())
    await sql`alter table work.lead_members add column loaded jsonb`.execute(tx.tables())
  },
}

/** Which form was saved last, so that one that is sent twice is taken once. */
const sent: Migration = {
  name: '0101-task-groups-sent',
  up: async (tx) => {
    await sql`alter table work.task_groups add column sent text`.execute(tx.tables())
  },
}

export const groupsMigrations: readonly Migration[] = [taskGroups, leadMembers, loaded, sent]
