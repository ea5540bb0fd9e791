import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { isKey, needsPrivateNotices } from '../clock/may-decide.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { expectedWords, makerWords, officeWords, privateWords } from '../entry/words.ts'
import { publishedEntry } from '../store/published-plan.ts'
import { noPublished } from './entry-page.ts'

/** A notice that the law asks for, made from the facts of its entry. */
interface Notice {
  readonly title: string
  readonly on: LocalDate
  readonly under: string
  readonly says: string
  readonly rows: readonly (readonly [string, string | undefined])[]
}

const regulations = 'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012'

/** `/forward-plan/:reference/:notice`: each notice that was published, as a page that can be printed. */
export async function noticePage({ read, params }: PublicRequest): Promise<Answer> {
  const found = await publishedEntry(read, params['reference'] ?? '')
  const notice = found && noticeOf(found.entry, params['notice'] ?? '')
  if (found === undefined || notice === undefined) return noPublished
  const { entry } = found
  const rows: (readonly [string, Piece])[] = notice.rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, userText(value)] as const]))
  return {
    kind: 'page',
    title: `${notice.title}: ${entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/forward-plan' }, { text: entry.matter, href: entryAddress(entry) }],
    body: html`<p class="govuk-body">Published on ${formatDay(notice.on)} under ${notice.under} of the ${regulations}.</p><p class="govuk-body">${notice.says}</p>${summaryList({ rows: rows.map(([key, value]) => ({ key, value })) })}`,
  }
}

/** The notice of that kind; undefined where none was published. */
export function noticeOf(entry: PlanEntry, kind: string): Notice | undefined {
  switch (kind) {
    case 'key-decision':
      return keyDecision(entry)
    case 'general-exception':
    case 'special-urgency':
      return entry.route?.kind === kind ? routeNotice(entry, entry.route) : undefined
    case 'private-first':
      return privateNotice(entry, entry.private?.firstNotice, 'First notice of a private meeting', 'regulation 5(2)', false)
    case 'private-second':
      return privateNotice(entry, entry.private?.secondNotice, 'Second notice of a private meeting', 'regulation 5(4)', true)
    case 'private-urgency':
      return privateNotice(entry, entry.private?.agreed?.on, 'Notice of an urgent private meeting', 'regulation 5(6) and (7)', false)
    default:
      return undefined
  }
}

function matterRows(entry: PlanEntry): Notice['rows'] {
  const { decisionMaker } = entry
  return [
    ['Matter', entry.matter],
    ['Who decides', makerWords(decisionMaker)],
    ['Its members', decisionMaker.members.join(', ')],
    ['When', expectedWords(entry.expected)],
  ]
}

function keyDecision(entry: PlanEntry): Notice | undefined {
  if (entry.noticed === undefined || !isKey(entry)) return undefined
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Documents', entry.documents.join('; ')],
    ['Copies from', entry.copiesFrom],
    ['Other documents', entry.otherDocuments],
    ['How to ask for them', entry.procedure],
  ]
  return { title: 'Notice of a key decision', on: entry.noticed, under: 'regulation 9', says: entry.key === 'key' ? 'A key decision is to be made on behalf of the council.' : 'A decision that may be a key decision is to be made on behalf of the council.', rows }
}

function routeNotice(entry: PlanEntry, route: NonNullable<PlanEntry['route']>): Notice {
  if (route.kind === 'general-exception') {
    const rows: Notice['rows'] = [...matterRows(entry), ['Notice given to', route.to], ['Why 28 clear days are impracticable', route.reason]]
    return { title: 'General exception', on: route.on, under: 'regulation 10', says: 'A key decision is to be made without 28 clear days of notice, once five clear days have passed after this notice.', rows }
  }
  const rows: Notice['rows'] = [...matterRows(entry), ['Agreed by', `${route.by}, ${officeWords[route.office]}`], ['Why it cannot reasonably be deferred', route.reason]]
  return { title: 'Special urgency', on: route.on, under: 'regulation 11', says: 'It is agreed that a key decision is urgent and cannot reasonably be deferred. It is reported to the Council.', rows }
}

function privateNotice(entry: PlanEntry, on: LocalDate | undefined, title: string, under: string, isSecond: boolean): Notice | undefined {
  const held = entry.private
  if (held === undefined || on === undefined || !needsPrivateNotices(entry)) return undefined
  const heard = held.representations.map(({ words, answer }) => `${words} Answer: ${answer ?? 'none yet'}`).join(' ')
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Which part', privateWords(held)],
    ['Why', held.reason],
    ...(isSecond ? [['Representations received', heard === '' ? 'None' : heard] as const] : []),
    ...(held.agreed === undefined || isSecond ? [] : [['Agreed by', `${held.agreed.by}, ${officeWords[held.agreed.office]}: ${held.agreed.reason}`] as const]),
  ]
  return { title, on, under, says: 'The meeting, or a part of it, is to be held in private.', rows }
}
