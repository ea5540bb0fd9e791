import { formatDay } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { publishedBodies, seatsOf } from '#features/bodies'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { dueWords, localSettings, type LocalSettings } from '#features/rules'
import { askedOf } from '../clock/asked-of.ts'
import { clock } from '../clock/notice-clock.ts'
import { firstOffice } from '../deeds/agree-urgency.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { expectedOn } from '../entry/words.ts'
import { plannedEntries } from '../store/published-plan.ts'
import { workAddress } from './deed-page.ts'

const mostLooked = 200

/** For a chair: the general exceptions of which they were given notice, and what can only be decided, or held in private, on its day with their agreement. */
export const chairSection: StaffSection<MeetingsApp> = async (request, app) => {
  const { context, today } = request
  const { actor } = context
  if (actor.kind !== 'person' || !context.may(actor, 'forward-plan.agree-urgency')) return undefined
  const found = await look(context, { verb: 'forward-plan.agree-urgency', subject: { kind: 'forward-plan', id: 'asked' } }, async (reader) => {
    const local = await localSettings(reader)
    const [bodies, seats] = [await publishedBodies(reader), await seatsOf(reader, actor.person, today)]
    const isTheirs = (entry: PlanEntry) => {
      const office = firstOffice(entry, bodies, today)
      return office !== undefined && seats.some(({ body, capacity }) => body === office.body && capacity === office.capacity)
    }
    const coming = await plannedEntries(reader, { stage: 'coming', from: today, limit: mostLooked })
    const asked = coming.flatMap(({ entry }) => (isTheirs(entry) ? askedOf(entry, momentOf(today, app.now()), local).map((what) => ({ entry, what })) : []))
    return ok({ asked, local })
  })
  if (!found.ok || found.value.asked.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Urgent decisions of the executive</h2><ul class="govuk-list">${found.value.asked.map(({ entry, what }) => html`<li>${lineOf(entry, what, found.value.local)}</li>`)}</ul>`
}

function lineOf(entry: PlanEntry, what: ReturnType<typeof askedOf>[number], local: LocalSettings) {
  const { matter, reference, route } = entry
  if (what === 'exception' && route?.kind === 'general-exception') {
    const from = clock('general-exception', route.on, local)
    return html`${link(`${entryAddress(entry)}/general-exception`, html`General exception: ${userText(matter)}`)}, of which you were given notice on ${formatDay(route.on)}${from.ok && html`. It can be decided ${dueWords(from.value)}`}.`
  }
  const asks = what === 'private' ? 'can be held in private only if you agree that it is urgent: its notices of that are too late' : 'can be made only if you agree that it is urgent: its notice is too late'
  return html`${link(`${workAddress(reference)}/urgency`, userText(matter))}. The ${what === 'private' ? 'meeting' : 'decision'} expected ${expectedOn(entry.expected)} ${asks}.`
}
