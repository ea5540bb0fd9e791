import { capitalWord, isHeldBy } from './capitals.ts'
import { isGivenName } from './given-names.ts'
import { isNoName } from './no-names.ts'

/** With these the names of houses, streets and wards end, and hardly a surname. */
const houses = new Set('abbey avenue castle chapel chase class close cottage crescent drive end fields forest gardens grange grove hamlet hospice lane link lodge magna manor meadow meadows mews parva row spa square terrace vale valley village walk church hall street ward'.split(' '))

/** With these the names of places end, and of people as well. */
const lands = new Set('abbots beauchamp country cross farm green heath hill hills marsh moor norton place priors prior rise wells wick wood woods'.split(' '))

const endings = /(?:ton|ham|bury|ford|wich|wick|worth|cester|chester|shire|minster|mouth|borough|grove|combe|ditch|ley|vern|bridge|port|stone|field|pool)$/u

const ofPlace = new RegExp(String.raw`^,?\s(?:of|from)\s(${capitalWord})`, 'u')

/** "Holly Lodge" */
export function isPartOfHouse(word: string): boolean {
  return houses.has(word.toLowerCase())
}

/** "Malvern Link", "Barnards Green" */
export function isPartOfPlace(word: string): boolean {
  return isPartOfHouse(word) || lands.has(word.toLowerCase())
}

/** Whether a word is made as names of English places are: "Evesham", "Upton". */
export function soundsLikePlace(word: string): boolean {
  return endings.test(word.toLowerCase())
}

/** Whether words with a capital name a place sooner than somebody, or what has things of its own: "Malvern Link", "Upton Snodsbury". */
export function isRatherAPlace(words: readonly string[], sentence: string, known: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return !isGivenName(first) && (isPartOfPlace(last) || isPartOfPlace(first) || soundsLikePlace(first) || isHeldBy(known, first) || /\bits\b/u.test(sentence))
}

/** Whether after a name the place stands from which somebody comes: "Maya of Westfield". */
export function isOfPlace(right: string, known: readonly string[]): boolean {
  const place = ofPlace.exec(right)?.[1]
  return place !== undefined && !isNoName(place) && !isHeldBy(known, place)
}
