import type { Reader } from '#platform/database/database.ts'
import { linksIn } from '#platform/documents/links.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import type { MeetingsTables } from '../tables.ts'

/** A link in a paper to a page of a body or of a meeting of this site. */
export interface InternalLink {
  readonly item: number
  /** The title of the paper. */
  readonly paper: string
  readonly address: string
  readonly body: string
  readonly date?: string
  readonly number?: number
}

/** What the site has at such addresses: bodies, and of each meeting the items on its agenda, by `body/date`. */
export interface KnownPlaces {
  readonly bodies: ReadonlySet<string>
  readonly meetings: ReadonlyMap<string, ReadonlySet<number>>
}

/** The links of a meeting's papers that lead to bodies and meetings of this site. */
export function internalLinks({ papers }: Pick<MeetingDraft, 'papers'>): InternalLink[] {
  return papers.flatMap(({ item, title, text }) => [...new Set(linksIn(text?.blocks ?? []).map(({ address }) => address))].flatMap((address) => linkOf(item, title, address) ?? []))
}

function linkOf(item: number, paper: string, address: string): InternalLink | undefined {
  const [, body, date, number] = /^\/bodies\/([a-z0-9-]+)(?:\/(\d{4}-\d{2}-\d{2})(?:\/items\/(\d{1,4}))?)?(?:[/#?]|$)/.exec(address) ?? []
  if (body === undefined || body === 'map') return undefined
  return { item, paper, address, body, ...(date === undefined ? {} : { date }), ...(number === undefined ? {} : { number: Number(number) }) }
}

/** Those that lead nowhere; a meeting may link to its own items before they are published. */
export function deadLinks({ entry, papers }: Pick<MeetingDraft, 'entry' | 'papers'>, known: KnownPlaces): InternalLink[] {
  const own = new Map([[`${entry.body}/${entry.date}`, new Set(entry.items.map((item) => item.number))]])
  return internalLinks({ papers }).filter(({ body, date, number }) => {
    if (date === undefined) return !known.bodies.has(body)
    const items = own.get(`${body}/${date}`) ?? known.meetings.get(`${body}/${date}`)
    return items === undefined || (number !== undefined && !items.has(number))
  })
}

/** What is published at the places that these links name, in one query. */
export async function knownPlaces(reader: Reader, links: readonly InternalLink[], bodies: ReadonlySet<string>): Promise<KnownPlaces> {
  const named = [...new Set(links.filter((link) => link.date !== undefined).map((link) => link.body))]
  if (named.length === 0) return { bodies, meetings: new Map() }
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as current')
    .select(['current.body', 'current.meeting_date', 'current.meeting'])
    .where('current.body', 'in', named)
    .execute()
  return { bodies, meetings: new Map(rows.map((row) => [`${row.body}/${row.meeting_date}`, new Set(row.meeting.items.map((item) => item.number))])) }
}
