import { ok, refuse } from '#core/outcome.ts'
import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { findingsKept, loadKept, type LoadKept } from '../../observations/loading/keep-findings.ts'
import { loadAddress, loadFiguresPath, measuresCrumb } from '../addresses.ts'
import { figureWords, findingsSection } from './findings-section.ts'
import { loadKinds } from './kinds.ts'

const noLoad = refuse('not-found', 'There is no such load of figures. “Load figures from a file” names them all.')

/** `/staff/measures/load/:load`: with what figures came, and what of them was worth a look when they did. */
export const loadKeptPage: StaffPage<MeetingsApp> = {
  path: loadAddress(':load'),
  show: async ({ context, params }) => {
    const id = params['load'] ?? ''
    const found = await look(context, { verb: 'measures.see', subject: { kind: 'load', id: id.slice(0, 50) } }, async (reader) => {
      const load = await loadKept(reader, id)
      return load === undefined ? noLoad : ok({ load, findings: await findingsKept(reader, load.id), wordsOf: await figureWords(reader) })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { load, findings, wordsOf } = found.value
    return {
      kind: 'page',
      title: `What came of load ${shortId(load)}`,
      crumbs: [measuresCrumb, { text: 'Load figures from a file', href: loadFiguresPath }],
      body: html`${summaryList({
        rows: [
          { key: 'What was loaded', value: whatOf(load) },
          { key: 'When', value: momentOf(load) },
          { key: 'By', value: byOf(load) },
          { key: 'Figures that it brought', value: load.figures.toLocaleString('en-GB') },
        ],
      })}
${findingsSection(findings, wordsOf) ?? html`<p class="govuk-body">Nothing in it was worth a look.</p>`}`,
    }
  },
}

/** Loads, the newest first, each with the way to what was worth a look in it; and the way to those before and to the last. */
export function lastLoadsSection(loads: readonly LoadKept[], { isFurther, hasMore }: { readonly isFurther: boolean; readonly hasMore: boolean }): Html | undefined {
  if (loads.length === 0 && !isFurther) return undefined
  const last = hasMore ? loads.at(-1) : undefined
  const toLookAt = ({ findings }: LoadKept) => (findings === 0 ? 'nothing to look at' : `${findings.toLocaleString('en-GB')} to look at`)
  return html`<h2 class="govuk-heading-m" id="loaded">${isFurther ? 'Loaded before' : 'Loaded last'}</h2>
<ul class="govuk-list govuk-list--bullet">${loads.map((load) => html`<li>${link(loadAddress(load.id), html`Load ${shortId(load)}, ${momentOf(load)}: ${whatOf(load)}`)}, by ${byOf(load)}: ${load.figures.toLocaleString('en-GB')} ${load.figures === 1 ? 'figure' : 'figures'}, ${toLookAt(load)}</li>`)}</ul>
${cursorPagination({ label: 'Pages of loads', ...(isFurther ? { previous: { href: `${loadFiguresPath}#loaded`, label: 'Back to the last' } } : {}), ...(last === undefined ? {} : { next: { href: `${loadFiguresPath}?after=${last.id}#loaded`, label: 'Earlier loads' } }) })}`
}

/** So much of it tells loads of one moment apart. */
function shortId({ id }: LoadKept): string {
  return id.slice(0, 8)
}

function whatOf({ what }: LoadKept): string {
  return what === 'page' ? 'One figure, typed' : loadKinds[what].name
}

function byOf({ by }: LoadKept): Html {
  return by === undefined ? html`a command` : userText(by)
}

function momentOf({ enteredAt }: LoadKept): string {
  const moment = londonMoment(enteredAt.toISOString())
  return `${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}`
}
