import { age } from './words-for-a-child.ts'

const meanwhile = String.raw`(?:,?\s(?:also|again|then|later|sadly|only|first|who|never|since|often|recently|now|still|soon))*`

const waits = String.raw`wait(?:s|ed)|(?:is|was|has\sbeen|had\sbeen)\s(?:still\s)?waiting|(?:has|had)\s(?:still\s)?waited|had\sto\swait`
const lacks = String.raw`(?:is|was)\s(?:still\s|now\s)?without\s(?:an?|any|her|his)\b|(?:has|had)\s(?:still\s)?(?:no|nowhere)\s(?:place|placement|school|bed|home|carers?|family|social\sworker|to\slive)\b|lost\s(?:her|his|their)|need(?:s|ed)\s(?:a|carers|somewhere)`
const fares = String.raw`(?:is|was)\s(?:(?:still|not|only|last|first|often)\s)*(?:seen|assessed|ill|unwell|absent|away|pregnant|homeless|out\sof\sschool|in\shospital|known\sto\sus)|(?:did\snot|does\snot)\s(?:attend|come|want)`
const grows = String.raw`(?:is|was|turn(?:s|ed))\s(?:${age})(?=[.,;)]|$|\s(?:and|now)\b)`

const itsOwn = String.raw`[’']s\s(?:new\s|own\s|last\s|birth\s)?(?:mother|father|mum|dad|parents?|family|social\sworker|carers?|foster|adviser|teacher|placement|plan|case|wait|visit|needs|birthday|story|move|school|place|exclusion|assessment|complaint|return|siblings?)\b`
const withTheirOwn = String.raw`\sand\s(?:her|his|their)\s(?:[\p{Ll}-]+\s)?(?:carers?|parents?|mother|father|mum|dad|family|sisters?|brothers?|siblings?|twin|children)\b`
const howOld = String.raw`,\s(?:aged\s)?(?:${age}),|\s\((?:aged\s)?(?:${age})\)|,?\s\(?(?:in\s)?Year\s(?:1[0-3]|[1-9])\b`

/** A single age: of a range, or of all above it, nobody is told. */
export const noRange = String.raw`(?!\s?(?:to|or|[-–+/])\s?\d|\s(?:and|or)\s(?:over|under|above|below|older|younger|up)|\s?\+|\s?%|\d|[.,]\d)`

/** "aged 9", "who is 9", as it stands after a name. */
export const aged = new RegExp(String.raw`^(?:,?\s\(?aged?\s(?:${age})\b${noRange}|,?\s\(?(?:an?\s)?(?:${age})[\s-]years?[\s-]old\b(?!s)|,\s(?:${age})\syears\sold\b|,\swho\s(?:is|was)\s(?:${age})\b${noRange}(?!\s[\p{Ll}]+s\b))`, 'u')

/** What stands after a name of somebody, and hardly of a place, a body or a thing: "waited", "is 9", "’s social worker", "and his sister". */
export const asPeopleDo = new RegExp(String.raw`^(?:${meanwhile}\s(?:${waits}|${lacks}|${fares}|${grows})(?![\p{L}\d])|${itsOwn}|${withTheirOwn}|${howOld}|,\swho\s(?:waited|need(?:s|ed)|lives|lived|came|left|lost|has\sno)\b)`, 'u')

/** What stands after a name alone that may be rare, and never of a place or a body: "and her brother". */
export const asOneOfAFamily = /^\sand\s(?:her|his)\s(?:[\p{Ll}-]+\s)?(?:carers?|parents?|mother|father|mum|dad|sisters?|brothers?|siblings?|twin|daughters?|sons?|bab(?:y|ies)|uncle|aunt|grand(?:mother|father|parents))\b/u

/** "Aarav, 12, of Westfield", "Aarav, 12, lives" */
export const agedWithMore = new RegExp(String.raw`^(?:,\s(?:aged\s)?(?:${age}),?|\s\((?:aged\s)?(?:${age})\),?)\s(?:(?:of|from|who)\s\p{L}|(?:lives|lived|said|says|told|asked|felt|feels|wants|wanted|loves|likes|waited|cried|came)\b)`, 'u')

const ofAThing = String.raw`\s(?:our|an?|the)\s(?:[\p{Ll}-]+\s){0,3}(?:system|tool|database|platform|programme|project|pilot|app|model|service|charity|name|software)\b`

/** What stands after the first name of somebody, or after the name of anything that is or does. */
export const asSubjectsDo = new RegExp(String.raw`^(?:,?\swho|,)?${meanwhile}\s(?:(?:is|was)(?!${ofAThing})|has|had|lives|lived|came|comes|left|needs|needed|lost|moved|turned|started|stayed|slept|wants|wanted|told|said|says|felt|feels|went|goes|got|died|ran|missed|met|cried|cannot|can|could|will|would|did|does)\b|^,\swho\b`, 'u')

/** What stands before a name of somebody. */
export const beforePeople = /\b(?:lost (?:touch|contact) with|(?:parents|carers|mother|father|siblings|social worker) of) $/u

const post = '(?:director|head|headteacher|chair|chairman|leader|minister|secretary|commissioner|member|officer|manager|councillor|mayor|lead|principal|inspector|author|champion|judge|professor|doctor|governor|clerk|chief executive|ombudsman|adviser|barrister|registrar)'

/** "The Minister, Tom Jones", "our Director of Education (Jane Price)" */
export const postBefore = new RegExp(String.raw`\b${post}(?:,?|\s(?:of|for)(?:\s[\p{L}’']+){1,6},)\s\(?$`, 'iu')

/** "Tom Jones, Director of Education", "Jane Price is the chair" */
export const postAfter = new RegExp(String.raw`^(?:(?:,|\s\(|\s(?:is|was|became|as)\s(?:the|our|its|an?|appointed|elected))\s?(?:(?!(?:who|whose|whom|and|her|his|their|had|has|was|of|with|by)\b)[\p{L}’'-]+\s){0,4}?${post}\b|\s(?:MP|MBE|OBE|CBE|QC|KC|DBE)\b)`, 'iu')

/** What only somebody in office does. */
export const inOffice = /^\s(?:chairs|chaired|leads|led|presented|reported|advises|advised|researched|resigned|retired|signed)\b/u
