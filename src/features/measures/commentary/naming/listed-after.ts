import { capitalsIn, capitalWord, mayBeName } from './capitals.ts'
import { isGivenName } from './given-names.ts'
import { isPartOfPlace, soundsLikePlace } from './place-words.ts'

const name = String.raw`${capitalWord}(?: ${capitalWord})?`
const ofPeople = '[Hh]urt|[Ii]njured|[Hh]armed|[Aa]bused|[Nn]eglected|[Aa]ssaulted|[Aa]rrested|[Ss]tabbed|[Kk]illed|[Dd]ied|[Gg]roomed|[Ff]ostered|[Ss]elf-harmed|[Rr]an away'
const ofOthersToo = '[Ee]xcluded|[Ss]uspended|[Mm]oved|[Pp]laced|[Mm]issing|[Aa]dopted|[Ww]aiting|[Ll]eft|[Jj]oined|[Aa]bsent|[Ss]een'
const listed = new RegExp(String.raw`\b(?:(${ofPeople})|${ofOthersToo})(?: (?:again|most|often|twice|first|last|today))?(?:: | \(| [–-] )(${name}(?:(?:,? (?:and|&) |, )${name})*)(?=[.,;)]|$)`, 'gu')

/** Names in a list of those to whom something happened: "Hurt: Ann, Ben and Cal". Where places may be listed as well ("Missing: Redditch and Malvern"), a common first name tells which it is. */
export function listedAfter(sentence: string, known: readonly string[]): readonly string[] {
  return [...sentence.matchAll(listed)].flatMap(({ 1: ofPeopleOnly, 2: text = '' }) => {
    const names = text.split(/,? (?:and|&) |, /).flatMap((part) => capitalsIn(`– ${part}`))
    const isOfPlaces = names.some(({ words }) => words.some((word) => isPartOfPlace(word) || soundsLikePlace(word)))
    const isOfPeople = names.some(({ words }) => isGivenName(words[0] ?? '')) || (ofPeopleOnly !== undefined && !isOfPlaces)
    return isOfPeople && names.length > 0 && names.every((one) => mayBeName(one, known, true)) ? [text] : []
  })
}
