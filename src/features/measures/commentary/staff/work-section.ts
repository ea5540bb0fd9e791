import { countOf } from '#core/count-in-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { Reader } from '#platform/database/database.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { unconfirmedMeasures } from '../commentaries-for.ts'
import { commentaryId } from '../model/commentary.ts'
import { duePeriods, type DuePeriod } from '../store/due-periods.ts'

const mostOwners = 6
/** So many of an owner’s measures are named. */
const mostNamed = 3

/** "Figures to confirm": by the post that answers for them, what its owner has not confirmed of the quarter whose figures are coming in. For those who write commentary. */
export const commentarySection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'commentary.write')) return undefined
  const found = await look(context, { verb: 'measures.see', subject: { kind: 'commentaries', id: 'due' } }, async (reader) => ok(await waiting(reader, today)))
  if (!found.ok || found.value.length === 0) return undefined
  const owners = [...Map.groupBy(found.value, ({ definition }) => definition.owner)].toSorted(([, one], [, other]) => other.length - one.length)
  const lines = owners.slice(0, mostOwners).map(([owner, due]) => {
    const named = due.slice(0, mostNamed).map(({ definition }) => definition.name).join(', ')
    return html`<li>${link(`/staff/commentary?${new URLSearchParams({ owner }).toString()}`, userText(owner))}: ${countOf(due.length, 'figures')}<br>${userText(named)}${due.length > mostNamed && ' and more'}</li>`
  })
  return html`<h2 class="govuk-heading-m">Figures to confirm</h2><ul class="govuk-list govuk-list--spaced">${lines}</ul><p class="govuk-body">${link('/staff/commentary', owners.length > mostOwners ? `All owners (${owners.length})` : 'All commentary')}</p>`
}

async function waiting(reader: Reader, today: LocalDate): Promise<readonly DuePeriod[]> {
  const { periods } = await duePeriods(reader, today)
  const unconfirmed = new Set((await unconfirmedMeasures(reader, periods)).map((key) => commentaryId(key)))
  return periods.filter((one) => unconfirmed.has(commentaryId(one)))
}
