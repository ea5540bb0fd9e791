import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import type { Site } from './start-site.ts'

/** An item that the public may know by another title only. */
export const exemptItem = {
  title: 'Sale of the depot at Quarry Lane',
  publicTitle: 'A property matter',
  text: 'The depot may fetch four million pounds.',
} as const

const secrets = /quarry[\s-]*lane|four million/i

/** Where the public can read of the exempt item: of its meeting every version, page, feed, record and PDF is read. Empty where nothing is found. */
export async function leaksOf(site: Site, meeting: string, versions: number): Promise<string[]> {
  const [, , body = '', date = ''] = meeting.split('/')
  const record = `/api/v1/bodies/${body}/meetings/${date}`
  const own = [meeting, ...Array.from({ length: versions }, (_, index) => `${meeting}/versions/${index + 1}`)]
  const pages = own.flatMap((at) => [at, `${at}/items/7`, `${at}/pack.pdf`])
  const lists = ['/', '/meetings?month=2023-09', '/meetings.ics', '/meetings.atom', `/bodies/${body}`, '/sitemap.xml', '/api/v1/meetings?limit=100']
  const records = [record, `${record}/items`, `${record}/papers`, `${record}/supplements`, `${record}?version=2`]
  const found: string[] = []
  for (const path of [...pages, ...lists, ...records, `${meeting}/supplements/1`, `${meeting}/supplements/2`]) {
    const answer = await fetch(`${site.address}${path}`)
    if (secrets.test(await said(answer)) || secrets.test(answer.headers.get('content-disposition') ?? '')) found.push(path)
  }
  return found
}

/** Its text; of a PDF the words of its pages, its title and its bookmarks. */
async function said(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.headers.get('content-type') !== 'application/pdf') return new TextDecoder().decode(bytes)
  const { texts, title, bookmarks } = await readPdf(bytes)
  return JSON.stringify([texts, title, bookmarks])
}
