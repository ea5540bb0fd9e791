import type { Reader } from '#platform/database/database.ts'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from '../checks/check-item.ts'
import { wordsOf, type SaidInWords } from '../checks/commentary-checks.ts'
import { numbersInPassages } from '../checks/number-checks.ts'
import { publishedOf } from '../store/published-entries.ts'

/** Of what a commentary is, and what whoever wrote it has to do where it tells a number: "Say it without". */
interface Written {
  readonly said: SaidInWords
  readonly own: MeasureSheet
  /** Of the measures to which its claims are tied, as far as they are known. */
  readonly others: readonly MeasureSheet[]
  readonly putRight: string
}

/**
 * The numbers in a commentary that a release with it would stop at or warn of, by the same rule and in the same words, before anybody signs it. Only figures of its own measure and of those to which its claims are tied
 * are asked; what other measures of a release hide is held against it there. One query, and none where nothing is said.
 */
export async function numbersInCommentary(reader: Reader, { said, own, others, putRight }: Written): Promise<readonly CheckItem[]> {
  const texts = wordsOf(said).filter((text) => text.trim() !== '')
  if (texts.length === 0) return []
  const sheets = [own, ...others.filter(({ definition }) => definition.slug !== own.definition.slug)]
  const published = await publishedOf(reader, sheets.map(({ definition }) => definition.slug))
  const hidden = await protectSheets(sheets, published.map(({ entry }) => entry.sheet))
  const passages = texts.map((text) => ({ where: 'The commentary', text, putRight }))
  return distinct(numbersInPassages(passages, own.definition, { hidden, sheets }))
}

function distinct(found: readonly CheckItem[]): readonly CheckItem[] {
  return [...new Map(found.map((item) => [item.message, item])).values()]
}
