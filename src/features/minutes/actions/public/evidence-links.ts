import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { actionName, inShort } from '../action-words.ts'
import type { PublicAction } from '../public-action.ts'
import type { ActionsTables } from '../tables.ts'

/** What the addresses of this site that steps give lead to, in words. */
export type LinkTitles = ReadonlyMap<string, string>

const ofBody = /^\/bodies\/([^/]+)(?:\/(\d{4}-\d{2}-\d{2})(?:\/items\/([1-9]\d{0,3}))?)?$/
const ofAction = /^\/recommendations\/([1-9]\d{0,8})$/
const pages: Readonly<Record<string, string>> = { '/': 'The first page', '/bodies': 'Bodies', '/meetings': 'Meetings', '/questions': 'Questions from members', '/recommendations': 'Recommendations and actions' }

/** The titles of what the steps of a chain link to, as far as they are known. Two queries at most, none where no step links to this site. */
export async function linkTitles(reader: Reader, chain: PublicAction['chain']): Promise<LinkTitles> {
  const addresses = chain.flatMap((step) => ('link' in step && step.link?.startsWith('/') === true ? [step.link] : []))
  const names = addresses.some((address) => ofBody.test(pathOf(address))) ? await bodyNames(reader) : new Map<string, string>()
  const actions = await actionTitles(reader, addresses.flatMap((address) => ofAction.exec(pathOf(address))?.[1] ?? []).map(Number))
  return new Map(addresses.flatMap((address) => {
    const path = pathOf(address)
    const title = pages[path] ?? actions.get(path) ?? bodyTitle(path, names)
    return title === undefined ? [] : [[address, title] as const]
  }))
}

/** Without what stands behind the path, and without a slash at its end. */
function pathOf(address: string): string {
  const path = address.replace(/[?#].*$/, '')
  return path === '/' ? path : path.replace(/\/+$/, '')
}

function bodyTitle(path: string, names: ReadonlyMap<string, string>): string | undefined {
  const [, slug = '', typedDay, item] = ofBody.exec(path) ?? []
  const name = names.get(slug)
  if (name === undefined || typedDay === undefined) return name
  const day = parseDate(typedDay)
  return day && `${item === undefined ? '' : `Item ${item}, `}${name}, ${formatDate(day)}`
}

async function actionTitles(reader: Reader, numbers: readonly number[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.number', 'list.record']).where('list.number', 'in', numbers).execute()
  return new Map(rows.map(({ number, record }) => [`/recommendations/${number}`, `${actionName(record.kind, number)}: ${inShort(record.words, 80)}`]))
}

/** A link to what somebody gave as evidence: of this site by its title; another's, which is not vouched for, by its address. */
export function evidenceLink(address: string, titles: LinkTitles): Html {
  const text = titles.get(address) ?? (address.startsWith('/') ? 'A page of this site' : address)
  return html`<a class="govuk-link" href="${address}" rel="nofollow noopener">${userText(text)}</a>`
}
