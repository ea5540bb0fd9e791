import { asRead } from '../../disclosure/numbers-told.ts'

const ofEach = /\b(?:each|every|apiece|per|respectively|likewise|equal(?:s|led)?|as (?:many|few) (?!as\b)|same (?:number|as)|one[- ]to[- ]one|for (?:one|a) (?:child|girl|boy|pupil|young person|family))\b/i

/** "One child in each of three schools", "as many children as the three hubs": in such a sentence a number of something else tells how many children there are. */
export function speaksOfEach(sentence: string): boolean {
  return ofEach.test(sentence)
}

const aChild = '(?:an?|one|a single) (?:[a-z-]+ ){0,2}(?:child|girl|boy|pupil|young person|case|referral|family)'
const sayings = [
  'as (?:many|few) (?:children|young|girls|boys|pupils|famil(?:y|ies)|cases|as)',
  '(?:the )?same number|an equal number|apiece|one each',
  '(?:one|a|an?other) (?:[a-z-]+ ){0,3}(?:in|at|from|for|per|to|by|with) each',
  'each (?:one )?(?:of (?:them|these|those|which) )?(?:has|had|have|with|sent|lost|kept|holds?|took|takes|is|was) (?:an?|one|only|just|exactly|for)',
  `(?:has|had|have|with|sent|lost|kept|holds?|took|takes|saw) (?:only |just |exactly )?${aChild}`,
]
const howManyOfEach = new RegExp(String.raw`\b(?:${sayings.join('|')})\b`, 'i')

/** The same of a whole text, where the sentence that says how many there are stands beside the one that says of what: "Three schools took part. Each had one child waiting." */
export function tellsHowManyOfEach(text: string): boolean {
  return howManyOfEach.test(asRead(text))
}
