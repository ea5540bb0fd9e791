import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ItemInWork, MeetingFacts } from '#features/meetings'
import { standing, type Happening, type Recorded } from '../happening.ts'
import type { Addition } from '../keep-log.ts'
import { mayOpen } from '../may-record.ts'
import { hasReached } from '../reached.ts'
import type { Sitting } from '../sitting-now.ts'
import { currentItem } from '../timeline.ts'
import { declared } from './declared.ts'
import { allBack, atSeat, everybody, substituted } from './at-seat.ts'
import type { Wish } from './wish.ts'

/** What a wish is held against. */
export interface Standing {
  /** As it stood in the item that the officer is at. */
  readonly sitting: Sitting
  readonly log: readonly Recorded[]
  readonly items: readonly Pick<ItemInWork, 'number' | 'facts'>[]
  readonly meeting: MeetingFacts
}

/**
 * What is added to the record by a wish; nothing where it is so already. Refused where it cannot be: somebody leaves who is not there, a substitute who may not
 * sit, an item that the agenda does not have.
 */
export function additionsFor(wish: Wish, at: Standing): Outcome<Addition[]> {
  const { sitting } = at
  const here = (what: Happening): Outcome<Addition[]> => ok([{ item: sitting.item, what }])
  switch (wish.does) {
    case 'open':
      return opened(wish.at, at)
    case 'close':
      return closed(wish.at, sitting)
    case 'come-to':
      return comeTo(wish.to, at)
    case 'substitute':
      return substituted(sitting, wish)
    case 'everybody':
      return everybody(sitting)
    case 'all-back':
      return allBack(sitting)
    case 'education':
      return wish.isSo === sitting.isEducationMatter ? ok([]) : here({ kind: 'education', isSo: wish.isSo })
    case 'attends':
      return attends(wish, sitting)
    case 'declare':
      return declared(wish.declaration, at)
    case 'whip':
      return ok(isTold(wish, at) ? [] : [{ item: wish.whip.item ?? 0, what: { kind: 'whips', whip: wish.whip } }])
    case 'strike':
      return struck(wish, at)
    case 'present':
    case 'remote':
    case 'apologies':
    case 'leaves':
    case 'leaves-for-interest':
    case 'returns':
    case 'chair':
      return atSeat(sitting, wish.seat, wish.does)
  }
}

/** The same whip stands in the record. */
function isTold({ whip }: Extract<Wish, { does: 'whip' }>, { log }: Standing): boolean {
  return standing(log).some(({ what }) => what.kind === 'whips' && what.whip.group === whip.group && what.whip.words === whip.words && what.whip.item === whip.item)
}

function opened(typed: string, { sitting, items, meeting }: Standing): Outcome<Addition[]> {
  if (sitting.opened !== undefined) return ok([])
  const may = mayOpen(meeting)
  if (!may.ok) return may
  const at = parseTime(typed)
  if (at === undefined) return refuse('invalid', '', [{ field: 'at', found: typed, message: 'Give the time at which the meeting opened as 14:05' }])
  const first = items.find(({ facts }) => facts.withdrawn === undefined)
  return ok([{ item: 0, what: { kind: 'opens', at } }, ...(first === undefined ? [] : [{ item: first.number, what: { kind: 'comes-to' } as const }])])
}

function closed(typed: string, sitting: Sitting): Outcome<Addition[]> {
  if (sitting.closed !== undefined) return ok([])
  const at = parseTime(typed)
  if (sitting.opened === undefined) return refuse('not-now', 'The meeting has not been opened, so it cannot be closed.')
  if (at === undefined || at < sitting.opened) return refuse('invalid', '', [{ field: 'at', found: typed, message: `Give the time at which the meeting closed as 16:10, not before it opened at ${sitting.opened}` }])
  return ok([{ item: sitting.item, what: { kind: 'closes', at } }])
}

function comeTo(number: number, { sitting, items, log }: Standing): Outcome<Addition[]> {
  const item = items.find((one) => one.number === number)
  if (item === undefined) return refuse('invalid', '', [{ field: 'to', found: String(number), message: 'Choose an item of the agenda' }])
  if (item.facts.withdrawn !== undefined) return refuse('not-now', `Item ${number} was withdrawn, so the meeting does not take it.`)
  if (sitting.opened === undefined) return refuse('not-now', 'Open the meeting first.')
  // Somebody forgot to press it while the meeting sat: what it did not reach is public.
  if (sitting.closed !== undefined && hasReached(log, number)) return refuse('not-now', 'The meeting is closed. To record something of an earlier item, look at that item.')
  return ok(currentItem(standing(log)) === number ? [] : [{ item: number, what: { kind: 'comes-to' } }])
}

function attends({ name, role }: Extract<Wish, { does: 'attends' }>, sitting: Sitting): Outcome<Addition[]> {
  const faults = [...(name === '' ? [{ field: 'name', message: 'Give the name of whoever is in attendance' }] : []), ...(role === '' ? [{ field: 'role', message: 'Give their post, or whom they speak for' }] : [])]
  if (faults.length > 0) return refuse('invalid', '', faults)
  const isThere = sitting.inAttendance.some((one) => one.name === name && one.role === role)
  return ok(isThere ? [] : [{ item: sitting.item, what: { kind: 'attends', name, role } }])
}

function struck({ struck: id, reason }: Extract<Wish, { does: 'strike' }>, { log }: Standing): Outcome<Addition[]> {
  const found = log.find((one) => one.id === id && one.what.kind !== 'strikes')
  if (found === undefined) return refuse('not-found', 'There is no such line in the record of this meeting.')
  if (!standing(log).includes(found)) return ok([])
  if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Say why this line is taken back' }])
  return ok([{ item: found.item, what: { kind: 'strikes', struck: id, reason } }])
}
