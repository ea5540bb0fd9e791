import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { closesWords } from '../forward-plan/entry/words.ts'
import { workAddress } from '../forward-plan/pages/deed-page.ts'
import { openWindows } from '../forward-plan/store/published-plan.ts'

const mostShown = 20

/** For members: the decisions that can be called in now. */
export const openWindowsSection: StaffSection<MeetingsApp> = async (request, app) => {
  if (!request.context.may(request.context.actor, 'decisions.call-in')) return undefined
  const found = await look(request.context, { verb: 'decisions.call-in', subject: { kind: 'forward-plan', id: 'windows' } }, async (reader) => ok(await openWindows(reader, request.today, mostShown)))
  const moment = momentOf(request.today, app.now())
  const open = found.ok ? found.value.filter(({ entry: { decision } }) => decision?.window !== undefined && moment <= decision.window.closes) : []
  if (open.length === 0) return undefined
  const lines = open.map(({ entry }) => html`<li>${link(workAddress(entry.reference), userText(entry.matter))}${entry.decision?.window && `, until ${closesWords(entry.decision.window.closes)}`}</li>`)
  return html`<h2 class="govuk-heading-m">Decisions that can be called in</h2><ul class="govuk-list">${lines}</ul>`
}
