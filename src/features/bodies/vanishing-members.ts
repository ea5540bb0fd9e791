import type { Fault } from '#core/outcome.ts'
import type { Body, Membership } from './body.ts'

/**
 * Memberships that are kept and that a new entry leaves out. A membership ends on a day (`to`); it vanishes only where the record was
 * wrong, and then the entry must say so in `correction`. The first day and the seat tell a membership; a name may be put right.
 */
export function vanishingMembers(kept: readonly Body[], loaded: readonly Body[]): Fault[] {
  return loaded.flatMap((body) => {
    const before = kept.find((one) => one.slug === body.slug)
    const stays = new Set(body.members.map(identity))
    const gone = before?.members.filter((member) => !stays.has(identity(member))) ?? []
    if (gone.length === 0 || body.correction !== undefined) return []
    const names = gone.map((member) => `${member.person ?? 'vacant seat'} (${member.seat}, from ${member.from})`).join('; ')
    const message = `These would vanish from the record: ${names}. Give each its last day in "to", or say in "correction" why the record was wrong.`
    return [{ field: `${body.slug}: members`, message }]
  })
}

function identity(member: Membership): string {
  return JSON.stringify([member.seat, member.from, member.person])
}
