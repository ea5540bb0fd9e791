import { toSomebody } from './happened-to.ts'
import { aged, asPeopleDo, beforePeople } from './what-people-do.ts'

const initials = /(?<![\p{L}\d.])\p{Lu}\.\s?\p{Lu}\.(?:\s?\p{Lu}\.)?(?![\p{L}\d])/gu

/** "MB" and "M B", of whom only an age tells that they are somebody. */
const bareInitials = /(?<![\p{L}\d.])\p{Lu}\s?\p{Lu}(?![\p{L}\d.])/gu

/** Of a body, a country, a plan or a subject. */
const notOfAPerson = new Set(['YP', 'CP', 'CE', 'FE', 'HE', 'EY', 'EP', 'ER', 'UK', 'US', 'USA', 'EU', 'UN', 'NHS', 'SEN', 'PE', 'IT', 'GP', 'CCG', 'MP', 'PM', 'AM', 'EHC', 'LA', 'WHO', 'BBC'])

/** Initials of somebody, where they do or have what people do or have: "T.S. waited longest", "MB, aged 9". */
export function initialsIn(sentence: string): readonly string[] {
  const pointed = [...sentence.matchAll(initials)].filter((match) => isSomebody(...around(sentence, match)))
  const bare = [...sentence.matchAll(bareInitials)].filter((match) => aged.test(around(sentence, match)[1]))
  return [...pointed, ...bare].map(([found]) => found).filter((found) => !notOfAPerson.has(found.replaceAll(/[^\p{L}]/gu, '')))
}

function around(sentence: string, { 0: found, index }: RegExpExecArray): [left: string, right: string] {
  return [sentence.slice(Math.max(0, index - reach), index), sentence.slice(index + found.length, index + found.length + reach)]
}

const reach = 60

function isSomebody(left: string, right: string): boolean {
  return asPeopleDo.test(right) || toSomebody.test(right) || aged.test(right) || beforePeople.test(left)
}
