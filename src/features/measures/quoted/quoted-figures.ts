import type { QuotedFigures } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import type { Quoted, QuotedMarks } from '#platform/documents/quoted.ts'
import { dashboardBlocks } from '../dashboards/appendix/dashboard-blocks.ts'
import { paragraph, words } from '../dashboards/appendix/block-words.ts'
import { exceptionCharts } from '../dashboards/appendix/exception-charts.ts'
import { smallCharts } from '../dashboards/appendix/small-charts.ts'
import { publishedOn } from '../measure-pages/published-on.ts'
import { currentEntries, releaseOut, releasesOut, type CurrentEntry, type ReleaseOut } from '../releases/published-releases.ts'
import { dashboardAddress } from '../releases/release.ts'
import { figureAddress } from './figure-address.ts'
import { markOfDashboard, readMark, type Mark } from './mark.ts'
import { figureName, publishedFigure } from './published-figure.ts'

type FigureMark = Extract<Mark, { kind: 'figure' }>
type DashboardMark = Extract<Mark, { kind: 'dashboard' }>

/** The figures of measures in reports and their appendices: everything in them is out of what is published. */
export const quotedFigures: QuotedFigures = {
  read: readFigures,
  toAdd: async (reader) => (await releasesOut(reader)).map((release) => ({ mark: markOfDashboard(release), title: `${release.title} (${release.bodyName})` })),
}

/** At most so many dashboards are read for the texts of one reading. */
const mostDashboards = 12

/** One query for all figures, and two for each body and period of which all figures are asked for, up to a dozen of these. */
async function readFigures(reader: Reader, marks: readonly string[]): Promise<QuotedMarks> {
  const asked = marks.flatMap((text) => {
    const mark = readMark(text)
    return mark === undefined ? [] : [{ text, mark }]
  })
  const current = await currentEntries(reader, [...new Set(asked.flatMap(({ mark }) => (mark.kind === 'figure' ? [mark.measure] : [])))])
  const found = new Map<string, Quoted>()
  let dashboards = 0
  for (const { text, mark } of asked) {
    if (mark.kind === 'figure') found.set(text, figure(mark, current.find(({ entry }) => entry.measure === mark.measure)))
    else found.set(text, ++dashboards > mostDashboards ? tooMany : dashboard(mark, await releaseOut(reader, mark)))
  }
  return found
}

const tooMany: Quoted = { kind: 'unknown', message: `The papers of a meeting hold the figures of at most ${mostDashboards} periods. Take out this line.` }

function figure(mark: FigureMark, current: CurrentEntry | undefined): Quoted {
  if (current === undefined) return { kind: 'unknown', message: `No measure is published as “${mark.measure}”. Take its name from the address of its page below /measures, or publish figures with it first.` }
  const { entry, release } = current
  const shown = publishedFigure(entry, mark)
  if (shown === undefined) return { kind: 'unknown', message: `Nothing is published of “${figureName(entry, mark)}”. Write a period, an area and a breakdown as the page of the measure has them, or publish that figure first.` }
  const address = figureAddress({ ...mark, release })
  return { kind: 'words', content: [{ kind: 'link', address, content: words(shown) }], about: `${figureName(entry, mark)}, as published ${publishedOn(release.publishedAt)} (${release.title}, version ${release.version}): ${shown}` }
}

function dashboard(mark: DashboardMark, out: ReleaseOut | undefined): Quoted {
  if (out === undefined) return { kind: 'unknown', message: `No figures of “${mark.body}” are published for ${mark.period}. Publish them first, or take out this line.` }
  const { release } = out
  const version = `version ${release.version}, published ${publishedOn(release.publishedAt)}`
  const link = { kind: 'link' as const, address: dashboardAddress(release, release.version), content: words(release.title) }
  const [charts, small] = [exceptionCharts(out.entries), smallCharts(release, out.entries)]
  const blocks = [paragraph(link, { kind: 'text', text: `: ${version}.` }), ...dashboardBlocks(release, out.entries, charts, small)]
  return { kind: 'part', blocks, pictures: [...charts.values(), ...small.charts].map(({ picture }) => picture), about: `${release.title}, ${version}` }
}
