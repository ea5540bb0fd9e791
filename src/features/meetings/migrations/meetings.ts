import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'
import { agendaMigration } from './agenda.ts'
import { approvedPublicationsMigration } from './approved-publications.ts'
import { commentRepliesMigration } from './comment-replies.ts'
import { commissionsMigration } from './commissions.ts'
import { datedPublicationsMigration } from './dated-publications.ts'
import { storedPublicationsMigration } from './stored-publications.ts'
import { differingMeetingsMigration } from './differing-meetings.ts'
import { itemChangesMigration } from './item-changes.ts'
import { itemSubjectsMigration } from './item-subjects.ts'
import { itemsNotTakenMigration } from './items-not-taken.ts'
import { originsMigration } from './origins.ts'
import { openedReadingsMigration } from './opened-readings.ts'
import { plannerMigration } from './planner.ts'
import { publishingMigration } from './publishing.ts'
import { readingMigration } from './reading.ts'
import { reportsMigration } from './reports.ts'
import { speakingMigration } from './speaking.ts'
import { speakingMailboxesMigration } from './speaking-mailboxes.ts'
import { templatesMigration } from './templates.ts'
import { versionRecordsMigration } from './version-records.ts'
import { wordTitlesMigration } from './word-titles.ts'
import { workInRows } from './work-in-rows.ts'
import { fileFindingsMigration } from './file-findings.ts'
import { withheldChangesMigration } from './withheld-changes.ts'

const meetings = `
  body text not null,
  meeting_date date not null,
  fingerprint text not null,
  entry jsonb not null
`

const papers = `
  body text not null,
  meeting_date date not null,
  paper text not null,
  file_name text not null,
  title text not null,
  frame jsonb,
  markdown text not null,
  pictures jsonb not null,
  foreign key (council, body, meeting_date) references work.meetings (council, body, meeting_date)
`

const publishedMeetings = `
  body text not null,
  meeting_date date not null,
  version integer not null check (version > 0),
  meeting_time text,
  status text not null,
  is_public boolean not null,
  has_agenda boolean not null,
  note text not null,
  meeting jsonb not null,
  pack text,
  pack_bytes integer,
  pack_pages integer,
  published_at timestamptz not null default now()
`

const publishedPapers = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  paper text not null,
  item integer not null,
  position integer not null,
  title text not null,
  frame jsonb,
  blocks jsonb not null,
  foreign key (council, body, meeting_date, version) references published.meetings (council, body, meeting_date, version)
`

const publishedPictures = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  checksum text not null,
  media_type text not null,
  foreign key (council, body, meeting_date, version) references published.meetings (council, body, meeting_date, version)
`

/** Meetings as staff keep them, and every version that was published with its papers. */
export const meetingsMigrations: readonly Migration[] = [
  {
    name: '0020-meetings',
    up: async (tx) => {
      await councilTable(tx, 'work.meetings', { columns: meetings, key: 'body, meeting_date' })
      await councilTable(tx, 'work.papers', { columns: papers, key: 'body, meeting_date, paper' })
      await councilTable(tx, 'published.meetings', { columns: publishedMeetings, key: 'body, meeting_date, version' })
      await councilTable(tx, 'published.papers', { columns: publishedPapers, key: 'body, meeting_date, version, paper' })
      await councilTable(tx, 'published.pictures', { columns: publishedPictures, key: 'body, meeting_date, version, checksum' })
      await sql`create index meetings_by_day on published.meetings (council, meeting_date, body)`.execute(tx.tables())
      await sql`create view published.current_meetings with (security_invoker = true) as
        select current.*
        from published.meetings as current
        where not exists (
          select from published.meetings as newer
          where newer.council = current.council and newer.body = current.body and newer.meeting_date = current.meeting_date and newer.version > current.version
        )`.execute(tx.tables())
    },
  },
  workInRows,
  plannerMigration,
  templatesMigration,
  agendaMigration,
  reportsMigration,
  publishingMigration,
  readingMigration,
  speakingMigration,
  itemChangesMigration,
  commissionsMigration,
  openedReadingsMigration,
  wordTitlesMigration,
  approvedPublicationsMigration,
  commentRepliesMigration,
  versionRecordsMigration,
  speakingMailboxesMigration,
  withheldChangesMigration,
  datedPublicationsMigration,
  differingMeetingsMigration,
  fileFindingsMigration,
  originsMigration,
  itemSubjectsMigration,
  itemsNotTakenMigration,
  storedPublicationsMigration,
]
