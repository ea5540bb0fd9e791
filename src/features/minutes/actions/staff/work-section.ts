import { ok } from '#core/outcome.ts'
import { countOf } from '#core/count-in-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionName, inShort, standingWords } from '../action-words.ts'
import { reportsToAnswer, staffActions, waitingForOfficers, type ReportToAnswer, type StaffEntry, type StaffFilter } from './read-list.ts'
import { actionSight } from './sight.ts'

const shown = 5

/** What this person must answer or do, each served report in a line, what is late and what comes next beside each other; what the bodies asked on which they sit; for officers besides what waits to be given to somebody or to be closed. */
export const workSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  const { actor } = context
  if (!context.may(actor, 'actions.see')) return undefined
  const found = await look(context, { verb: 'actions.see', subject: { kind: 'actions', id: 'mine' } }, async (reader) => {
    const sight = await actionSight(reader, context)
    const list = (filter: Pick<StaffFilter, 'isMine' | 'isOfOwnBodies' | 'state'>, limit: number) => staffActions(reader, { ...filter, sight, today, limit: limit + 1 })
    return ok({
      reports: await reportsToAnswer(reader, sight, shown + 1),
      overdue: await list({ isMine: true, state: 'overdue' }, shown),
      coming: await list({ isMine: true, state: 'coming' }, shown),
      answered: await list({ isMine: true, state: 'to-decide' }, shown),
      late: await list({ isMine: false, isOfOwnBodies: true, state: 'late' }, shown),
      toDecide: await list({ isMine: false, isOfOwnBodies: true, state: 'to-decide' }, shown),
      waiting: context.may(actor, 'actions.keep') ? await waitingForOfficers(reader) : undefined,
    })
  })
  if (!found.ok) return undefined
  const { reports, overdue, coming, answered, late, toDecide, waiting } = found.value
  const lines = waiting === undefined ? [] : officersLines(waiting)
  if (reports.length + overdue.length + coming.length + answered.length + late.length + toDecide.length + lines.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Recommendations and actions</h2>
${reportsPart(reports, today)}
${part('For you to answer or do, and late', overdue, { most: shown, all: '/staff/actions?who=mine&state=late', today })}
${part('For you to answer or do next', coming, { most: shown, all: '/staff/actions?who=mine', today })}
${part('You answered, and the body has to close or keep open', answered, { most: shown, all: '/staff/actions?who=mine&state=to-decide', today })}
${part('Your bodies asked for this, and it is late', late, { most: shown, all: '/staff/actions?who=ours&state=late', today })}
${part('For your bodies to close or keep open', toDecide, { most: shown, all: '/staff/actions?who=ours&state=to-decide', today })}
${lines.length > 0 && html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`}`
}

function reportsPart(reports: readonly ReportToAnswer[], today: LocalDate): Html | undefined {
  if (reports.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">Reports served, for you to answer</h3>
<ul class="govuk-list govuk-list--spaced">${reports.slice(0, shown).map(({ number, title, recommendations, until }) => html`<li>${link(`/staff/actions/reports/${number}`, userText(inShort(title, 80)))}: ${countOf(recommendations, 'recommendations')} to answer<br>${standingWords({ state: 'served', waitsUntil: until }, today)}</li>`)}</ul>
${reports.length > shown && html`<p class="govuk-body">${link('/staff/actions?who=mine&state=waiting', 'All that waits for your answer')}</p>`}`
}

function part(heading: string, entries: readonly StaffEntry[], { most, all, today }: { readonly most: number; readonly all: string; readonly today: LocalDate }): Html | undefined {
  if (entries.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">${heading}</h3>
<ul class="govuk-list govuk-list--spaced">${entries.slice(0, most).map((entry) => html`<li>${link(`/staff/actions/${entry.number}`, html`${actionName(entry.kind, entry.number)}: ${userText(inShort(entry.words, 80))}`)}<br>${standingWords(entry, today)}</li>`)}</ul>
${entries.length > most && html`<p class="govuk-body">${link(all, html`All of these<span class="govuk-visually-hidden">: ${heading.toLowerCase()}</span>`)}</p>`}`
}

function officersLines({ vacant, done }: { readonly vacant: number; readonly done: number }): Html[] {
  return [
    ...(vacant > 0 ? [html`${link('/staff/actions?who=vacant', countOf(vacant, 'open matters'))} that nobody is named to answer.`] : []),
    ...(done > 0 ? [html`${link('/staff/actions?state=done', countOf(done, 'matters'))} reported as done, for their bodies to close or keep open.`] : []),
  ]
}
