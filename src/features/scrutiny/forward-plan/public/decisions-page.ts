import { formatDay } from '#core/date-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { localSettings, type LocalSettings } from '#features/rules'
import { tellMeOfDecisions } from '../../alerts/pages/tell-me.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { decidedEntries } from '../store/published-plan.ts'
import { placeText } from './places.ts'
import { planFilter } from './plan-filter.ts'
import { tagsOf } from './plan-list.ts'
import { readPlanQuery, urgencies } from './plan-query.ts'

const pageLength = 50

const kinds = {
  no: { which: 'all', title: 'Decisions of the executive', about: 'Each with its statement: the decision, the reasons, the alternatives rejected, conflicts of interest and dispensations.' },
  yes: { which: 'urgent', title: 'Decisions by special urgency', about: 'Key decisions that a chair agreed could not wait for a notice; each is reported to the Council.' },
  short: { which: 'short', title: 'Decisions without the full notice', about: 'Decisions that were made before their notice had run. Each says by how much it fell short, and why.' },
} as const

/** `/decisions`: what the executive has decided, the latest first; `?urgent=yes` for what was decided by special urgency, `?urgent=short` for what was without the full notice. */
export async function decisionsPage({ read, query, today }: PublicRequest): Promise<Answer> {
  const { choice, after, refusal } = readPlanQuery(query, 'urgent', urgencies)
  const { which, title, about } = kinds[choice]
  const found = await decidedEntries(read, { after, which, limit: pageLength + 1 })
  const shown = found.slice(0, pageLength)
  const local = await localSettings(read)
  const last = shown.at(-1)?.entry
  const onward = found.length > pageLength && last?.decision ? `/decisions?${choice === 'no' ? '' : `urgent=${choice}&`}after=${placeText(last.decision.on, last.reference)}` : undefined
  return {
    kind: 'page',
    title,
    description: 'What the council’s executive has decided, with the reasons and what was considered besides.',
    crumbs: [{ text: 'Forward plan', href: '/forward-plan' }, ...(choice === 'no' ? [] : [{ text: 'Decisions of the executive', href: '/decisions' }])],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}${lead(about)}
${planFilter({ action: '/decisions', field: 'urgent', label: 'Which decisions', choices: urgencies, choice, refusal })}
${shown.length === 0 ? html`<p class="govuk-body">No decision is recorded here.</p>` : html`<ul class="govuk-list gt-meetings">${shown.map(({ entry }) => line(entry, today, local))}</ul>`}
${cursorPagination({ label: 'More decisions', next: onward === undefined ? undefined : { href: onward } })}${tellMeOfDecisions}`,
  }
}

function line(entry: PlanEntry, today: PublicRequest['today'], local: LocalSettings): Html {
  const { decision } = entry
  return html`<li class="gt-meetings__entry"><p class="govuk-body-s gt-meetings__when">${decision && formatDay(decision.on)}</p>
<h2 class="govuk-heading-s gt-meetings__name">${link(`${entryAddress(entry)}#decision`, userText(entry.matter))}</h2>
<p class="govuk-body-s">${tagsOf(entry, { today, local })}</p><p class="govuk-body">${decision && userText(decision.outcome)}</p></li>`
}
