import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const current = `
  reference text not null,
  edition integer not null check (edition > 0),
  record jsonb not null,
  stage text not null check (stage in ('coming', 'deferred', 'withdrawn', 'decided')),
  body text,
  expected_from date not null,
  expected_until date not null,
  decided_on date,
  window_day date,
  is_stopped boolean not null,
  is_key boolean not null,
  is_urgent boolean not null,
  published_at timestamptz not null,
  check ((stage = 'decided') = (decided_on is not null))
`

const indexes = [
  'create index plan_by_day on published.current_plan (council, stage, expected_from, reference)',
  'create index plan_until on published.current_plan (council, stage, expected_until)',
  'create index plan_decided on published.current_plan (council, decided_on desc, reference) where decided_on is not null',
  'create index plan_of_body on published.current_plan (council, body, expected_from) where body is not null',
  'create index plan_decided_by on published.current_plan (council, body, decided_on) where decided_on is not null',
  'create index plan_window on published.current_plan (council, window_day) where window_day is not null',
  'create index plan_stopped on published.current_plan (council, reference) where is_stopped',
  "create index plan_subjects on published.current_plan using gin ((record -> 'subjects'))",
  'create index plan_newest on published.plan_editions (council, published_at desc, reference)',
  'create index plan_changed on work.plan_entries (council, changed_at desc, reference)',
  'create index plan_waiting on work.plan_entries (council, reference) where waits',
]

/** The forward plan, its editions, and how it stands today. */
export const forwardPlanMigration: Migration = {
  name: '0091-forward-plan',
  up: async (tx) => {
    await councilTable(tx, 'work.plan_entries', {
      key: 'reference',
      columns: 'reference text not null, record jsonb not null, revision integer not null default 1, changed_at timestamptz not null, waits boolean not null',
    })
    await councilTable(tx, 'published.plan_editions', {
      key: 'reference, edition',
      columns: 'reference text not null, edition integer not null check (edition > 0), record jsonb not null, what text not null, published_at timestamptz not null',
    })
    await councilTable(tx, 'published.current_plan', { key: 'reference', columns: current, isCurrent: true })
    for (const statement of indexes) await sql.raw(statement).execute(tx.tables())
  },
}

/** What is referred to a meeting is found from that meeting. */
export const planReferralsMigration: Migration = {
  name: '0092-plan-referrals',
  up: async (tx) => {
    await sql`create index plan_referrals on published.current_plan using gin ((record -> 'referrals') jsonb_path_ops)`.execute(tx.tables())
  },
}

/** What files said of each entry, so that loading one again does not undo what was done here since. */
export const planLoadedMigration: Migration = {
  name: '0092-plan-loaded',
  up: async (tx) => {
    await sql`alter table work.plan_entries add column loaded jsonb`.execute(tx.tables())
  },
}

/** What an edition says has happened last, as text by which days and moments sort: what a file tells of earlier days was not told when it was loaded. */
const said = `greatest(
  record ->> 'noticed', record #>> '{private,secondNotice}', record #>> '{private,agreed,on}', record #>> '{route,on}', record #>> '{referrals,-1,on}', record #>> '{ended,on}',
  record #>> '{decision,published}', record #>> '{callIn,at}', record #>> '{callIn,considered,on}', record #>> '{callIn,reconsidered,on}', record #>> '{implemented,on}', record #>> '{history,-1,on}'
)`

export const planSaidMigration: Migration = {
  name: '0093-plan-said',
  up: async (tx) => {
    await sql.raw(`alter table published.plan_editions add column said text generated always as (${said}) stored`).execute(tx.tables())
    await sql`create index plan_said on published.plan_editions (council, said desc, published_at desc, reference)`.execute(tx.tables())
  },
}

/** What stands on an agenda follows its meeting until scrutiny has considered it; earlier builds marked only what looked for one. */
export const planFollowsMigration: Migration = {
  name: '0103-plan-follows',
  up: async (tx) => {
    await sql`update work.plan_entries set waits = (record ? 'callIn' and not record -> 'callIn' ? 'considered') or (not record ? 'decision' and jsonb_array_length(coalesce(record -> 'referrals', '[]')) > 0)`.execute(tx.tables())
  },
}

/** By which press of a form an entry came to its revision: the same press sent twice at once is one. */
export const planPressMigration: Migration = {
  name: '0102-plan-press',
  up: async (tx) => {
    await sql`alter table work.plan_entries add column press text`.execute(tx.tables())
  },
}

/** The decisions whose notice fell short are few, and found among all. */
export const planShortMigration: Migration = {
  name: '0107-plan-short',
  up: async (tx) => {
    await sql`create index plan_short on published.current_plan (council, decided_on desc, reference) where record -> 'decision' -> 'shortfall' is not null`.execute(tx.tables())
  },
}

const papers = `
  reference text not null,
  kind text not null,
  print text not null,
  pdf text not null,
  bytes integer not null,
  pages integer not null check (pages > 0),
  published_at timestamptz not null
`

/** The notices and statements as PDF, each by what it says, and up to which edition those of an entry are set. */
export const planPapersMigration: Migration = {
  name: '0094-plan-papers',
  up: async (tx) => {
    await councilTable(tx, 'published.plan_papers', { columns: papers, key: 'reference, kind, print' })
    await sql`alter table published.current_plan add column papers_edition integer not null default 0`.execute(tx.tables())
    await sql`create index plan_papers_due on published.current_plan (council, reference) where papers_edition < edition`.execute(tx.tables())
  },
}
