/** Words that tie others together, and forms of company: they are passed over on both sides, so that “Brook & Vale Ltd” is “Brook and Vale Limited”. */
const passedOver = new Set('a an and at by for from in into of on or the to with co company ltd limited llp plc cic cio inc incorporated'.split(' '))

/** Words that stand in every agenda of a council: alone they say nothing of whom an item is about. */
const general = new Set(
  ('academy adult adults agreement annual area authority board body budget business care centre centres charity child children chief church clinic college committee community consultation ' +
    'contract contracts council councillor councils county decision development director district education england family families farm foundation fund funding governance ' +
    'group groups health home homes hospital house housing hub improvement independent information integrated joint land learning local management meeting member members minutes ' +
    'monitoring national network new nhs nursery office officer outcome overview panel paper parish partnership people performance plan planning police policy primary programme project ' +
    'property provision public quality report resource review road safeguarding school schools scrutiny secondary section send service services site social society strategy street support ' +
    'team town transport trust union university update village voluntary ward west east north south work year young youth').split(' '),
)

/** A word of a text as it stands, and as it is compared. */
interface Word {
  readonly compared: string
  readonly from: number
  readonly to: number
}

/** The words of a text that are compared, in their order: without accents, capitals, possessive and plural endings, and the words that only tie others together. */
export function comparedWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu)) {
    const compared = bare(match[0])
    if (compared !== '' && !passedOver.has(compared)) words.push({ compared: singular(compared), from: match.index, to: match.index + match[0].length })
  }
  return words
}

function bare(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replace(/['’]s$/, '').replaceAll(/['’.]/g, '')
}

/** Enough for comparing: “carers” and “carer” are one word, “business” is not “busines”. */
function singular(word: string): string {
  if (word.length < 5 || word.endsWith('ss') || !word.endsWith('s')) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

/** A word that tells one thing from others: at least three letters, and not one that stands in every agenda. */
function isTelling(compared: string): boolean {
  return compared.length >= 3 && !isGeneral(compared) && !/^\d+$/.test(compared)
}

const generalCompared = new Set(Array.from(general, singular))

function isGeneral(compared: string): boolean {
  return generalCompared.has(compared)
}

/** So many general words in their order tell a name from others: “Home to School Transport”. */
const tellingTogether = 3

/** Whether a name tells nothing: “the council”, “Community Trust Ltd”. One word that tells it from others is enough, or three general ones together. */
export function isTooGeneral(name: string): boolean {
  const words = comparedWords(name)
  return words.length < tellingTogether && !words.some(({ compared }) => isTelling(compared))
}
