import { beside, capitalsIn, capitalWord, mayBeName, withoutCapital } from './capitals.ts'
import { isRatherAPlace } from './place-words.ts'
import { agedWithMore, asOneOfAFamily } from './what-people-do.ts'
import { age, child, kin, severalChildren } from './words-for-a-child.ts'

/** Names of those to whom something happened that happens to children: a full name ("Maya Brown went missing"), a name with an age ("Maya (9) was hurt"), several together ("Tim, Ann and Bo were placed") or one alone ("Maya ran away"). */
export function happenedTo(sentence: string, known: readonly string[]): readonly string[] {
  const found = capitalsIn(sentence).flatMap((capitals) => {
    const { left, right } = beside(capitals, withoutCapital(sentence))
    if (notAlone.test(left) || (isRatherAPlace(capitals.words, sentence, known) && !onlyToChildren.test(right))) return []
    const isFull = capitals.words.length > 1
    const isHurt = isFull ? toSomebody.test(right) || bySomebody.test(left) : !oneOrMoreChildren.test(capitals.text) && [withAge, onlyToChildren, asOneOfAFamily, agedWithMore].some((pattern) => pattern.test(right))
    return isHurt && mayBeName(capitals, known, !isFull) ? [capitals.text] : []
  })
  return [...found, ...severalAtOnce(sentence, known)]
}

function severalAtOnce(sentence: string, known: readonly string[]): readonly string[] {
  return [...sentence.matchAll(several)].flatMap(({ 0: text, index }) => {
    const names = text.split(/,? (?:and|&) |, /).flatMap((part) => capitalsIn(`– ${part}`))
    return !notAlone.test(beside({ at: index, end: index }, sentence).left) && names.every((name) => !oneOrMoreChildren.test(name.text) && mayBeName(name, known, true)) ? [text] : []
  })
}

/** A place, a thing, or a part of a longer name. */
const notAlone = /\b(?:in|at|near|from|to|outside|around|of|the|by|[Cc]llr|[Cc]ouncillor)\s$/u

const meanwhile = String.raw`(?:,?\s(?:also|again|then|later|sadly|only|first|who|has|had|have|never|since|often|recently|now|still|soon|permanently))*`
const done = String.raw`placed(?!\s(?:first|second|third|last|top|bottom|\d|on\shold|in\sthe\s(?:top|bottom|lowest|highest)))|moved|excluded|expelled|suspended|adopted(?!\s(?:by\s(?:the\s)?(?:[Cc]ouncil|[Cc]abinet|[Pp]anel|[Bb]oard|[Pp]artners)|in\s\d|as\b))|arrested|hurt|injured|harmed|abused|neglected|assaulted|attacked|stabbed|killed|fostered|detained|remanded|sectioned|exploited|trafficked|groomed|bullied|missing|born|looked\safter|taken\s(?:into|away|from)|found\s(?:safe|dead|hurt|by\sthe\spolice)|removed\sfrom\s(?:home|her|his|their)|returned\s(?:home|to\scare)|admitted\sto`
const fled = String.raw`(?:went|goes|gone)\smissing|ran\s(?:away|off)|absconded|came\s(?:back\s)?into\scare|(?:went|taken)\sinto\s(?:care|custody)|entered\scare|self-harmed|gave\sbirth|drowned|overdosed`
const went = String.raw`${fled}|died|passed\saway|went\sinto\shospital|left(?=\s(?:care|home|us|school|in|on|at|for|before|after|again)\b|[.,;]|$)|moved(?=\s(?:home|in|out|on|away|back|again|placement|to\s(?:live|another|a|her|his)|from|twice|once)\b|[.,;]|$)`
const being = '(?:was|were|is|are|been|being|got)'

const verb = String.raw`${meanwhile}\s(?:${being}${meanwhile}\s(?:${done})|${went})\b`
/** What stands after a name of somebody to whom something happened. */
export const toSomebody = new RegExp(String.raw`^(?:${verb}|,\s(?:missing|hurt|injured|adopted|excluded|fostered|stabbed|arrested)\b|[’']s\s(?:placement|adoption|exclusion|arrest|death|injur(?:y|ies)|carers?|foster|parents|care\splan)\b|\sand\s(?:her|his)\s(?:carers?|foster|parents|mother|father|family)\b)`, 'u')
const bySomebody = /\b(?:placed|excluded|fostered|arrested|hurt|injured|abused|stabbed)\s$/u
const withAge = new RegExp(String.raw`^,?\s\(?(?:aged\s)?(?:${age})\)?,?${verb}`, 'u')
const several = new RegExp(String.raw`(?<![\p{L}\d’'.-])(?:${capitalWord} ?)+(?:, (?:${capitalWord} ?)+)*,? ?(?:and|&) ${capitalWord}(?: ${capitalWord})*(?=${verb})`, 'gu')

/** "Redditch was missing from the return." */
const fromFigures = String.raw`\sfrom\s(?:the|our|this|these|all|its)\s(?:\p{Ll}+\s)?(?:figures?|data|returns?|tables?|counts?|lists?|reports?|papers?|charts?|totals?|surveys?|samples?|file)\b`

/** Said of nothing else, so that a name alone is somebody's. */
const onlyToChildren = new RegExp(String.raw`^${meanwhile}\s(?:(?:was|is|been|got)${meanwhile}\s(?:arrested|fostered|hurt(?!\sby\s(?:this|that|it|these|the)\b)|missing(?!${fromFigures})|abused|stabbed|injured|killed|groomed|bullied|trafficked|assaulted|sectioned|remanded|expelled|looked\safter|adopted\sby\s(?:her|his|a)\b|excluded\s(?:twice|again|permanently|from\s(?:school|\p{Lu}))|placed\s(?:with|in\s(?:care|a)|for\sadoption))|${fled}|died(?!\s(?:down|out|away)\b)|passed\saway)\b`, 'u')
const oneOrMoreChildren = new RegExp(`^(?:${child}|${kin}|${severalChildren}|mother|father|mum|dad|grandmother|grandfather|woman|man|lady)$`, 'iu')
