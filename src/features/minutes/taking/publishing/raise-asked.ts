import { formatDate } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { isOpenMeeting, isWithheldItem } from '#features/meetings'
import { keepingTheirWords, raiseActions, withdrawActions, type Asked, type Asking, type KeepsItsWords } from '../../actions/raise-actions.ts'
import type { ResolutionId } from '../record/resolution.ts'
import type { ResolutionInWork } from '../work/minutes-in-work.ts'
import type { ComposedMinutes } from './compose-minutes.ts'

/**
 * Each resolution that asks something of somebody becomes an action, or a recommendation that is to be answered. What a correction no longer asks is withdrawn.
 * What is asked of an exempt item or in private is kept and never published. Answers which resolutions ask something.
 */
export async function raiseAsked(tx: Transaction, { meeting, minutes, numbers, record }: ComposedMinutes, at: Date): Promise<readonly ResolutionId[]> {
  const { body, date } = meeting.facts
  const isOpen = isOpenMeeting(meeting.facts)
  const asking: ResolutionId[] = []
  for (const item of meeting.items) {
    const asked = (minutes.resolutions.get(item.number) ?? []).filter(({ whom }) => whom !== undefined)
    asking.push(...asked.map(({ id }) => id))
    for (const isPublic of [true, false]) {
      const here = asked.filter(({ withheld }) => (isOpen && !withheld) === isPublic)
      const where: Asking = { body, date, item: item.number, ...given('minute', numbers.get(item.number)), on: date, isPublic }
      if (here.length > 0) await raiseActions(tx, where, here.map((one) => askedBy(one, isWithheldItem(item.facts) ? [] : (item.facts.subjects ?? []))), at)
    }
  }
  const gone = minutes.raised.filter((id) => !asking.includes(id))
  if (gone.length > 0) await withdrawActions(tx, gone.map((id) => ({ kind: 'resolution', id })), `The minutes of ${formatDate(record.date)} were corrected before they were confirmed: this was not resolved so.`, at)
  return asking
}

/** Which recommendations and actions were served or answered in other words than these minutes now have, and keep theirs. */
export async function keptDespite(reader: Reader, { minutes }: Pick<ComposedMinutes, 'minutes'>): Promise<KeepsItsWords[]> {
  const asking = [...minutes.resolutions.values()].flat().filter(({ whom }) => whom !== undefined)
  const withheld = new Set<string>(asking.filter((one) => one.withheld).map(({ id }) => id))
  const kept = await keepingTheirWords(reader, asking.map((one) => askedBy(one, [])))
  return kept.filter(({ action }) => !action.isPublic || !withheld.has(action.origin.id))
}

function askedBy({ id, kind, words, whom, due }: ResolutionInWork, subjects: readonly string[]): Asked {
  return { origin: { kind: 'resolution', id }, words, of: whom ?? { name: '' }, ...given('due', due), kind: kind === 'recommended' ? 'recommendation' : 'action', subjects }
}

