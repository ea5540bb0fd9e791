import type { Definition } from '../../definitions/definition.ts'
import { isNotYet } from './not-claimed.ts'
import { sentencesOf } from './sentences.ts'

/** A share that is told in words of what a measure counts: "nearly three quarters of visits". */
export interface ShareInWords {
  readonly words: string
  readonly sentence: string
  /** In per cent, the least and the most that the words leave room for. */
  readonly least: number
  readonly most: number
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const count = String.raw`(?:${counts.slice(1).join('|')}|\d{1,2})`
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 }
const part = String.raw`(?:(?:(a|an|${count})[ -](${Object.keys(parts).join('|')})s? of)|half(?: of|(?= (?:the|our|all|these|those)\b)))`
const among = String.raw`(?:(${count}) (?:in|out of)(?: every)? (${count}))`
const shareWords = new RegExp(String.raw`(?<!\b(?:first|second|last|past|these|those|next|previous|other|the) )\b(?:${part}|${among}(?: of)?) ((?:[\w’'-]+ ?){1,6})`, 'gi')

const under = /\b(?:nearly|almost|just under|not quite|under|less than|fewer than|below|approaching)(?: an?)? $/i
const over = /\b(?:over|just over|more than|above|at least|well over|greater than)(?: an?)? $/i
const farUnder = /\b(?<!just )(?:under|less than|fewer than|below)(?: an?)? $/i
const farOver = /\b(?<!just )(?:over|more than|above|at least|greater than)(?: an?)? $/i

/** How far, in points, a figure may lie from a share that is told in words. */
const room = 5

/** The shares in words of a text that speak of what a measure counts; those of anything else are none of its figure. */
export function sharesInWords(text: string, definition: Pick<Definition, 'unit' | 'name' | 'denominator' | 'counted'>): readonly ShareInWords[] {
  if (definition.unit !== 'percent') return []
  return sentencesOf(text).flatMap((sentence) =>
    [...sentence.matchAll(shareWords)].flatMap((found) => {
      const [all, many = 'one', name = 'half', chosen, outOf, after = ''] = found
      const share = chosen === undefined ? (numberOf(many) / (parts[name.toLowerCase()] ?? 1)) * 100 : (numberOf(chosen) / numberOf(outOf)) * 100
      if (!(share > 0 && share <= 100) || !speaksOf(after, definition) || isNotYet(sentence, found.index, found.index + all.length)) return []
      return [{ words: all.trim(), sentence, ...boundsOf(share, sentence.slice(0, found.index)) }]
    }),
  )
}

function numberOf(word = ''): number {
  const place = counts.indexOf(word.toLowerCase())
  return /^an?$/i.test(word) ? 1 : place >= 0 ? place : Number(word)
}

function boundsOf(share: number, before: string): Pick<ShareInWords, 'least' | 'most'> {
  if (under.test(before)) return { least: farUnder.test(before) ? 0 : share - room, most: share }
  if (over.test(before)) return { least: share, most: farOver.test(before) ? 100 : share + room }
  return { least: share - room / 2, most: share + room / 2 }
}

const small = new Set(['the', 'and', 'that', 'with', 'for', 'from', 'who', 'were', 'was', 'are', 'have', 'had', 'time', 'within', 'all', 'new', 'good', 'those', 'year', 'years', 'quarter', 'month', 'week', 'weeks', 'days'])

/** Whether the thing that is shared out is one that the measure counts. */
function speaksOf(after: string, { name, denominator = '', counted = '' }: Pick<Definition, 'name' | 'denominator' | 'counted'>): boolean {
  if (/^(?:them|these|those)\b/i.test(after)) return true
  const [thing = ''] = after.split(/\b(?:were|was|are|is|have|had|has|took|take|met|left|came|who|that|which|in|within|by|at|on)\b/i)
  const known = wordsOf(`${name} ${denominator} ${counted}`)
  return [...wordsOf(thing)].some((word) => known.has(word))
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !small.has(word)).map((word) => word.replace(/(?:ies|y|es|s)$/, '')))
}
