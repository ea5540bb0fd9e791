import { numbersTold, type NumberTold } from '../../disclosure/numbers-told.ts'
import type { ChangeTold } from './change-told.ts'
import { fell, rose } from './fell-and-rose.ts'
import { partsAndMultiples, sharesChanged } from './parts-and-multiples.ts'

interface Wording {
  readonly sign: 1 | -1
  readonly before?: RegExp
  readonly after?: RegExp
}

const byBefore = (words: string) => new RegExp(String.raw`\b(?:${words})(?: again| only| just| further)? by (?:a further |another |only |just )?$`, 'i')
const atOnce = (word: string) => new RegExp(String.raw`(?:^|[,;:(–] ?|\b(?:is|are|was|were|it|number|figure|total|now|went|gone|and) )(?:now |again )?${word} (?:a further |another |only |just )?$`, 'i')
const ofBefore = (nouns: string) => new RegExp(String.raw`\b(?:${nouns})(?: in (?:[a-z-]+ ){1,5})?(?: ?:|(?: was| is| of| came to| made| stood at| just| only)+) $`, 'i')
const compared = String.raw`^ (?:(?!(?:is|are|was|were|and|or|to|not|no|than|of)\b)[a-z-]+ )?`

const wordings: readonly Wording[] = [
  { sign: -1, before: /\b(?:less|minus|take away|take|subtract|deduct) $|(?:^|[\s(])[-−]$/i },
  { sign: 1, before: /\bplus $|(?:^|[\s(])\+$/i },
  { sign: -1, before: byBefore(`${fell}|went down|gone down|less|fewer|lower`) },
  { sign: 1, before: byBefore(`${rose}|went up|gone up|more|higher`) },
  { sign: -1, before: atOnce('down') },
  { sign: 1, before: atOnce('up') },
  { sign: -1, before: ofBefore('fall|drop|decrease|reduction|decline') },
  { sign: 1, before: ofBefore('rise|increase|growth') },
  { sign: -1, after: new RegExp(String.raw`${compared}(?:fewer|less|lower|down)\b`, 'i') },
  { sign: -1, after: /^ (?:below|under|short of)\b(?! (?:fives?|\d))/i },
  { sign: 1, after: new RegExp(String.raw`${compared}(?:more|higher|up)\b`, 'i') },
]

/** Says by how much, and not which way. */
const eitherWay = ofBefore('change|difference|gap')

/** All changes of a text, as it is read, those by a number of something else left out. */
export function changesIn(text: string, isOfElse: (number: NumberTold) => boolean = () => false): readonly ChangeTold[] {
  const numbers = numbersTold(text).filter((number) => number.isUnsure !== true && number.inPercent === undefined && !isOfElse(number))
  return [...numbers.flatMap((number) => changesBy(number, text)), ...partsAndMultiples(text), ...sharesChanged(text)]
}

function changesBy(number: NumberTold, text: string): readonly ChangeTold[] {
  const end = number.at + number.words.length
  const [before, after] = [text.slice(Math.max(0, number.at - 60), number.at), text.slice(end, end + 60)]
  const change = (sign: 1 | -1, [ahead, behind]: readonly [string, string]): ChangeTold => {
    const [from, to] = [number.at - ahead.length, end + behind.length]
    return { words: text.slice(from, to).replace(/^[\s,;:(–]+/, ''), at: from, end: to, number, onFrom: (earlier) => earlier + sign * number.number, backFrom: (later) => later - sign * number.number }
  }
  for (const { sign, before: ahead, after: behind } of wordings) {
    const found = ahead?.exec(before) ?? behind?.exec(after)
    if (found) return [change(sign, ahead === undefined ? ['', found[0]] : [found[0], ''])]
  }
  const unsigned = eitherWay.exec(before)
  return unsigned === null ? [] : ([1, -1] as const).map((sign) => change(sign, [unsigned[0], '']))
}
