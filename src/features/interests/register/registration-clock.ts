import type { LocalDate } from '#core/dates.ts'
import { dueDate, type Due } from '#features/rules'
import { isDisclosable } from './kinds.ts'
import type { Interest } from './interest.ts'

/** How somebody stands to the duty to register within 28 days (Localism Act 2011 s30 and s31; the council’s code for what changes between). */
export interface Duty {
  readonly state: 'told' | 'told-late' | 'due' | 'late' | 'to-come'
  /** The limit with its working; left out where somebody took office before the Act was in force. */
  readonly due?: Due
  readonly toldOn?: LocalDate
}

/** The duty on taking office: whoever told something before that day, as one elected again, has told it (s30(4)). */
export function dutyOnTakingOffice(tookOffice: LocalDate, toldOn: LocalDate | undefined, today: LocalDate): Duty {
  const due = dueDate('interest-registration', tookOffice)
  return dutyBy(due.ok ? due.value : undefined, tookOffice, toldOn, today)
}

/** The duty after an interest that was not registered was disclosed at a meeting. */
export function dutyAfterDisclosure(disclosedOn: LocalDate, toldOn: LocalDate | undefined, today: LocalDate): Duty {
  const due = dueDate('interest-registration-after-disclosure', disclosedOn)
  return dutyBy(due.ok ? due.value : undefined, disclosedOn, toldOn, today)
}

/** The duty of the council’s code for an interest that began while its member was in office; undefined for one that they had before, or from before there was such a code. */
export function dutyOnChange({ from, toldOn }: Pick<Interest, 'from' | 'toldOn'>, tookOffice: LocalDate, today: LocalDate): Duty | undefined {
  if (from <= tookOffice) return undefined
  const due = dueDate('interest-registration-after-change', from)
  return due.ok ? dutyBy(due.value, from, toldOn, today) : undefined
}

function dutyBy(due: Due | undefined, begins: LocalDate, toldOn: LocalDate | undefined, today: LocalDate): Duty {
  const last = due?.sets === 'day' ? due.due : undefined
  const facts = { ...(due === undefined ? {} : { due }), ...(toldOn === undefined ? {} : { toldOn }) }
  if (toldOn !== undefined) return { state: last !== undefined && toldOn > last ? 'told-late' : 'told', ...facts }
  if (begins > today) return { state: 'to-come', ...facts }
  return { state: last !== undefined && today > last ? 'late' : 'due', ...facts }
}

/** A disclosure at a meeting that must be followed by notice to the monitoring officer. */
export interface Disclosure {
  readonly on: LocalDate
  /** At which meeting, about what: in words that the member and the officers read. */
  readonly about: string
}

/** Each disclosure with how it stands: a disclosable interest told with that day answers it. */
function dutiesAfterDisclosures(disclosures: readonly Disclosure[], { interests }: { readonly interests: readonly Pick<Interest, 'kind' | 'disclosedOn' | 'toldOn'>[] }, today: LocalDate): (Disclosure & { readonly duty: Duty })[] {
  return disclosures.map((disclosure) => {
    const told = interests.filter(({ kind, disclosedOn }) => isDisclosable(kind) && disclosedOn === disclosure.on).map(({ toldOn }) => toldOn)
    return { ...disclosure, duty: dutyAfterDisclosure(disclosure.on, told.toSorted()[0], today) }
  })
}

/**
 * What a member still owes after disclosing at meetings: what is not told yet. Nothing of a time in office that has ended: whoever leaves the council while the clock runs is a
 * member no longer, and whoever comes back has the duty on taking office (s30).
 */
export function owedAfterDisclosures(register: { readonly disclosures: readonly Disclosure[]; readonly interests: readonly Pick<Interest, 'kind' | 'disclosedOn' | 'toldOn'>[] }, inOffice: { readonly tookOffice: LocalDate } | undefined, today: LocalDate): (Disclosure & { readonly duty: Duty })[] {
  const ofThisTime = register.disclosures.filter(({ on }) => inOffice !== undefined && inOffice.tookOffice <= on)
  return dutiesAfterDisclosures(ofThisTime, register, today).filter(({ duty }) => duty.toldOn === undefined)
}
