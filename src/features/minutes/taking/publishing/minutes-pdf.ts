import { readFileSync } from 'node:fs'
import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import type { LocalTime } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { blocksTypst } from '#platform/documents/typst/blocks-typst.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { PublishedMinute, PublishedMinutes, PublishedResolution } from '../record/published-minutes.ts'
import { kindInWords } from '../record/resolution.ts'
import { sittingGroups } from '../record/sitting-groups.ts'
import { standingSentence } from '../record/standing-words.ts'
import { voteInWords } from '../record/vote.ts'
import { withheldInWords } from '../record/withheld-words.ts'

const source = readFileSync(new URL('minutes.typ', import.meta.url), 'utf8')

interface MinutesPdf {
  readonly pdf: Uint8Array
  readonly pages: number
}

/** Minutes as one PDF/UA-1 file. The same minutes give the same bytes. */
export async function minutesPdf(minutes: PublishedMinutes, council: { readonly name: string; readonly alternativeFormats: string }, typesetter: Typesetter): Promise<Outcome<MinutesPdf>> {
  const set = await typesetter({ source, data: printed(minutes, council), files: new Map([blocksTypst]) })
  return set.ok ? ok({ pdf: set.value.pdf, pages: Number(set.value.marks[0] ?? 1) }) : set
}

function printed(minutes: PublishedMinutes, council: { readonly name: string; readonly alternativeFormats: string }): object {
  const { bodyName, date, time, title, venue, sitting, said, signed, source: from } = minutes
  const [year, month, day] = date.split('-').map(Number)
  const when = time === undefined ? formatDay(date) : `${formatDay(date)}, ${formatTime(time as LocalTime)}`
  return {
    title: `${bodyName} minutes, ${formatDate(date)}`,
    council: council.name,
    alternativeFormats: council.alternativeFormats,
    body: bodyName,
    day: { year, month, day },
    foot: `${bodyName}, minutes of ${formatDate(date)}`,
    when,
    meetingTitle: title ?? null,
    venue: venue ?? null,
    standing: standingSentence(minutes),
    source: from === undefined ? null : `Source: ${from}`,
    record: sittingGroups(sitting),
    said,
    minutes: minutes.minutes.map(printedMinute),
    signature: signed === undefined ? null : `Signed by ${signed.by}, in the chair, on ${formatDate(signed.on)}.`,
  }
}

function printedMinute({ number, title, said, blocks, withheld, resolutions }: PublishedMinute): object {
  return { number, title, said, blocks, withheld: withheld === undefined ? null : withheldInWords(withheld), resolutions: resolutions.map(printedResolution) }
}

function printedResolution({ letter, words, due, vote, ...kind }: PublishedResolution): object {
  const facts = [kindInWords(kind), ...(due === undefined ? [] : [`By ${formatDate(due)}`]), ...(vote === undefined ? [] : [`Vote: ${voteInWords(vote)}`, ...byName(vote.named)])]
  return { letter, words, facts }
}

function byName(named: NonNullable<PublishedResolution['vote']>['named']): string[] {
  return named === undefined || named.length === 0 ? [] : [`By name: ${named.map(({ member, voted }) => `${member} (${voted})`).join(', ')}`]
}
