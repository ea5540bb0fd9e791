import type { ChangeTold } from './change-told.ts'
import { fell, rose } from './fell-and-rose.ts'

const parts: Readonly<Record<string, number>> = { half: 1 / 2, 'a third': 1 / 3, 'one third': 1 / 3, 'two thirds': 2 / 3, 'a quarter': 1 / 4, 'one quarter': 1 / 4, 'three quarters': 3 / 4, 'a fifth': 1 / 5, 'one fifth': 1 / 5, 'a sixth': 1 / 6, 'a seventh': 1 / 7, 'an eighth': 1 / 8, 'a ninth': 1 / 9, 'a tenth': 1 / 10 }
const multiples: Readonly<Record<string, number>> = { twice: 2, double: 2, doubled: 2, 'two times': 2, thrice: 3, treble: 3, trebled: 3, tripled: 3, 'three times': 3, quadrupled: 4, 'four times': 4, 'five times': 5 }
const ofWhat = String.raw`(?: of)? (?:what|that|as (?:many|few)|last|(?:the|this) (?:number|figure|total|same))\b`
const aPart = `(${Object.keys(parts).join('|').replaceAll(' ', '[- ]')})`
const part = new RegExp(String.raw`\b(?:${aPart}${ofWhat}|halved\b)`, 'gi')
const multiple = new RegExp(String.raw`\b(?:(twice|double|thrice|treble|(?:two|three|four|five) times)${ofWhat}|(doubled|trebled|tripled|quadrupled)\b)`, 'gi')

/** "a third of what it was", "halved", "three times that", "doubled". */
export function partsAndMultiples(text: string): readonly ChangeTold[] {
  return [
    ...[...text.matchAll(part)].map((found) => times(found, partOf(found[1] ?? 'half'))),
    ...[...text.matchAll(multiple)].map((found) => times(found, multiples[(found[1] ?? found[2] ?? '').toLowerCase()] ?? 1)),
  ]
}

const share = String.raw`(?:about |around |nearly |over |just )?(?:${aPart}\b|(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)(?! ?points?))`
const changedBy = new RegExp(String.raw`\b(?:(${fell})|${rose}) by ${share}|\b(?:${fell}) to ${aPart}\b(?! of (?!what|that|the (?:number|figure|total)))`, 'gi')
const lowerBy = new RegExp(String.raw`\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent) (?:(fewer|less|lower)|more|higher)\b`, 'gi')

/** "fell by two thirds", "fell to a third", "75% lower". */
export function sharesChanged(text: string): readonly ChangeTold[] {
  return [
    ...[...text.matchAll(changedBy)].map((found) => {
      const [, down, words, digits, left] = found
      if (left !== undefined) return times(found, partOf(left))
      const by = digits === undefined ? partOf(words ?? '') : Number(digits) / 100
      return times(found, down === undefined ? 1 + by : 1 - by, roundedIn(digits))
    }),
    ...[...text.matchAll(lowerBy)].map((found) => times(found, 1 + ((found[2] === undefined ? 1 : -1) * Number(found[1])) / 100, roundedIn(found[1]))),
  ]
}

function partOf(words: string): number {
  return parts[words.toLowerCase().replaceAll('-', ' ')] ?? 1
}

/** Half of the last place of a share in per cent. */
function roundedIn(digits: string | undefined): number {
  return digits === undefined ? 0 : 0.005 * 10 ** -(digits.split('.')[1]?.length ?? 0)
}

function times(found: RegExpExecArray, by: number, within = 0): ChangeTold {
  return { words: found[0], at: found.index, end: found.index + found[0].length, within, onFrom: (earlier) => earlier * by, backFrom: (later) => later / by }
}
