import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import { keptRegister } from './kept-registers.ts'
import { addDisclosure } from './write-register.ts'

/**
 * Notes, in the deed that records a declaration, that a member disclosed a disclosable pecuniary interest which is not in the register: they must tell it within 28
 * days, the day of the disclosure being the first (Localism Act 2011 s31(3)). `origin` is the declaration’s own id; noted again nothing changes. Where the
 * interest is registered already, nothing is noted.
 */
export async function noteDisclosure(tx: Transaction, member: string, { on, origin, about, interest }: { readonly on: LocalDate; readonly origin: string; readonly about: string; readonly interest?: string }): Promise<void> {
  const registered = interest === undefined ? undefined : (await keptRegister(tx.reader, member)).interests.find(({ id, registeredOn }) => id === interest && registeredOn !== undefined)
  if (registered === undefined) await addDisclosure(tx, member, { on, origin, about })
}
