import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { yearInWords } from '../model/work-programme.ts'
import { decisionsSection } from '../public/beside-forward-plan.ts'
import { agreementSection, headSection, planSections } from '../public/programme-sections.ts'
import { programmeAddress } from '../public/programme-view.ts'
import { entryTools } from './entry-tools.ts'
import { lookAtDoubts, lookAtProgramme, type StaffView } from './look-at-programme.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body`: the programme of a body, with what may be done to it. */
export const staffProgrammePage: StaffPage<MeetingsApp> = { path: '/staff/programmes/:body', show: (request) => showProgramme(request) }

const doneWords = {
  begun: 'The programme is begun. It is for staff until you publish it.',
  added: 'The entry is in the programme.',
  saved: 'The entry is saved.',
  placed: 'The entry has its place.',
  'on-agenda': 'The entry has its place, and is on the agenda of its meeting.',
  'no-turn': 'The entry is saved, but it comes at no meeting of the year: why stands below, with the standing items.',
  scored: 'The scores are saved.',
  out: 'The entry is taken out. It stays in sight below, with the reason.',
  back: 'The entry is back in the programme.',
  head: 'The programme is saved.',
  published: 'The programme is public.',
}

/** The programme as it stands, above it what could not be done. */
export async function showProgramme(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal?.kind === 'not-allowed') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: refusal ?? found.refusal }
  const view = found.value
  const { programme, bodyName } = view
  const doubts = await lookAtDoubts(request, view)
  if (!doubts.ok) return { kind: 'refused', refusal: doubts.refusal }
  const tools = view.mayEdit ? (entry: Parameters<typeof entryTools>[0]) => entryTools(entry, view, request, refusal) : undefined
  return {
    kind: 'page',
    title: `Work programme of the ${bodyName}, ${yearInWords(programme.year)}`,
    crumbs: programmesCrumbs(),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : refusal.kind === 'not-found' ? 404 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? said(request, view) : faultSummary(refusal)}${ways(request, view)}${headSection(view)}${agreementSection(view)}${Object.values(doubts.value).map((text) => warningText({ text }))}${planSections(view, tools)}${decisionsSection(view)}`,
  }
}

function said(request: StaffRequest, { programme }: StaffView): Html | undefined {
  const moved = programme.entries.find(({ slug }) => slug === request.query.get('moved'))
  if (moved !== undefined && request.query.get('done') === null) return html`<p class="govuk-body" role="status">“${moved.issue}” is moved.</p>`
  return doneBanner(request.query, doneWords)
}

function ways(request: StaffRequest, view: StaffView): Html {
  const { body, year } = view.key
  const { programme, waiting, mayEdit, years } = view
  const at = (path: string) => staffAddress(body, path, { year })
  const proposals = `Proposals${waiting === 0 ? '' : ` (${waiting} to answer)`}`
  const mayPropose = request.context.may(request.context.actor, 'programme.propose')
  const links = [
    ...(mayEdit ? [link(at('about'), 'Focus, leads and agreement')] : []),
    link(at('criteria'), 'Criteria side by side'),
    link(at('history'), 'History'),
    link(at('proposals'), proposals),
    ...(mayPropose ? [link(at('propose'), 'Propose an issue')] : []),
    ...(programme.public ? [link(programmeAddress(body, { year }), 'As the public reads it')] : []),
    ...years.filter((other) => other !== year).map((other) => link(staffAddress(body, '', { year: other }), `Programme of ${yearInWords(other)}`)),
  ]
  return html`${!programme.public && insetText({ text: 'A draft: only those who keep programmes see it.' })}
<div class="govuk-button-group">${mayEdit && button({ text: 'Add an entry', href: at('entries/new') })}
${mayEdit && !programme.public && actionButton({ action: at('publish'), token: request.session.formToken, text: 'Publish the programme', kind: 'secondary', fields: { year } })}</div>
<p class="govuk-body">${links.map((one, index) => html`${index === 0 ? '' : ' · '}${one}`)}</p>`
}
