import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { bodyNames } from '#features/bodies'
import { actionList, actionsOf, type ActionInList } from '#features/minutes'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { subjectOfGroup } from '../change-group.ts'
import { editionsOf, groupAddress, groupsInList, publishedGroup, type GroupEdition } from '../published-groups.ts'
import type { FinalReport, PublicTaskGroup } from '../task-group.ts'
import { considerationPart } from './consideration.ts'
import { commissionedWords, evidenceWords, membersList, sessionWords, stageTags, termsList } from './words.ts'

const pageOf = 25
const mostFollowed = 60
/** More than any council has at work at once. */
const mostUnderWay = 100

/** `/task-groups`: those at work, and those that have reported or ended. */
const groupsPage: PublicPage = {
  path: '/task-groups',
  answer: async ({ read, query, today }) => {
    const after = /^[a-z0-9-]{1,100}$/.exec(query.get('after') ?? '')?.[0]
    const names = await bodyNames(read)
    const underWay = after === undefined ? await groupsInList(read, { isUnderWay: true, limit: mostUnderWay }) : []
    const past = await groupsInList(read, { isUnderWay: false, limit: pageOf + 1, after })
    const shown = past.slice(0, pageOf)
    const last = past.length > pageOf ? shown.at(-1) : undefined
    return {
      kind: 'page',
      title: 'Task and finish groups',
      description: 'Groups of councillors that look into one matter for a limited time, and report.',
      crumbs: [{ text: 'Home', href: '/' }],
      body: html`${lead('A task and finish group is a few councillors who look into one matter for a limited time, hear those who know it, and report with recommendations.')}
${after === undefined && part('At work', underWay, { names, today })}${part('Reported or ended', shown, { names, today })}
${cursorPagination({ label: 'More task groups', next: last && { href: `/task-groups?after=${last.slug}`, label: 'Earlier groups' } })}`,
    }
  },
}

function part(heading: string, groups: readonly PublicTaskGroup[], { names, today }: { readonly names: ReadonlyMap<string, string>; readonly today: LocalDate }): Html {
  const list = groups.map(
    (group) => html`<li>${link(groupAddress(group.slug), userText(group.title))} ${stageTags(group, today)}<br>
${names.get(group.commissionedBy) ?? group.commissionedBy}${group.ends === undefined ? '' : `, to end by ${formatDate(group.ends)}`}</li>`,
  )
  return html`<h2 class="govuk-heading-m">${heading}</h2>${list.length === 0 ? html`<p class="govuk-body">None.</p>` : html`<ul class="govuk-list govuk-list--spaced">${list}</ul>`}`
}

/** `/task-groups/{slug}`: what it is to find out, who sits on it, whom it heard, what it reported and what became of that. */
const groupPage: PublicPage = {
  path: '/task-groups/:group',
  answer: (request) => answerGroup(request),
}

