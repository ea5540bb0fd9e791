import { isNoName } from './no-names.ts'

/** What tells who somebody is without a name: a date of birth, an NHS number, a number of a pupil or a case, an e-mail address of a person, a telephone number, and words in letters that an English text has no use for but names. */
export function identifiersIn(text: string): readonly string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found.trim())
  return [...all(born), ...all(nhsNumber).filter(hasCheckDigit), ...all(pupilNumber), ...all(caseNumber), ...all(address).filter(isOfAPerson), ...all(telephone)]
}

/** Words in Arabic, Chinese or any other letters but Latin. */
export function inOtherLetters(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(otherLetters)].map(([found]) => found.trim())
}

const otherLetter = String.raw`(?!\p{Script=Latin}|\p{Script=Common})\p{L}\p{M}*`
const otherLetters = new RegExp(String.raw`(?:${otherLetter}){2,}(?:[\s·-]?(?:${otherLetter})+)*`, 'gu')

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*'
const day = String.raw`(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${month},?\s\d{4}|${month}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})`

/** Of those born from a day on, many were. */
const born = new RegExp(String.raw`(?<!\b(?:children|those|pupils|girls|boys|babies|people|all)\s(?:who\s)?(?:were\s)?)\b(?:d\.?\s?o\.?\s?b\.?|date\sof\sbirth|born)(?:\s(?:on|is|was))?[:\s-]*(?:the\s)?${day}(?!\s(?:or|and|to)\s(?:later|earlier|after|before|\d))`, 'giu')

const nhsNumber = /(?<![\d.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-]|[.,]\d)/gu

/** NHS Data Dictionary, "NHS number": the tenth digit is eleven less the weighted sum of the others by eleven. */
function hasCheckDigit(number: string): boolean {
  const digits = [...number.matchAll(/\d/g)].map(([digit]) => Number(digit))
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}

/** Unique pupil number, and the temporary one, which ends with a letter. */
const pupilNumber = /(?<![\p{L}\d])[A-Z](?:\d{12}|\d{11}[A-Z])(?![\p{L}\d])/giu

/** "LAC 104523", "case no. 10452": a long number right after one child is one in a system, and counts nobody. */
const caseNumber = /(?<![\p{L}\d-])(?:LAC|CLA|CIN|CP|UASC|EHCP|[Cc]hild|[Cc]ase|[Cc]lient|[Pp]erson|[Pp]upil|[Rr]ecord|[Mm]osaic|[Ll]iquidlogic)(?:\s?(?:(?:[Nn]umber|[Nn]o|[Rr]ef|[Rr]eference|I[Dd])\.?:?\s?#?|#)\d{4,10}|[\s:-]?\d{6,10})(?![\p{L}\d-]|[.,]\d|\s(?:children|girls|boys|pupils|cases|people|young)\b)/gu

/** Lines for everybody begin with 03 and 08. */
const telephone = /(?<![\d.,/])(?:\+44\s?(?:\(0\)\s?)?|0)(?:7\d{3}|1\d{2,3}|2\d|1\d1)\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\d/]|[.,]\d)/gu

const address = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const ofATeam = /^(?:info|contact|enquir(?:y|ies)|admin|hello|mail|email|post|help|feedback|press|comms|noreply|reply|data|statistics)$/iu

/** An address of a team says what the team does; of a body, one word is a team's. */
function isOfAPerson(found: string): boolean {
  const [name = '', host = ''] = found.split('@')
  const parts = name.split(/[._%+\d-]+/).filter((part) => part !== '')
  return parts.every((part) => !isNoName(part) && !ofATeam.test(part)) && (parts.length > 1 || !/\.(?:gov|nhs|police|org|sch|ac)\.uk$/i.test(host))
}
