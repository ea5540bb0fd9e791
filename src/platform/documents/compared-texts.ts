import { diffArrays } from 'diff'

/** What became of one paragraph between two versions of a text. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly parts: readonly TextPart[]
}

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Where two versions differ by more paragraphs than this they are different texts, and the time to compare them would grow with the square. */
const mostChangedParagraphs = 2000

/** Words that differ in one paragraph, for the same reason. */
const mostChangedWords = 400

/** A paragraph of which less than this is unchanged is shown as removed and added: its words would be mixed beyond reading. */
const leastShared = 0.3

/** The versions of a text compared paragraph by paragraph, and word by word in those that changed. */
export function comparedTexts(before: string, after: string): TextChange[] {
  const [old, current] = [paragraphsOf(before), paragraphsOf(after)]
  const runs = diffArrays(old, current, { maxEditLength: mostChangedParagraphs })
  if (runs === undefined) return [...old.map((text) => whole('removed', text)), ...current.map((text) => whole('added', text))]
  const changes: TextChange[] = []
  let removed: string[] = []
  for (const run of runs) {
    if (run.removed) removed = run.value
    else if (run.added) {
      changes.push(...pairUp(removed, run.value))
      removed = []
    } else {
      changes.push(...removed.map((text) => whole('removed', text)), ...run.value.map((text) => whole('same', text)))
      removed = []
    }
  }
  return [...changes, ...removed.map((text) => whole('removed', text))]
}

function paragraphsOf(text: string): string[] {
  return text.replaceAll(/\r\n?/g, '\n').split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '')
}

function whole(kind: 'same' | 'added' | 'removed', text: string): TextChange {
  return { kind, parts: [{ kind, text }] }
}

/** Paragraphs that were replaced: each with the next new one that is like it; the others stand where they stood. */
function pairUp(removed: readonly string[], added: readonly string[]): TextChange[] {
  const changes: TextChange[] = []
  let next = 0
  for (const old of removed) {
    const found = added.slice(next, next + 10).findIndex((text) => isAlike(old, text))
    if (found === -1) {
      changes.push(whole('removed', old))
      continue
    }
    changes.push(...added.slice(next, next + found).map((text) => whole('added', text)))
    changes.push(...changedParagraph(old, added[next + found] ?? ''))
    next += found + 1
  }
  return [...changes, ...added.slice(next).map((text) => whole('added', text))]
}

/** By the words that both hold: cheap, as it is asked of many pairs. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  const shared = Array.from(words).filter((word) => others.has(word)).length
  return shared >= Math.max(words.size, others.size) * leastShared
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
}

/** A figure is one word with its currency, point and unit: of "£109.1m" it is no help to be shown that "1m" went. */
const token = /\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*[\p{L}%]*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|\s+|[^]/gu

function tokensOf(text: string): string[] {
  return text.match(token) ?? []
}

function changedParagraph(old: string, current: string): TextChange[] {
  const runs = diffArrays(tokensOf(old), tokensOf(current), { maxEditLength: mostChangedWords })
  if (runs === undefined) return [whole('removed', old), whole('added', current)]
  return [{ kind: 'changed', parts: runs.map((run): TextPart => ({ kind: run.added ? 'added' : run.removed ? 'removed' : 'same', text: run.value.join('') })) }]
}