async function answerGroup({ read, params, today }: PublicRequest): Promise<Answer> {
  const slug = params['group'] ?? ''
  const group = await publishedGroup(read, slug)
  if (group === undefined) return { kind: 'not-found', message: 'No task group has this address. The list of task groups has them all.' }
  const names = await bodyNames(read)
  const followed = group.standing.stage === 'final' ? await actionsOf(read, { subject: subjectOfGroup(slug), limit: mostFollowed }) : []
  return {
    kind: 'page',
    title: group.title,
    description: `A task and finish group of the ${names.get(group.commissionedBy) ?? group.commissionedBy}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Task and finish groups', href: '/task-groups' },
    ],
    body: html`<p class="govuk-body-l">Task and finish group ${stageTags(group, today)}</p>${facts(group, names)}${standingSection(group, { names, followed, today })}
<h2 class="govuk-heading-m" id="terms">What it is to find out</h2>${termsList(group)}
<h2 class="govuk-heading-m" id="members">Who sits on it</h2>${membersList(group)}${sessions(group)}${evidence(group)}${changes(await editionsOf(read, slug))}`,
  }
}

function facts(group: PublicTaskGroup, names: ReadonlyMap<string, string>): Html {
  const { starts, ends, body, standing, source } = group
  return summaryList({
    rows: [
      { key: 'Commissioned by', value: commissionedWords(group, names) },
      ...(starts === undefined ? [] : [{ key: 'Began', value: formatDate(starts) }]),
      { key: 'To end by', value: ends === undefined ? 'No date is recorded' : formatDate(ends) },
      ...(standing.stage === 'final' ? [{ key: 'Reported', value: formatDate(standing.on) }] : []),
      ...(body === undefined ? [] : [{ key: 'As a body', value: link(`/bodies/${body}`, names.get(body) ?? body) }]),
      ...(source === undefined ? [] : [{ key: 'Source', value: userText(source) }]),
    ],
  })
}

interface Beside {
  readonly names: ReadonlyMap<string, string>
  /** Its recommendations as they are followed. */
  readonly followed: readonly ActionInList[]
  readonly today: LocalDate
}

function standingSection({ standing, commissionedBy }: PublicTaskGroup, { names, followed, today }: Beside): Html | undefined {
  switch (standing.stage) {
    case 'commissioned':
    case 'gathering':
      return undefined
    case 'draft':
      return html`<h2 class="govuk-heading-m" id="report">Report</h2><p class="govuk-body">There has been a draft report since ${formatDate(standing.on)}. It is published with the agenda of the meeting that considers it.</p>`
    case 'paused':
      return html`<h2 class="govuk-heading-m" id="report">Paused</h2><p class="govuk-body">${standing.on === undefined ? '' : `Since ${formatDate(standing.on)}: `}${userText(standing.reason)}</p>`
    case 'ended':
      return html`<h2 class="govuk-heading-m" id="report">Ended</h2><p class="govuk-body">${formatDate(standing.on)}: ${userText(standing.reason)}</p>`
    case 'final':
      return html`<h2 class="govuk-heading-m" id="report">Final report</h2><p class="govuk-body">${userText(standing.says)}</p>
${standing.commentedBy.length > 0 && html`<p class="govuk-body">On the draft commented: ${standing.commentedBy.map(({ by, on }, index) => html`${index > 0 && '; '}${userText(by)} (${formatDate(on)})`)}.</p>`}
${reportHeading(standing)}${considerationPart(standing, commissionedBy, names, followed.length > 0 ? actionList(followed, { today, saysBody: false }) : undefined)}`
  }
}

function reportHeading({ recommendations, considered }: FinalReport): Html | undefined {
  if (recommendations.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">${considered === undefined ? 'What the group proposes' : 'Recommendations, and what became of them'}</h3>`
}

function sessions({ sessions: list }: PublicTaskGroup): Html | undefined {
  if (list.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="sessions">Meetings and visits</h2><ul class="govuk-list govuk-list--spaced">${list.map((one) => html`<li>${sessionWords(one)}</li>`)}</ul>`
}

function evidence({ evidence: list }: PublicTaskGroup): Html | undefined {
  if (list.length === 0) return undefined
  const rows = list.map((one) => [formatDate(one.date), userText(one.from), evidenceWords(one)])
  return html`<h2 class="govuk-heading-m" id="evidence">Whom it heard</h2>${dataTable({ caption: 'Evidence', captionHidden: true, columns: [{ heading: 'Day' }, { heading: 'From' }, { heading: 'What' }], rows })}`
}

function changes(editions: readonly GroupEdition[]): Html {
  const line = ({ note, publishedAt }: GroupEdition) => html`<li>${formatDate(dateOf(londonMoment(publishedAt.toISOString())))}: ${note}</li>`
  return html`<h2 class="govuk-heading-m" id="changes">What changed here</h2><ul class="govuk-list">${editions.map(line)}</ul>`
}

export const taskGroupPages: readonly PublicPage[] = [groupsPage, groupPage]
