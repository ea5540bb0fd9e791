import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { refuse, type Refusal } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { EditionInList } from '../published-registers.ts'
import type { ShownRegister } from '../shown-register.ts'
import { dispensationsHtml, interestsList } from './shown-html.ts'

/** What a reader asks of the register with a day. */
export type DayAsked =
  /** No day, or nothing to look through: the register as it stands. */
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly refusal: Refusal }
  /** This edition stood at the end of that day. */
  | { readonly kind: 'edition'; readonly day: LocalDate; readonly edition: EditionInList }
  /** The register was entered here later: only what its entries say of their own days can tell. */
  | { readonly kind: 'before'; readonly day: LocalDate; readonly enteredOn: LocalDate }

/** What the typed day leads to, among the editions of a register, the latest first. */
export function dayAsked(editions: readonly EditionInList[], typed: string, today: LocalDate): DayAsked {
  const first = editions.at(-1)
  if (typed === '' || first === undefined) return { kind: 'none' }
  const day = parseTypedDay(typed)
  if (day === undefined) return wrong(typed, `“${typed.slice(0, 60)}” is not a day. Give one such as 14 April 2023 or 2023-04-14. Here is the register as it stands now`)
  if (day > today) return wrong(day, `${formatDate(day)} is still to come. Give a day that has come. Here is the register as it stands now`)
  const edition = editions.find(({ publishedOn }) => publishedOn <= day)
  return edition === undefined ? { kind: 'before', day, enteredOn: first.publishedOn } : { kind: 'edition', day, edition }
}

function wrong(found: string, message: string): DayAsked {
  return { kind: 'wrong', refusal: refuse('invalid', '', [{ field: 'on', found: found.slice(0, 100), message }]).refusal }
}

/** What the entries of a register say of a day before it was entered here: what was registered by then. What is withheld now is not told of that day either. */
export function beforeHtml({ member, interests, dispensations, hasWithheld }: ShownRegister, day: LocalDate, enteredOn: LocalDate): Html {
  const registered = interests.filter(({ registeredOn }) => registeredOn <= day)
  const had = registered.filter(({ to }) => to === undefined || to >= day)
  const ended = registered.filter((one) => !had.includes(one))
  const said = formatDate(day)
  return html`<h2 class="govuk-heading-m" id="interests">As it was on ${said}</h2>
<p class="govuk-body">This register was entered here on ${formatDate(enteredOn)}, so what the public could read of it on ${said} is not kept here. Its entries give their own days, and say this of that day. ${link(`/interests/${member}`, 'The register as it stands now')}.</p>
<h3 class="govuk-heading-s">Registered by ${said}</h3>
${had.length === 0 ? html`<p class="govuk-body">No entry had been registered by that day and was still held on it.</p>` : interestsList(had, true)}
${ended.length > 0 && html`<h3 class="govuk-heading-s">Ended before ${said}</h3>${interestsList(ended, true)}`}
${hasWithheld && html`<p class="govuk-body">There is also an interest whose details are withheld under section 32(2) of the Localism Act 2011; its days are not told.</p>`}
${dispensationsHtml(dispensations.filter(({ grantedOn }) => grantedOn <= day), day)}`
}
