import { formatDay } from '#core/date-words.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import type { OpenPaper } from '../rights/open-paper.ts'

/** A paper as a mail may name it, in the middle of a sentence: the title of one that is withheld is never sent. */
export async function paperInMail(reader: Reader, { title, isWithheld, meeting: { facts } }: OpenPaper): Promise<string> {
  const names = await bodyNames(reader)
  const meeting = `the meeting of ${names.get(facts.body) ?? facts.body} on ${formatDay(facts.date)}`
  return isWithheld ? `a report for ${meeting}` : `the report “${title}” for ${meeting}`
}

/** The address of a paper for the staff, with what follows it. */
export function paperAddress(origin: string, paper: string, below = ''): string {
  return `${origin}/staff/papers/${paper}${below}`
}
