import assert from 'node:assert/strict'
import type { Site } from './start-site.ts'

/** The body of a page that must be there. */
export async function readText(site: Site, path: string): Promise<string> {
  const answer = await fetch(`${site.address}${path}`)
  assert.equal(answer.status, 200, `${path} answers ${answer.status}`)
  return answer.text()
}

/** A record of the API that must be there. */
export async function readRecord<Shape>(site: Site, path: string): Promise<Shape> {
  return JSON.parse(await readText(site, path)) as Shape
}

/** All entries of a list of the API, page after page by its own `next`, each of its pages at most `limit` long. */
export async function readList<Entry>(site: Site, path: string, limit = 100): Promise<Entry[]> {
  const entries: Entry[] = []
  let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`
  for (let pages = 0; next !== undefined; pages += 1) {
    assert.ok(pages < 1000, `${path} has no end`)
    const page: { items: Entry[]; next?: string } = await readRecord(site, next)
    assert.ok(page.items.length <= limit && page.items.length > 0, `${next} has ${page.items.length} entries`)
    entries.push(...page.items)
    next = page.next
  }
  return entries
}

/** A meeting as the API lists it. */
export interface ListedMeeting {
  readonly body: string
  readonly bodyName: string
  readonly date: string
  readonly time?: string
  readonly venue?: string
  readonly hasAgenda: boolean
  readonly page: string
}

export function listedMeetings(site: Site, query = ''): Promise<ListedMeeting[]> {
  return readList<ListedMeeting>(site, `/api/v1/meetings${query}`)
}
