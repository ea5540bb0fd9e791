import { given } from '#core/given.ts'
import { plainQuotes } from '#core/plain-quotes.ts'
import { seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import type { Content, Tie } from '../model/commentary.ts'
import type { Claim, Found } from './claim.ts'
import { findClaims } from './find-claims.ts'
import { periodOfSheet } from './own-figures.ts'
import { strangeNumbers, type StrangeNumber } from './quoted-numbers.ts'
import { sentencesOf } from './sentences.ts'
import { sharesInWords } from './shares-in-words.ts'
import { suggestedToRead } from './suggestion-to-read.ts'
import { testClaim } from './test-claim.ts'
import { testShare } from './test-share.ts'

/** A claim of a commentary with what its author says of it and what the figures say. */
export interface CheckedClaim extends Found {
  readonly claim: Claim
  /** The measure that it is tied to. */
  readonly measure: string
  readonly tie?: Tie
}

/** What the check finds in a commentary. */
export interface Checked {
  readonly claims: readonly CheckedClaim[]
  readonly numbers: readonly StrangeNumber[]
}

/** The sheets of a commentary: that of its own measure, and of those to which its claims are tied, by their slugs. */
export interface SheetsOfCommentary {
  readonly own: MeasureSheet
  readonly others: ReadonlyMap<string, MeasureSheet>
}

/** Finds the claims of a commentary, ties each to a measure and to a part of its judgement, and tests it; numbers are held against the figures. */
export function checkCommentary(content: Content, { own, others }: SheetsOfCommentary): Checked {
  const text = textOf(content)
  const claims = claimsOf(content, own).map((claim) => checked(claim, content.claims, { own, others }))
  const numbers = strangeNumbers(text, [own, ...others.values()])
  return { claims: [...claims, ...toldShares(content, { own, others }), ...strangeFigures(numbers, content, own)], numbers }
}

/** A sentence that says outright what the figure is. */
const saysFigure = /\b(?:the|this|our) (?:figure|share|rate|proportion|percentage|result|measure|total)\b(?: \w+){0,3}? (?:is|was|stands at|stood at|came to|reached|remains|remained)(?: (?:now|about|around|nearly|at))? $|(?:^|[,;] )(?:it|this) (?:is|was|stands at|stood at|came to|reached)(?: (?:now|about|around|nearly|at))? $/i

/** A sentence that tells a figure and compares it with none. */
function plainClaim(words: string, sentence: string, said = words): Claim {
  return { words, sentence, said, subject: '', sense: 'vague', about: 'time', isNegated: false, isSignificant: false, needsSignal: false, whom: [], numbers: [] }
}

/** Numbers that are said to be the figure and are none of any period: each is a claim that the figures do not bear. */
function strangeFigures(numbers: readonly StrangeNumber[], { claims: ties }: Content, { definition }: MeasureSheet): readonly CheckedClaim[] {
  return numbers.flatMap(({ words, sentence }): CheckedClaim[] => {
    const [before = ''] = sentence.split(words)
    if (!saysFigure.test(before)) return []
    const claim = plainClaim(sentence.replace(/[.!?]$/, ''), sentence, words)
    return [{ claim, measure: definition.slug, verdict: 'not-supported', because: `${words} is no figure of this measure.`, ...given('tie', tieOf(claim, ties)) }]
  })
}

/** Shares that are told in words, each held against the figure or, where the sentence names an earlier time, against that of then too. */
function toldShares(content: Content, { own, others }: SheetsOfCommentary): readonly CheckedClaim[] {
  return sharesInWords(textOf(content), own.definition).map((share): CheckedClaim => {
    const claim = plainClaim(share.words, share.sentence)
    const tie = tieOf(claim, content.claims)
    const measure = tie?.measure ?? own.definition.slug
    const sheet = measure === own.definition.slug ? own : others.get(measure)
    return { claim, measure, ...(sheet === undefined ? notAtHand(measure) : suggestedToRead(testShare(share, sheet), sheet)), ...given('tie', tie) }
  })
}

/** The claims in what is written, before anything is tested. */
function claimsOf(content: Content, own: MeasureSheet): readonly Claim[] {
  const region = seriesOf(own, 'region')?.name
  const found = findClaims(textOf(content), { ...given('region', region), unit: own.definition.unit, ...given('period', periodOfSheet(own)) })
  // When it will be back on track is asked for in that field.
  return found.filter(({ sense, sentence }) => sense !== 'to-come' || !sentencesOf(content.backOnTrack).includes(sentence))
}

/** All that is written, a part to a paragraph. */
export function textOf({ happened, why, doing, backOnTrack }: Content): string {
  return [happened, why, ...doing.map(({ what }) => what), backOnTrack].filter((text) => text !== '').join('\n')
}

function checked(found: Claim, ties: readonly Tie[], { own, others }: SheetsOfCommentary): CheckedClaim {
  const tie = tieOf(found, ties)
  const claim = tie?.about === undefined ? found : { ...found, about: tie.about }
  const measure = tie?.measure ?? own.definition.slug
  const sheet = measure === own.definition.slug ? own : others.get(measure)
  const result = sheet === undefined ? notAtHand(measure) : suggestedToRead(testClaim(claim, sheet, tie?.measure !== undefined), sheet)
  return { ...result, claim, measure, ...given('tie', tie) }
}

function notAtHand(measure: string): Found {
  return { verdict: 'cannot-tell', because: `The figures of ${measure} are not at hand.` }
}

/** What the author says of a claim: the words may be those of the claim, or more or less of its sentence, as long as they hold what makes it one. */
function tieOf({ words, sentence, said }: Claim, ties: readonly Tie[]): Tie | undefined {
  const [ofClaim, ofSentence, ofSaid] = [words, sentence, said].map((text) => plain(text))
  return ties.find((tie) => plain(tie.words) === ofClaim) ?? ties.find((tie) => (ofSentence ?? '').includes(plain(tie.words)) && (plain(tie.words).includes(ofSaid ?? '') || (ofSaid ?? '').includes(plain(tie.words))))
}

/** Words however they are quoted, spaced and ended. */
export function plain(text: string): string {
  return plainQuotes(text).replaceAll(/\s+/g, ' ').trim().replace(/[.!?]$/, '').toLowerCase()
}

/** The claims that keep a commentary from being signed: the figures do not bear them, and nobody has said why they stand; or they are said to be no claim, and nobody has said why. */
export function openClaims({ claims }: Pick<Checked, 'claims'>): readonly CheckedClaim[] {
  return claims.filter(({ verdict, tie }) => (verdict !== 'supported' || tie?.noClaim === true) && tie?.reason === undefined)
}
