import { formatTime } from '#core/date-words.ts'
import { londonMoment, timeOf } from '#core/london-time.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { details } from '#platform/pages/components/details.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Recorded } from '../happening.ts'
import { seatsOn } from '../seats.ts'
import { nameOf } from '../verbs/record.ts'
import { happeningWords } from './happening-words.ts'
import { sittingAddress, type SittingView } from './view.ts'

/** The record line by line, the latest first; what was taken back stays, and says so. */
export function logPart(view: SittingView): Html {
  const { log } = view.facts
  if (log.length === 0) return html`<h2 class="govuk-heading-m" id="record">The record</h2><p class="govuk-body">Nothing is recorded yet.</p>`
  const lines = log.filter(({ what }) => what.kind !== 'strikes').toReversed()
  return html`<h2 class="govuk-heading-m" id="record">The record</h2>${table(view, lines.slice(0, latest), 'What was recorded last')}
${lines.length > latest && details({ summary: `Everything before (${lines.length - latest})`, content: table(view, lines.slice(latest), 'What was recorded before') })}`
}

const latest = 10

function table(view: SittingView, lines: readonly Recorded[], caption: string): Html {
  const seats = seatsOn(view.facts.body, view.facts.day)
  const standing = new Set(view.recorded.map(({ id }) => id))
  const rows = lines.map((one): Piece[] => {
    const words = happeningWords(one.what, seats)
    const back = view.mayRecord && link(`${sittingAddress(view)}/record/${one.id}`, html`Take back<span class="govuk-visually-hidden"> ${words}</span>`)
    return [userText(words), one.item === 0 ? 'Before the first' : String(one.item), `${whenWords(one)}, ${one.by}`, standing.has(one.id) ? back : takenBack(view, one)]
  })
  return dataTable({ caption, captionHidden: true, columns: [{ heading: 'What' }, { heading: 'Item' }, { heading: 'Recorded' }, { heading: 'Correction' }], rows })
}

function takenBack({ facts }: SittingView, { id }: Recorded): Html {
  const strike = facts.log.find(({ what }) => what.kind === 'strikes' && what.struck === id)
  return html`${statusTag('Taken back', 'bad')} ${strike?.what.kind === 'strikes' && userText(strike.what.reason)} ${strike !== undefined && `(${strike.by})`}`
}

function whenWords({ at }: Recorded): string {
  return formatTime(timeOf(londonMoment(at)))
}

/** What others recorded since the page was loaded on which the press rested. */
export function meanwhile({ query, context }: StaffRequest, view: SittingView): Html | undefined {
  const since = query.get('seen') ?? ''
  if (!/^\d{1,9}$/.test(since)) return undefined
  const seats = seatsOn(view.facts.body, view.facts.day)
  const others = view.facts.log.filter(({ order, by }) => order > Number(since) && by !== nameOf(context))
  if (others.length === 0) return undefined
  return insetText({
    text: html`<p class="govuk-body">Meanwhile others recorded:</p><ul class="govuk-list govuk-list--bullet">${others.slice(-20).map(({ what, by, item }) => html`<li>${userText(happeningWords(what, seats))}${item > 0 && `, item ${item}`} (${by})</li>`)}</ul>`,
  })
}
