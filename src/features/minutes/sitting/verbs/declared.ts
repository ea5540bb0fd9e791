import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Declaration } from '../declaration.ts'
import { standing, type Recorded } from '../happening.ts'
import type { Addition } from '../keep-log.ts'
import type { Sitting } from '../sitting-now.ts'

/** Everybody who may declare at a meeting: the holders of its seats, their substitutes, and whoever sits there. */
export function whoMayDeclare({ seats }: Pick<Sitting, 'seats'>): string[] {
  const names = seats.flatMap(({ seat, where }) => [seat.membership.person ?? '', seat.membership.substitute ?? '', where.is === 'there' || where.is === 'out' ? where.person : ''])
  return [...new Set(names.filter((name) => name !== ''))]
}

interface At {
  readonly sitting: Pick<Sitting, 'seats'>
  readonly log: readonly Recorded[]
  readonly items: readonly { readonly number: number }[]
}

/** A declaration as it joins the record. Refused for somebody without a seat, for an item that is not on the agenda, and where the same was declared already. */
export function declared(declaration: Declaration, { sitting, log, items }: At, early = false): Outcome<Addition[]> {
  const { item, member } = declaration
  if (!items.some(({ number }) => number === item)) return refuse('invalid', '', [{ field: 'item', found: String(item), message: 'Choose an item of the agenda' }])
  if (!whoMayDeclare(sitting).includes(member)) return refuse('invalid', '', [{ field: 'member', found: member, message: 'Choose who declares' }])
  const isThere = standing(log).some(({ what }) => what.kind === 'declares' && what.declaration.item === item && what.declaration.member === member && what.declaration.nature === declaration.nature)
  if (isThere) return refuse('conflict', `${member} has declared this kind of interest in item ${item} already. Take that declaration back first if it is to be worded differently.`)
  return ok([{ item, what: { kind: 'declares', declaration, early } }])
}
