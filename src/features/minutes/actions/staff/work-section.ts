import { ok } from '#core/outcome.ts'
import { countOf } from '#core/count-in-words.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionName, inShort, standingWords } from '../action-words.ts'
import { staffActions, waitingForOfficers } from './read-list.ts'
import { actionSight } from './sight.ts'

const shown = 10

/** What this person must answer or do, with the days that are left; for officers besides what waits to be given to somebody or to be closed. */
export const workSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  const { actor } = context
  if (!context.may(actor, 'actions.answer')) return undefined
  const found = await look(context, { verb: 'actions.see', subject: { kind: 'actions', id: 'mine' } }, async (reader) => {
    const sight = await actionSight(reader, context)
    const mine = await staffActions(reader, { sight, isMine: true, state: 'open', today, limit: shown + 1 })
    return ok({ mine: mine.filter(({ state }) => state !== 'done' && state !== 'rejected'), waiting: context.may(actor, 'actions.keep') ? await waitingForOfficers(reader) : undefined })
  })
  if (!found.ok) return undefined
  const { mine, waiting } = found.value
  const lines = waiting === undefined ? [] : officersLines(waiting)
  if (mine.length + lines.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Recommendations and actions</h2>
${mine.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${mine.slice(0, shown).map((entry) => html`<li>${link(`/staff/actions/${entry.number}`, html`${actionName(entry.kind, entry.number)}: ${userText(inShort(entry.words, 80))}`)}<br>${standingWords(entry, today)}</li>`)}</ul>`}
${mine.length > shown && html`<p class="govuk-body">${link('/staff/actions?who=mine', 'Everything that you are to answer')}</p>`}
${lines.length > 0 && html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`}`
}

function officersLines({ vacant, done }: { readonly vacant: number; readonly done: number }): Html[] {
  return [
    ...(vacant > 0 ? [html`${link('/staff/actions?who=vacant', countOf(vacant, 'open matters'))} that nobody is named to answer.`] : []),
    ...(done > 0 ? [html`${link('/staff/actions?state=done', countOf(done, 'matters'))} reported as done, for their bodies to close or keep open.`] : []),
  ]
}
