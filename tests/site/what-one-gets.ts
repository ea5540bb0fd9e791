import { readPdf, type ReadPdf } from '#platform/documents/testing/read-pdf.ts'
import type { Site } from './start-site.ts'
import { signIn } from './visitor.ts'

/** All that an answer gives away: its words, those of a PDF, its headers. */
export interface Given {
  readonly path: string
  readonly status: number
  readonly cacheControl: string
  readonly text: string
  /** Of a PDF: what each sheet is numbered, and its words. */
  readonly sheets: readonly { readonly label: string; readonly text: string }[]
}

/** Asks for addresses as one person, or as the public where no account is named. */
export async function readerOf(site: Site, account?: string): Promise<(path: string) => Promise<Given>> {
  const cookie = account === undefined ? '' : await signIn(site, account)
  return async (path) => {
    const answer = await fetch(`${site.address}${path}`, { redirect: 'manual', headers: { cookie } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const pdf = answer.headers.get('content-type') === 'application/pdf' ? await readPdf(bytes) : undefined
    // The way to the sign-in repeats what was asked for.
    const headers = [...answer.headers].filter(([name]) => answer.status !== 303 || name !== 'location').map((header) => header.join(': '))
    return {
      path,
      status: answer.status,
      cacheControl: answer.headers.get('cache-control') ?? '',
      text: [...headers, pdf === undefined ? new TextDecoder().decode(bytes) : wordsOf(pdf)].join('\n'),
      sheets: pdf?.texts.map((text, sheet) => ({ label: pdf.labels[sheet] ?? '', text })) ?? [],
    }
  }
}

function wordsOf({ title, texts, bookmarks, alternatives, links }: ReadPdf): string {
  return [String(title), ...texts, JSON.stringify(bookmarks), ...alternatives, ...links].join('\n')
}
