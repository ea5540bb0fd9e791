import type { LocalDate } from '#core/dates.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import { commentariesFor } from '../../commentary/commentaries-for.ts'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import { measuresOf, type KeptRelease } from '../model/release-draft.ts'
import { confirmedLast, everythingPublished, firstPublished, publishedLast, releaseBefore } from '../store/published-entries.ts'
import { askedByBody } from './asked-by-body.ts'
import { previewOf, type ReleasePreview } from './release-preview.ts'

/**
 * A release exactly as it would be published on this day: figures as they stand, protected beside all that was published before, with what was signed of them. A fixed number of
 * queries, whatever is in it.
 */
export async function releasePreview(reader: Reader, kept: KeptRelease, day: LocalDate): Promise<ReleasePreview> {
  const period = parsePeriod(kept.period)
  if (period === undefined) throw new Error(`A release of no period: ${kept.period}`)
  const sheets = await sheetsFor(reader, measuresOf(kept.draft), period)
  const published = await everythingPublished(reader)
  const hidden = await protectSheets(sheets, published.map(({ entry }) => entry.sheet))
  const { commentaries, editions } = await commentariesFor(reader, sheets.map(({ definition, asOf }) => ({ measure: definition.slug, period: asOf })), { standing: sheets, shown: hidden.ok ? hidden.value.sheets : [] })
  const asked = await askedByBody(reader, kept.body, firstPublished(published, kept) ?? day, sheets.map(({ definition }) => definition))
  return previewOf({ kept, sheets, hidden, commentaries, editions, before: releaseBefore(published, kept.body, period), published: publishedLast(published, day), confirmed: confirmedLast(published), asked }, day)
}
