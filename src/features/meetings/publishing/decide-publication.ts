import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { VersionToBuild } from '../publication/build-version.ts'
import { clearDaysAsked } from '../record/clear-days.ts'
import { statusInWords } from '../record/meeting-words.ts'
import type { PublicationKind } from './changes-since.ts'
import type { PublicationPlan } from './publication-plan.ts'
import type { Finding } from './readiness.ts'
import type { Proposal } from './to-publish.ts'

/** What was asked, as far as the decision needs it. */
type Asked = Pick<PublicationPlan, 'kind' | 'note' | 'lateReason' | 'itemReasons' | 'leave'>

/**
 * Decides whether a publication may be made, and what it is. Refused where something stops it, where nothing has changed, where an agenda or an item comes
 * later than five clear working days before the meeting without the chair's reason (Local Government Act 1972 s100B), and where a correction does not
 * say what it corrects.
 */
export function decidePublication(proposal: Proposal, asked: Asked, today: LocalDate): Outcome<VersionToBuild> {
  const { said, kind, standing } = proposal
  const stopping = proposal.findings.filter((finding) => finding.severity === 'stops')
  if (stopping.length > 0 || said === undefined) return refuse('invalid', 'This cannot be published yet.', stopping.map((finding) => ({ message: findingInWords(finding) })))
  if (asked.leave?.some((id) => !proposal.staying.some((paper) => paper.id === id)) === true) return refuse('conflict', cannotStay)
  if (kind === undefined) return refuse('not-now', `${nothingChanged(proposal)}, so there is nothing to publish.`)
  if (asked.kind !== kind && !(asked.kind === 'correction' && mayBeCorrected(kind))) return refuse('conflict', 'What would be published is no longer what you saw. Look at the changes again, then publish.')
  const faults = missingWords(proposal, asked)
  if (faults.length > 0) return refuse('invalid', '', faults)
  const version = (standing?.version ?? 0) + 1
  const note = proposal.isOpen ? noteOf(proposal, asked) : standing === undefined ? 'Announced in the calendar.' : 'The announcement was changed.'
  const inPlaceOf = standing === undefined || standing.meeting.items.length === 0 ? undefined : standing.packVersion
  const built = { version, note, publication: said.publication, issue: said.issue, ...given('inPlaceOf', inPlaceOf) }
  if (asked.kind !== 'supplement' || standing === undefined) return ok(built)
  const number = proposal.lastSupplement + 1
  return ok({ ...built, note: `Supplement ${number}: ${note}`, supplement: { number, issued: today, note, to: standing } })
}

const cannotStay = 'A paper that you would leave as published cannot stay as it is: it was withdrawn, renamed or taken off meanwhile, or other people may read it now. Look at the changes again, then publish.'

/** "Nothing has changed since version 3". */
export function nothingChanged({ standing, staying }: Pick<Proposal, 'standing' | 'staying'>): string {
  return `Nothing ${staying.length === 0 ? 'has' : 'else has'} changed since version ${standing?.version ?? 0}`
}

/** The whole pack can be built again in place of a supplement, a withdrawal or a release. */
function mayBeCorrected(kind: PublicationKind): boolean {
  return kind === 'supplement' || kind === 'withdrawal' || kind === 'release'
}

function missingWords({ isFirst, isOpen, clearDays, lateItems, next }: Proposal, asked: Asked): Fault[] {
  const isLate = isFirst && clearDays.isLate && next.meeting.facts.lateReason === undefined
  const without = isOpen ? lateItems.filter(({ number }) => next.meeting.items.find((item) => item.number === number)?.facts.lateReason === undefined) : []
  return [
    ...(isLate ? [{ field: 'late-reason', message: `Give the chair’s reason for publishing with fewer than ${clearDaysAsked} clear working days to go` }] : []),
    ...without.map(({ number }) => ({ field: `late-item-${number}`, message: `Give the chair’s reason for the urgency of item ${number}, which joins the agenda late` })),
    ...(asked.kind === 'correction' && isOpen && (asked.note ?? '') === '' ? [{ field: 'note', message: 'Say what the new version corrects' }] : []),
  ]
}

/** What stands in the way, with the item and the paper it is about. */
export function findingInWords({ message, item, paper }: Finding): string {
  if (item === undefined) return message
  return `Item ${item.number}${paper === undefined ? '' : `, ${paper.title}`}: ${message}`
}

/** What the version says of itself, in public: never a title of what is withheld. */
function noteOf(proposal: Proposal, { kind, note = '' }: Asked): string {
  const typed = note === '' ? '' : ` ${sentence(note)}`
  switch (kind) {
    case 'agenda':
      return 'Agenda published.'
    case 'supplement':
      return `${supplementInWords(proposal)}${typed}`
    case 'correction':
      return sentence(note)
    case 'withdrawal':
      return `${withdrawalsInWords(proposal).join(' ')}${typed}`
    case 'release':
      return `${releasesInWords(proposal)}${typed}`
    case 'state':
      return `The state of the meeting is now: ${statusInWords(proposal.next.meeting.facts.status).toLowerCase()}.`
  }
}

function supplementInWords({ changes }: Proposal): string {
  const withPapers = [...new Set((changes?.papers ?? []).map((paper) => paper.item))]
  const others = (changes?.items ?? []).map((item) => item.number).filter((number) => !withPapers.includes(number))
  const words = [...(withPapers.length === 0 ? [] : [`papers on ${itemsInWords(withPapers)}`]), ...(others.length === 0 ? [] : [`${itemsInWords(others)}, new on the agenda`])]
  return `${words.join('; ')}.`
}

function withdrawalsInWords({ changes, next, said }: Proposal): string[] {
  const items = (changes?.items ?? []).filter((item) => item.change === 'withdrawn')
  const ofItems = items.map(({ number }) => `Item ${number} is withdrawn: ${sentence(next.meeting.items.find((item) => item.number === number)?.facts.withdrawn ?? '')}`)
  const named = said?.publication.meeting.items.flatMap((item) => item.papers.map((paper) => ({ ...paper, item: item.number }))) ?? []
  const papers = (changes?.papers ?? []).filter((paper) => paper.change === 'withdrawn' && paper.isPublic && !items.some((item) => item.number === paper.item))
  const ofPapers = papers.flatMap(({ id, item }) => {
    const paper = named.find((one) => one.id === id)
    return paper?.withdrawn === undefined ? [] : [`${paper.kind === 'report' ? 'The report' : paper.title} on item ${item} is withdrawn: ${sentence(paper.withdrawn)}`]
  })
  const sentences = [...ofItems, ...ofPapers]
  return sentences.length > 0 ? sentences : ['The agenda was changed.']
}

function releasesInWords({ changes }: Proposal): string {
  const numbers = [...new Set((changes?.items ?? []).filter((item) => item.change === 'released').map((item) => item.number))]
  return `The papers of ${itemsInWords(numbers)}, which were withheld before, are published.`
}

/** "item 3", "items 3, 5 and 6". */
function itemsInWords(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other)
  if (sorted.length < 2) return `item ${sorted[0] ?? ''}`
  return `items ${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1) ?? ''}`
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
