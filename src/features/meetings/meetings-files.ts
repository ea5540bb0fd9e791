import type { FileReferences } from '#platform/files/file-references.ts'
import type { PublicationTables } from './publication/tables.ts'
import type { PublishingTables } from './publishing/tables.ts'
import type { ReadingTables } from './reading/tables.ts'
import type { ReportsTables } from './reports/tables.ts'
import type { MeetingsTables } from './tables.ts'

/**
 * Every file that meetings refer to: packs, supplements, pictures and supplied files, of what is published, of what members were given, of papers in work, and
 * of Word files not yet put in and of publications under way. Members’ copies of packs are left out: they are built again from the rest.
 */
export const meetingsFiles: FileReferences = async (reader) => {
  const tables = reader.tables<MeetingsTables & PublicationTables & PublishingTables & ReportsTables>()
  // First where files wait and then where they go, so that none is overlooked on its way.
  const imports = await tables.selectFrom('work.word_imports').select('work.word_imports.pictures').execute()
  const underWay = await tables.selectFrom('work.publications').select('work.publications.approved').where('work.publications.approved', 'is not', null).execute()
  const papers = await tables.selectFrom('work.papers').select(['work.papers.pictures', 'work.papers.attachment as file']).execute()
  const packs = await tables.selectFrom('published.meetings').select('published.meetings.pack').distinct().execute()
  const supplements = await tables.selectFrom('published.supplements').select('published.supplements.pdf').execute()
  const pictures = await tables.selectFrom('published.pictures').select('published.pictures.checksum').distinct().execute()
  const files = await tables.selectFrom('published.files').select('published.files.checksum').distinct().execute()
  const issued = await tables.selectFrom('work.issued_papers').select(['work.issued_papers.pictures', 'work.issued_papers.file']).execute()
  const approved = underWay.flatMap((publication) => publication.approved?.kept.papers ?? []).map(({ pictures: shown, attachment }) => ({ pictures: shown, file: attachment ?? null }))
  return [
    ...packs.flatMap(({ pack }) => pack ?? []),
    ...supplements.map(({ pdf }) => pdf),
    ...[...pictures, ...files].map(({ checksum }) => checksum),
    ...imports.flatMap((waiting) => waiting.pictures.map(({ checksum }) => checksum)),
    ...[...issued, ...papers, ...approved].flatMap((paper) => [...paper.pictures.map(({ checksum }) => checksum), ...(paper.file === null ? [] : [paper.file.checksum])]),
  ]
}

/** Members’ own copies of packs: in use, and in no backup. */
export const membersCopies: FileReferences = async (reader) => {
  const copies = await reader.tables<ReadingTables>().selectFrom('work.member_packs').select('work.member_packs.checksum').distinct().execute()
  return copies.map(({ checksum }) => checksum)
}
