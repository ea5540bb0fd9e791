/** Words that stand in every sentence about figures and say nothing of what they count. */
const neutral = new Set(
  (
    'a an the this that these those it its they them their which who whose there here we our us i he she and or nor but if then than as so of in on at to for from with without within by into onto over under up down off out about around per between among across against towards during since until before after beside ' +
    'is are was were be been being am has have had having do does did done not no never also again still now already yet once even only just both all each every any some most many much more less few fewer other another same such very too quite rather well further back ever however therefore thus indeed despite compared because due while ' +
    'see saw seen seeing show shows showed shown showing report reports reported say says said find found get gets got make made making come came go went gone continue continued continues begin began begun start started remain remains remained stay stayed stand stands stood record recorded ' +
    'number numbers figure figures rate rates share shares percentage proportion percent cent level levels total totals count counts measure measures indicator indicators result results outturn score scores value average data statistic statistics performance outcome outcomes position picture trend trends trajectory direction change changes point points fall rise increase decrease reduction drop progress improvement volume gap difference distance target targets ' +
    'quarter quarters year years month months term terms week weeks day days period periods spring summer autumn winter january february march april may june july august september october november december annual annually monthly quarterly weekly yearly today recent current latest previous last next first second third fourth one two three four five six seven eight nine ten ' +
    'council county authority england english national nationally country region regional neighbour neighbours statistical similar comparator comparators local service services team everyone everybody others peer peers ' +
    'good better best bad worse worst high higher highest low lower lowest big bigger large larger small smaller great greater strong stronger steady slight sharp marked clear significant real sustained overall whole general encouraging welcome pleased glad positive negative long longer short shorter new old own outlier outliers top bottom main key little lot true fact'
  ).split(' '),
)

/** Adverbs end so; these are none. */
const noAdverb = new Set(['early', 'family', 'elderly', 'supply', 'timely', 'untimely', 'anomaly'])

/** The words of a text, in small letters, each without what makes it plural or somebody’s. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll(/[’']s?\b/g, '').match(/\p{L}{2,}/gu) ?? []
}

/** The words of a text that tell what it is about. */
export function tellingWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !neutral.has(word) && (!word.endsWith('ly') || noAdverb.has(word)))
}

/** What words that belong together have in common: "referrals", "referred". */
export function stemOf(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '').slice(0, 6)
}

/** Words that mean the same in a measure’s name and in what is said of it. */
const alike: readonly (readonly string[])[] = [
  ['finished', 'completed', 'completion', 'concluded', 'closed', 'done'],
  ['settled', 'stable', 'stability'],
  ['absence', 'absent', 'absentee'],
  ['attendance', 'attended', 'attend'],
  ['work', 'job', 'employment', 'employed'],
  ['lived', 'living', 'home'],
  ['child', 'children'],
  ['exclusion', 'excluded'],
  ['training', 'trained', 'trainee'],
  ['placement', 'placed'],
  ['decision', 'decided'],
  ['adoption', 'adopted'],
  ['inspection', 'inspected'],
]

/** The stems of these words and of those that mean the same. */
export function stemsWithAlike(words: readonly string[]): ReadonlySet<string> {
  const stems = new Set(words.map(stemOf))
  return new Set([...stems, ...alike.filter((group) => group.some((word) => stems.has(stemOf(word)))).flatMap((group) => group.map(stemOf))])
}
