import { parsePeriod } from '#core/periods/period.ts'
import { periodInWords } from '#core/periods/period-words.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { inventionWords } from '#features/minutes'
import { inventedWords } from '../../glance/invented-words.ts'
import { apartWords, brokenOff } from '../../glance/broken-off.ts'
import { capital } from '../../measure-pages/measure-words.ts'
import { publishedOn } from '../../measure-pages/published-on.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import { hasFigureNow, pointOf } from '../../sheets/sheet.ts'
import { nothingRedWords } from '../parts/nothing-red-words.ts'
import { aloneHeading, wrongWayHeading } from '../parts/unjudged-section.ts'
import { saidInLine } from '../parts/worst-list.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { amberBeside, amberHeading, besideExceptions, nearest, withoutRule } from '../view/without-rule.ts'
import { wrongWayWords } from '../view/worst-first.ts'
import { bullets, heading, paragraph, words } from './block-words.ts'

/** What the dashboard begins with: what it is, how much needs looking at, and where nothing does, what can be judged at all. */
export function summaryBlocks(view: DashboardView): readonly Block[] {
  const { release, exceptions, entries } = view
  const facts = factsOf(release)
  if (exceptions.length > 0) return [heading(2, 'What needs looking at first'), paragraph(...words(`${facts} ${exceptions.length} of ${entries.length} measures need looking at first.`))]
  if (!entries.some(({ sheet }) => hasFigureNow(sheet))) return [heading(2, 'No measure has a figure for this period'), paragraph(...words(facts))]
  const { told, unjudged } = nothingRedWords(view)
  return [
    heading(2, told === undefined ? 'No measure can be judged by rule' : 'Nothing is red'),
    paragraph(...words([facts, ...(told === undefined ? [] : [told]), ...(unjudged === undefined ? [] : [`${unjudged.who}: ${unjudged.why}.`])].join(' '))),
    ...amberBlocks(view),
  ]
}

/** What chance alone may decide, in a line each: behind whatever needs looking at first. */
export function amberBlocks(view: DashboardView): readonly Block[] {
  return nearestBlocks(amberHeading, amberBeside(view), view.release)
}

function factsOf({ period: slug, publishedAt, version, note, invented }: Release): string {
  const period = parsePeriod(slug)
  return `${period === undefined ? '' : `${capital(periodInWords(period))}. `}Published ${publishedOn(publishedAt)}, version ${version}${note === '' ? '' : `: ${note.replace(/\.\s*$/, '')}`}.${invented === undefined ? '' : ` ${inventionWords[invented]}. ${inventedWords.release[invented]}`}`
}

/** Of what no rule can judge, the lists of the dashboard. */
export function unjudgedBlocks(view: DashboardView): readonly Block[] {
  const { wrongWay, alone } = withoutRule(besideExceptions(view))
  return [
    ...nearestBlocks(wrongWayHeading, wrongWay, view.release),
    ...(wrongWay.length === 0 ? [] : [paragraph(...words(wrongWayWords))]),
    ...(alone.length === 0 ? [] : [heading(3, aloneHeading), bullets(alone.map(({ sheet }) => words(`${sheet.definition.name}: ${apartLine(sheet)}`)))]),
  ]
}

function apartLine(sheet: ReleaseEntry['sheet']): string {
  const broken = brokenOff(sheet)
  return broken === undefined ? '' : `${apartWords(broken, sheet)} ${broken.reason}${noteAfter(sheet)}`
}

/** The footnote of the figure, behind what is said of it. */
function noteAfter(sheet: ReleaseEntry['sheet'], stop = ''): string {
  const note = pointOf(sheet)?.note
  return note === undefined ? '' : `${stop} Note: ${note}`
}

function nearestBlocks(name: string, entries: readonly ReleaseEntry[], { period }: Release): readonly Block[] {
  if (entries.length === 0) return []
  const rest = entries.length - nearest
  const lines = entries.slice(0, nearest).map(({ sheet }) => words(`${sheet.definition.name}: ${saidInLine(sheet, period).join('; ')}${noteAfter(sheet, '.')}`))
  return [heading(3, name), bullets(lines), ...(rest > 0 ? [paragraph(...words(`And ${rest} more, in the tables below.`))] : [])]
}
