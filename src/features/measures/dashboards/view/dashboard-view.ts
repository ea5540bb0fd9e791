import type { ReleaseOut } from '../../releases/published-releases.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import type { Rag } from '../../sheets/sheet-judgement.ts'
import { strategiesOf, type StrategyNamed } from './strategies-of.ts'
import { worstFirst } from './worst-first.ts'

/** The part of a dashboard that is asked for: all of it where neither is named. */
export interface Part {
  readonly theme?: string
  readonly strategy?: string
}

/** The measures of a part of the dashboard. */
interface HeadedEntries {
  readonly heading: string
  readonly entries: readonly ReleaseEntry[]
}

/** The figures of a period as somebody reads them: what to look at first, and then the rest. */
export interface DashboardView extends ReleaseOut {
  /** The version that holds, which may be another than the one that is shown. */
  readonly newest: number
  /** What is left of it. */
  readonly part: Part
  readonly inAll: number
  /** What is to be looked at first, the worst at the head. */
  readonly exceptions: readonly ReleaseEntry[]
  /** What had to be looked at first last time, and has not to be now. */
  readonly closed: readonly ReleaseEntry[]
  /** What is judged, heading by heading. */
  readonly headed: readonly HeadedEntries[]
  /** Of which neither way is better: numbers that say how large things are. */
  readonly context: readonly ReleaseEntry[]
  readonly counts: Readonly<Record<Rag, number>>
  readonly unconfirmed: readonly ReleaseEntry[]
  readonly revised: readonly ReleaseEntry[]
  /** What there is to choose from, of all measures of the release. */
  readonly themes: readonly string[]
  readonly strategies: readonly StrategyNamed[]
}

/** Sorts what was published into what is read first and what follows; nothing is reckoned anew. */
export function dashboardView(out: ReleaseOut, part: Part = {}): DashboardView {
  const entries = out.entries.filter((entry) => isIn(entry, part))
  const judged = entries.filter((entry) => !isContext(entry))
  return {
    ...out,
    entries,
    newest: Math.max(...out.versions.map(({ version }) => version)),
    part,
    inAll: out.entries.length,
    exceptions: worstFirst(entries.filter(({ exception }) => exception === 'new' || exception === 'continuing')),
    closed: entries.filter(({ exception }) => exception === 'closed'),
    headed: underHeadings(judged, out.release.headings),
    context: entries.filter(isContext),
    counts: countsOf(judged),
    unconfirmed: entries.filter(({ isConfirmed }) => !isConfirmed),
    revised: entries.filter(({ revised }) => revised.length > 0),
    themes: [...new Set(out.entries.flatMap(({ sheet }) => sheet.definition.themes))].toSorted(),
    strategies: strategiesOf(out.entries.map(({ sheet }) => sheet.definition)),
  }
}

/** Whether neither way is better, so that it is never judged and never coloured. */
function isContext({ sheet }: ReleaseEntry): boolean {
  return sheet.definition.polarity === 'neither'
}

function isIn({ sheet }: ReleaseEntry, { theme, strategy }: Part): boolean {
  const { themes, strategies } = sheet.definition
  return (theme === undefined || themes.includes(theme)) && (strategy === undefined || strategies.some(({ slug }) => slug === strategy))
}

/** In the order of the release; a heading that it does not name comes after those that it does. */
function underHeadings(entries: readonly ReleaseEntry[], headings: Release['headings']): readonly HeadedEntries[] {
  const all = [...new Set([...headings, ...entries.map(({ heading }) => heading)])]
  return all.map((heading) => ({ heading, entries: entries.filter((entry) => entry.heading === heading) })).filter((group) => group.entries.length > 0)
}

function countsOf(entries: readonly ReleaseEntry[]): Record<Rag, number> {
  const counts = { red: 0, amber: 0, green: 0, none: 0 }
  for (const { sheet } of entries) counts[sheet.judgement.rag] += 1
  return counts
}
