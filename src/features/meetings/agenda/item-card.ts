import { countOf } from '#core/count-in-words.ts'
import { formatDay, formatTime } from '#core/date-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { kindInWords } from '../record/meeting-words.ts'
import { isPaperWithdrawn } from '../publishing/withdraw.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { ItemInWork, PaperInList } from '../work/meeting-in-work.ts'
import { nameOf, type AgendaView } from './agenda-view.ts'
import { shieldedTitle } from './agenda-words.ts'
import { itemActions } from './item-actions.ts'
import { isItemPublished, itemLateness } from './item-lateness.ts'
import { reportOf } from './item-values.ts'
import { clearancesInWords } from './lateness.ts'
import { opennessInWords } from './openness.ts'
import { isFixed, timingsOf } from './timing-of-agenda.ts'
import { mayEdit } from './who-may.ts'

/** One item of the agenda as staff see it, with what can be done with it. */
export function itemCard(request: StaffRequest, view: AgendaView, item: ItemInWork): Html {
  const isRead = view.sight.isShown(item)
  const { facts } = item
  const openness = opennessInWords(facts)
  const tags = [
    facts.kind && statusTag(kindInWords(facts.kind), 'neutral'),
    openness !== undefined && statusTag(openness, 'withheld'),
    facts.withdrawn !== undefined && statusTag('Withdrawn', 'bad'),
    facts.withdrawn === undefined && (facts.withdrawnPapers ?? []).length > 0 && statusTag('Papers withdrawn', 'bad'),
    latenessTag(request, view, item),
  ]
  return html`<li class="gt-builder__item" id="item-${item.id}" data-item="${item.id}"><div class="gt-builder__head">
<h3 class="govuk-heading-s gt-builder__title"><span class="gt-builder__number">${item.number}<span class="govuk-visually-hidden">.</span></span> ${userText(isRead ? facts.title : shieldedTitle(item))}</h3>
<p class="gt-builder__tags">${tags}</p></div>
<div class="gt-builder__rest"><dl class="gt-builder__facts">${timeFact(view, item)}${isRead && ownFacts(view, item)}</dl>
${mayEdit(request) && itemActions(request, view, item)}</div></li>`
}

/** Never by colour alone: the tag says what is due or how late it is. */
function latenessTag(request: StaffRequest, view: AgendaView, item: ItemInWork): Html | undefined {
  const lateness = itemLateness(view, item, request.today)
  return lateness && statusTag(lateness.words, lateness.meaning)
}

function fact(name: string, value: Html | string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function timeFact({ meeting }: AgendaView, { number, facts }: ItemInWork): Html | undefined {
  const span = timingsOf(meeting.facts.time, meeting.items).spans.get(number)
  const times = span && `${formatTime(span.from)} to ${formatTime(span.to)}`
  if (facts.minutes !== undefined) return fact('Time', times === undefined ? countOf(facts.minutes, 'minutes') : `${times}, ${countOf(facts.minutes, 'minutes')}`)
  return times === undefined ? undefined : fact('Time', isFixed(facts) ? `${times}, fixed` : times)
}

function ownFacts(view: AgendaView, item: ItemInWork): readonly (Html | undefined)[] {
  const { facts } = item
  const text = (value: string | undefined) => (value === undefined ? undefined : userText(value))
  return [
    fact('Presenter', text(facts.presenter)),
    fact('Sponsor', text(facts.sponsor)),
    fact('Author', authorOf(view, item)),
    fact('Papers', papersOf(view, item)),
    fact('Draft by (agreed)', facts.draftBy && formatDay(facts.draftBy)),
    fact('Note', text(facts.note)),
    fact('Should be said', unsaidOf(facts)),
    fact('Title for the public', text(facts.withheld?.publicTitle)),
    fact('Reason for urgency', text(facts.lateReason)),
    fact('Why withdrawn', text(facts.withdrawn)),
  ]
}

/** Who decided that an item is not open, and when that is looked at again, is asked of the officer at once; neither is refused. */
function unsaidOf({ exempt, confidential, withheld }: ItemInWork['facts']): string | undefined {
  if (exempt === undefined && !confidential) return undefined
  const unsaid = [
    withheld?.decidedBy === undefined && 'who decided that it is not open',
    withheld?.reviewOn === undefined && 'when to ask again whether the reason still holds',
  ].filter((part) => part !== false)
  return unsaid.length === 0 ? undefined : unsaid.join('; ')
}

function authorOf({ people, issued }: AgendaView, item: ItemInWork): Html | string | undefined {
  if (item.author === undefined) return reportOf(item) === undefined || issued?.has(item.number) === true ? undefined : 'Nobody yet'
  const name = nameOf(people, item.author)
  return name === undefined ? 'An account that is no longer there' : userText(name)
}

function papersOf(view: AgendaView, item: ItemInWork): Html | undefined {
  if (item.papers.length === 0) return item.facts.toFollow ? html`To follow` : undefined
  return html`<ul class="gt-builder__papers">${item.papers.map((paper) => html`<li>${paperLine(view, item, paper)}</li>`)}</ul>`
}

function paperLine(view: AgendaView, item: ItemInWork, paper: PaperInList): Html {
  const name = paper.isPublicVersion ? 'Public version' : paper.kind === 'report' ? 'Report' : paper.title
  const ofItem = html`<span class="govuk-visually-hidden"> of item ${item.number}</span>`
  const named = view.sight.mayOpen(item) ? link(`/staff/papers/${paper.id}`, html`${userText(name)}${ofItem}`) : userText(name)
  return html`${named}: ${paperStates(view, item, paper).join('; ')}`
}

function paperStates(view: AgendaView, item: ItemInWork, paper: PaperInList): string[] {
  const { standings, template } = view
  const standing = standings.get(paper.id)
  const comments = standing === undefined || standing.openComments === 0 ? [] : [countOf(standing.openComments, 'open comments')]
  if (item.facts.withdrawn !== undefined || isPaperWithdrawn(item, paper)) return ['withdrawn', ...comments]
  if (paper.isHeld && isItemPublished(view, item)) return ['on the published agenda', ...comments]
  if (paper.kind === 'appendix') return [paper.isHeld ? 'here' : (paper.note ?? 'not here yet')]
  const state = paper.isHeld ? reportStates[standing?.state ?? 'writing'] : reportStates['not-begun']
  const clearances = paper.isPublicVersion || template.clearances.length === 0 ? [] : [clearancesInWords({ standing, clearances: template.clearances })]
  return [state, ...clearances, ...comments]
}

const reportStates: Readonly<Record<ReportStanding['state'], string>> = {
  'not-begun': 'not begun',
  writing: 'being written',
  'handed-in': 'handed in',
  returned: 'returned to the author',
}
