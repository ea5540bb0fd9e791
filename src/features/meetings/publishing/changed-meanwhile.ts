import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { MeetingWithText } from '../work/draft-of-meeting.ts'
import type { PaperId, PaperInWork } from '../work/meeting-in-work.ts'
import type { Approved } from './approved.ts'
import { saysTheSame } from './same-content.ts'

/**
 * Which papers got other words between the request to publish a meeting and the moment at which the version is written: what was approved is published all
 * the same. Refused where anything changed that settles what may be read: the agenda, which papers there are, and of those that the version shows (`shown`)
 * their place, document and pictures, the version for the public of what is withheld, and a report that was given back.
 */
export function changedMeanwhile(approved: Approved, now: Approved, shown: ReadonlySet<PaperId>): Outcome<readonly PaperId[]> {
  if (!saysTheSame(agendaOf(approved.kept), agendaOf(now.kept))) return stopped('Somebody changed this meeting or its agenda')
  if (!saysTheSame(papersOfItems(approved.kept), papersOfItems(now.kept))) return stopped('Somebody added a paper or took one off')
  const changed: PaperId[] = []
  for (const paper of approved.kept.papers) {
    const after = now.kept.papers.find((one) => one.id === paper.id)
    if (after === undefined) return stopped('Somebody added a paper or took one off')
    const hasOtherWords = !saysTheSame(wordsOf(paper), wordsOf(after))
    const stopping = shown.has(paper.id) ? whatStops(paper, after, hasOtherWords) : undefined
    if (stopping !== undefined) return stopped(stopping)
    if (shown.has(paper.id) && isGivenBack(approved.standings.get(paper.id), now.standings.get(paper.id))) return stopped(`Somebody gave “${paper.title}” back`)
    if (hasOtherWords) changed.push(paper.id)
  }
  return ok(changed)
}

function stopped(what: string) {
  return refuse('conflict', `${what} while it was being published. Nothing was published: look at the changes, then publish again.`)
}

function agendaOf({ meeting: { revision, facts, items } }: MeetingWithText): unknown {
  return { revision, facts, items: items.map((item) => ({ id: item.id, number: item.number, facts: item.facts })) }
}

function papersOfItems({ meeting: { items } }: MeetingWithText): unknown {
  return items.map((item) => item.papers.map((paper) => paper.id))
}

/** What its author writes, and may go on writing while it is published. */
function wordsOf({ title, note, parts }: PaperInWork): unknown {
  return { title, note, parts }
}

function whatStops(before: PaperInWork, after: PaperInWork, hasOtherWords: boolean): string | undefined {
  if (!saysTheSame(placeOf(before), placeOf(after))) return `Somebody changed the place or the document of “${before.title}”`
  const left = new Set(after.pictures.map((picture) => picture.checksum))
  if (before.pictures.some((picture) => !left.has(picture.checksum))) return `Somebody took out or replaced a picture of “${before.title}”`
  return before.isPublicVersion && hasOtherWords ? `Somebody changed what the public may read of “${before.title}”` : undefined
}

/** All that is said of a paper besides its words and its pictures. */
function placeOf({ title: _title, note: _note, parts: _parts, saved: _saved, savedAt: _savedAt, isHeld: _isHeld, pictures: _pictures, revision: _revision, ...place }: PaperInWork): unknown {
  return place
}

/** By whoever receives it, or by an officer who was to clear it. */
function isGivenBack(before: ReportStanding | undefined, after: ReportStanding | undefined): boolean {
  const returned = (standing: ReportStanding | undefined) => new Set(standing?.clearances.filter((one) => one.state === 'returned').map((one) => one.kind))
  const [earlier, later] = [returned(before), returned(after)]
  return (after?.state === 'returned' && before?.state !== 'returned') || [...later].some((kind) => !earlier.has(kind))
}
