import type { FileReferences } from '#platform/files/file-references.ts'
import type { MeetingsTables } from './tables.ts'

/** Every file that meetings refer to: packs, pictures that are published, and pictures of papers, the withheld ones too. */
export const meetingsFiles: FileReferences = async (reader) => {
  const tables = reader.tables<MeetingsTables>()
  const packs = await tables.selectFrom('published.meetings').select('published.meetings.pack').distinct().execute()
  const pictures = await tables.selectFrom('published.pictures').select('published.pictures.checksum').distinct().execute()
  const papers = await tables.selectFrom('work.papers').select('work.papers.pictures').execute()
  return [...packs.flatMap(({ pack }) => pack ?? []), ...pictures.map(({ checksum }) => checksum), ...papers.flatMap((paper) => paper.pictures.map(({ checksum }) => checksum))]
}
