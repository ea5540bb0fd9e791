import { countOf } from '#core/count-in-words.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { periodInWords } from '#core/periods/period-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { inventionTag } from '#features/minutes'
import { inventedWords } from '../../glance/invented-words.ts'
import { capital } from '../../measure-pages/measure-words.ts'
import { dayPublished, publishedOn } from '../../measure-pages/published-on.ts'
import type { Release } from '../../releases/release.ts'

/** Whose figures, of which period, and how long after it they came out. */
export function releaseFacts({ release }: { readonly release: Pick<Release, 'bodyName' | 'period' | 'publishedAt' | 'invented'> }): Html {
  const period = parsePeriod(release.period)
  const after = period === undefined ? 0 : Math.round((Date.parse(dayPublished(release.publishedAt)) - Date.parse(period.to)) / 86_400_000)
  const late = after > 0 ? `, ${countOf(after, 'days')} after it ended` : ''
  return html`<p class="govuk-body gt-dashboard__facts">${userText(release.bodyName)}. ${period !== undefined && `${capital(periodInWords(period))}. `}Published ${publishedOn(release.publishedAt)}${late}.${release.invented && html` ${inventionTag(release.invented)} ${inventedWords.release[release.invented]}`}</p>`
}
