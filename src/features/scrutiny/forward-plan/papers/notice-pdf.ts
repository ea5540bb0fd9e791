import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { formatDate, formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { blocksTypst } from '#platform/documents/typst/blocks-typst.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { regulations, type Notice } from './notice.ts'

const source = readFileSync(new URL('notice.typ', import.meta.url), 'utf8')

interface NoticePdf {
  readonly pdf: Uint8Array
  readonly pages: number
}

/** When and under what it was published, in a sentence. */
export function publishedWords({ on, under }: Notice): string {
  return `Published on ${formatDay(on)} under ${under} of the ${regulations}.`
}

/** A notice as one PDF/UA-1 file. The same notice gives the same bytes. */
export async function noticePdf(notice: Notice, council: { readonly name: string; readonly alternativeFormats: string }, typesetter: Typesetter): Promise<Outcome<NoticePdf>> {
  const set = await typesetter({ source, data: printed(notice, council), files: new Map([blocksTypst]) })
  return set.ok ? ok({ pdf: set.value.pdf, pages: Number(set.value.marks[0] ?? 1) }) : set
}

/** Known by this, a PDF says what the notice says; another is due once it says something else, be it of the entry or in the wording of a later build. */
export function printOf(notice: Notice): string {
  return createHash('sha256').update(JSON.stringify(words(notice))).digest('hex')
}

function printed(notice: Notice, council: { readonly name: string; readonly alternativeFormats: string }): object {
  return { ...words(notice), council: council.name, alternativeFormats: council.alternativeFormats }
}

/** Every word that is set of a notice; the frame of the council is not of the notice. */
function words(notice: Notice): object {
  const [year, month, day] = notice.on.split('-').map(Number)
  const rows = notice.rows.flatMap(([heading, words = '']) => {
    const lines = words.split('\n').filter((line) => line.trim() !== '')
    return lines.length === 0 ? [] : [{ heading, lines }]
  })
  return {
    title: notice.title,
    matter: notice.rows.find(([heading]) => heading === 'Matter')?.[1] ?? '',
    published: publishedWords(notice),
    says: notice.says,
    ...given('invented', notice.invented),
    day: { year, month, day },
    foot: `${notice.title}, ${formatDate(notice.on)}`,
    rows,
  }
}
