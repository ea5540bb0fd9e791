import type { Part } from '../model/commentary.ts'
import type { Sense } from './claim.ts'

/** Words that make a claim by themselves. */
interface ClaimWords {
  readonly pattern: RegExp
  readonly sense: Sense
  readonly about: Part
  /** It interprets: only a signal bears it. */
  readonly needsSignal?: true
}

/** After these a verb in its plain form says what has happened: "continues to improve", "did not meet". */
const led = String.raw`(?<=\b(?:continu\w+ to|yet to|fail(?:ed|s)? to|(?:did|do|does)(?: not|n[’']t)|beg[ua]n to|started to)(?: \w+ly)? )`
/** Before a form in -ing these make it something that happens, and not something that is being done. */
const going = String.raw`(?<=\b(?:is|are|was|were|been|be|keeps?|kept|steadily|further)(?: (?:\w+ly|now|still|not|also))? )`
const nounBefore = String.raw`(?<=\b(?:an?|the|this|that|no|any|some|further|continued|steady|slight|small|large|sharp|marked|clear|significant|real|of|sustained|much|seen|saw|shows?|shown|showing|been|made|was|is|our|its|their|such|good|encouraging|welcome) )`
const comparative = String.raw`(?<=\b(?:is|are|was|were|been|looks)(?: (?:\w+ly|much|now))? )`
const notAPlan = String.raw`(?!s? (?:plans?|boards?|partners?|journey|programmes?|officers?|notices?|services?|teams?|work|cycle|advisers?|lead|strategy|groups?))`
const praise = String.raw`(?:good|strong|excellent|great|real|significant|solid|steady|rapid|clear|encouraging|substantial|positive)`
const blame = String.raw`(?:poor|slow|limited|little|insufficient|disappointing)`
const wentUp = String.raw`(?<!\b(?:follow|follows|followed|following|set|taken|picked|backed) )`
/** What is paid more for is no figure. */
const notMoney = String.raw`(?! (?:in|of|to|for|on) (?:\w+ ){0,2}(?:funding|fees?|pay|salar(?:y|ies)|budgets?|grants?|allowances?|rates of pay)\b)`
/** After "up" and "down" these make them a comparison. */
const sinceWhen = String.raw`(?=from|on (?:the|last|a|one|previous|this time|q\d|quarter|\d{4}|\w+ \d{4})|by|since|\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|some|many) (?:percentage )?points?\b)`
const target = String.raw`(?:(?:the|its|our|their|this|that|national|local|council[’']s|agreed|stretch|annual|quarterly|year-end|statutory|set|of|\d[\d.,]*\s?%?) )*(?:targets?|standards?|ambitions?|goals?)\b`

/** A word of what is counted, between "more" and "than". */
const counted = String.raw`(?: (?!(?:higher|lower|more|fewer|less|greater|smaller|better|worse|rather|other)\b)[\w’'-]+)`

/** What has gone down, or up, and is said to be undone. */
const fallen = String.raw`(?:dips?|falls?|drops?|declines?|decreases?|reductions?|slumps?|slides?|downturns?)`
const risen = String.raw`(?:rises?|increases?|growth|spikes?|jumps?|upturns?|surges?)`
const undone = String.raw`(?:reversed|undone|made good|made up|clawed back|recovered)`
const isUndone = String.raw`(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:has|have|had|was|were|is|are)(?: (?:not|now|since|been|also|already|largely|fully|partly|\w+ly))* ${undone}\b`
const undoing = String.raw`\brevers(?:ed|es|ing) (?:the|this|that|our|its|last \w+[’']s)(?: [\w’'-]+){0,2}`
/** How things go, before or after what is thought of it. */
const course = String.raw`(?:trends?|picture|position|trajectory|direction of travel)`
const hopeful = String.raw`(?:positive|improving|encouraging|promising|favourable|healthy)`
const worrying = String.raw`(?:negative|worsening|deteriorating|worrying|concerning|discouraging|unfavourable)`
const looksSo = String.raw`(?:is|are|was|were|looks?|remains?|remained|has been|have been|continues to be)(?: (?:\w+ly|very|now|more|still))*`
const howFar = String.raw`\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten) (?:percentage )?points?`

/** Who "had to move" or "were seen", where nothing says fewer than when. */
const those = String.raw`(?:children|young people|pupils|students|girls|boys|families|households|care leavers|siblings|placements|plans|visits|reviews|referrals|contacts|exclusions|moves|adoptions|cases|assessments)`
const didSo = String.raw`(?= (?:had|were|left|came|moved|waited|stayed)\b(?!(?: \w+){0,12} than\b))`
/** What is praised or blamed by itself, beside nothing. */
const ourWork = String.raw`(?:performance|service|figures?|results?|rate|share|timeliness|position|picture)`
const hoped = String.raw`(?:(?:what|all|anything|the figure|that) )*(?:we (?:had )?(?:hoped|expected|planned)(?: for)?|was (?:hoped|expected|planned)(?: for)?|(?:our|all) (?:hopes|expectations))\b`

function form(source: string): RegExp {
  return new RegExp(source, 'giu')
}

/** Of its target. */
const ofTarget: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bon[- ](?:track|course)\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\boff[- ](?:track|course)\b`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`(?:\b(?:met|meets|achieved|achieves|hit|hits|reached|reaches|beat|surpassed)|${going}(?:meeting|achieving|hitting|reaching)|${led}(?:meet|achieve|hit|reach)) ${target}`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:missed|misses|missing|fell short of|falls short of|short of|behind) ${target}`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: not| never| again| also)* (?:met|achieved|reached|hit)\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: again| also)* missed\b`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: not| again| also)* exceeded\b`), sense: 'up', about: 'target' },
  { pattern: form(String.raw`\bahead of ${target}|\bon target\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:exceed(?:s|ed)?|surpass(?:es|ed)?|beats?|(?:better|more|higher) than|above|ahead of) ${hoped}`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:(?:worse|less|lower) than|below|short of|behind) ${hoped}`), sense: 'bad', about: 'target' },
]

/** Of how it went over time. */
const overTime: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bimproved\b|\bimproves\b|\b${hopeful} ${course}\b|${going}improving\b|${led}improve\b|${nounBefore}improvements?\b${notAPlan}|\bright direction\b|\bgot(?:ten)? better\b|\bgetting better\b|${comparative}better\b(?! than)|\b${course} ${looksSo} ${hopeful}\b|\brecovery ${looksSo}(?: well)* (?:under ?way|complete|strong|rapid|steady|good)\b|\brecovery (?:has|had) (?:begun|started|continued)\b|\bsigns? of (?:a )?(?:recovery|improvement)\b|(?<=^|[.;:,] )improvements?(?= (?:this|last) (?:quarter|year|term|month)\b| (?:comes?|came|reflects?|is due|was due)\b)|\b${praise} progress\b|\bprogress (?:has been|is|was|remains|continues to be)(?: \w+ly| very)? ${praise}\b|\bturn(?:ed|s|ing) (?:a|the) corner\b|\bturned around\b|\brecovered\b(?! (?:costs?|debts?|money|sums?|£))|${going}recovering\b|\brebounded\b|\bbounced back\b`), sense: 'good', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\bworsened\b|\bworsens\b|\b${worrying} ${course}\b|${going}(?:worsening|deteriorating)\b|\bdeteriorated\b|\bdeteriorates\b|${led}(?:worsen|deteriorate)\b|\bdeterioration\b|\bwrong direction\b|\bgot(?:ten)? worse\b|\bgetting worse\b|${comparative}worse\b(?! than)|\b${course} ${looksSo} ${worrying}\b|\b${blame} progress\b|\bprogress (?:has been|is|was|remains|continues to be)(?: \w+ly| very| too)? ${blame}\b|\bslipped back\b`), sense: 'bad', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\b(?:rose|risen|increased|grew|grown|climbed|doubled|trebled|tripled|quadrupled|went up|gone up|${wentUp}up ${sinceWhen})\b|${going}(?:rising|increasing|growing)\b|${led}(?:rise|increase|grow)\b|${nounBefore}(?:increase|rise|growth|upturn|upswing|uplift${notMoney})\b|${howFar} (?:higher|up)\b(?! than)|\b${fallen}\b${isUndone}|${undoing} ${fallen}\b|\bupward (?:trend|trajectory)\b|\btrend is upwards?\b`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`\b(?:fell|fallen|decreased|declined|dropped|reduced|halved|went down|gone down|down ${sinceWhen})\b|${going}(?:falling|decreasing|declining|dropping|reducing)\b|${led}(?:fall|decrease|decline|drop|reduce)\b|${nounBefore}(?:decrease|fall|decline|drop(?!-)|reduction|downturn|dip|slump)\b|${howFar} (?:lower|down)\b(?! than)|\b${risen}\b${isUndone}|${undoing} ${risen}\b|\bdownward (?:trend|trajectory)\b|\btrend is downwards?\b`), sense: 'down', about: 'time' },
  { pattern: form(String.raw`\b(?:remain(?:s|ed)?|is|are|was|were|been|stayed|stays|held|broadly|relatively|fairly)(?: (?:\w+ly|very|fairly))? (?:steady|stable|unchanged|static|flat|constant|the same(?! as)|level(?! with))\b|\b(?:no|not|little|without)(?: \w+){0,2} chang(?:e|ed)\b|\bremain(?:s|ed) consistent(?! with)\b`), sense: 'same', about: 'time' },
  { pattern: form(String.raw`\bhighest\b(?! (?:needs?|risks?|priority|priorities|standards?|quality))|\b(?:record|all-time) (?:high|numbers?|levels?)\b`), sense: 'highest', about: 'time' },
  { pattern: form(String.raw`\blowest\b|\b(?:record|all-time) low\b`), sense: 'lowest', about: 'time' },
  { pattern: form(String.raw`\bbest(?= (?:ever|on record|recorded|since|for|in|result|figure|quarter|year|level|performance))`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\brecord (?:year|quarter|month|term|results?|performance)\b`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\bworst(?= (?:ever|on record|recorded|since|for|in|result|figure|quarter|year|level|performance))`), sense: 'worst', about: 'time' },
  { pattern: form(String.raw`\b(?:remain(?:s|ed)?|continu\w+ to be|still|stays|stayed)(?: (?:\w+ly|very|too))? (?:high|low|strong|good|poor|weak|challenging|a concern|a challenge)\b`), sense: 'vague', about: 'others' },
  { pattern: form(String.raw`\b(?:more|higher|greater)${counted}{0,10}? than ever\b(?! before)`), sense: 'highest', about: 'time' },
  { pattern: form(String.raw`\b(?:fewer|less|lower)${counted}{0,10}? than ever\b(?! before)`), sense: 'lowest', about: 'time' },
  { pattern: form(String.raw`\bbetter than ever\b(?! before)`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\bworse than ever\b(?! before)`), sense: 'worst', about: 'time' },
  { pattern: form(String.raw`\b(?:is|are|was|were|feel)(?: (?:\w+ly|much|now))? (?:safer|healthier|happier|faster|quicker|stronger|more stable|more settled)\b(?! than)`), sense: 'good', about: 'time', needsSignal: true },
  { pattern: form(String.raw`(?<!\b(?:or|no|many|\w*\d) )\b(?:more|greater numbers of) ${those}${didSo}`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`(?<!\b(?:or|no|\w*\d) )\bfewer ${those}${didSo}`), sense: 'down', about: 'time' },
  { pattern: form(String.raw`\b${ourWork} (?:is|are|was|were|has been|have been)(?: (?:\w+ly|very|now))? (?:strong|good|excellent|outstanding|impressive|exemplary|poor|weak|inadequate|high|low)\b(?! (?:enough|or)\b)`), sense: 'vague', about: 'others' },
]

const besideOthers: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bcompares? (?:very |quite )?(?:favourably|well|strongly)\b|(?<=\b(?:we|council|county|service|which)(?: now| also)? )leads? (?=the (?:region|country|nation)\b)|\boutperform(?:s|ed|ing)?\b`), sense: 'good', about: 'others' },
  { pattern: form(String.raw`\bcompares? (?:very |quite )?(?:unfavourably|poorly|badly)\b|\bunderperform(?:s|ed|ing)?\b`), sense: 'bad', about: 'others' },
  { pattern: form(String.raw`\b(?:top|bottom) of the (?:(?:league|national|regional) )?(?:tables?|league|class)\b`), sense: 'vague', about: 'others' },
]

/** The claims that need nothing beside them, the more particular first. */
export const claimWords: readonly ClaimWords[] = [...ofTarget, ...overTime, ...besideOthers]

/** Words that compare: what is claimed depends on what follows them. */
export const comparing: readonly { readonly pattern: RegExp; readonly sense: Sense; readonly needsNamed: boolean }[] = [
  { pattern: form(String.raw`\bbetter than\b`), sense: 'good', needsNamed: false },
  { pattern: form(String.raw`\bworse than\b`), sense: 'bad', needsNamed: false },
  { pattern: form(String.raw`\bahead of\b`), sense: 'good', needsNamed: true },
  { pattern: form(String.raw`\b(?:(?<!\b(?:reasons?|story|causes?|factors?|lies|lay|left) )behind|lag(?:s|ged|ging)? behind)\b`), sense: 'bad', needsNamed: true },
  { pattern: form(String.raw`\bnot (?:quite |nearly |yet )?as (?:good|strong|well) as\b`), sense: 'bad', needsNamed: true },
  { pattern: form(String.raw`\bnot (?:quite |nearly )?as (?:bad|poor|badly) as\b`), sense: 'good', needsNamed: true },
  { pattern: form(String.raw`\bnot (?:quite |nearly )?as (?:high|many|much|large) as\b`), sense: 'down', needsNamed: true },
  { pattern: form(String.raw`\bnot (?:quite |nearly )?as (?:low|few|small) as\b`), sense: 'up', needsNamed: true },
  { pattern: form(String.raw`(?<!\bnot (?:quite |nearly |yet )?)\bas (?:good|strong|bad|poor|high|low|many|few) as\b`), sense: 'same', needsNamed: true },
  // "More children are settled than a year ago": what is counted stands between.
  { pattern: form(String.raw`(?<!\bor )\b(?:more|greater)${counted}{1,10}? than\b`), sense: 'up', needsNamed: true },
  { pattern: form(String.raw`(?<!\bor )\b(?:fewer|less)${counted}{1,10}? than\b`), sense: 'down', needsNamed: true },
  { pattern: form(String.raw`\b(?:higher than|more than|greater than|larger than|above|over|in excess of|exceed(?:s|ed|ing)?)\b`), sense: 'up', needsNamed: true },
  { pattern: form(String.raw`\b(?:lower than|fewer than|less than|smaller than|below|beneath|under)\b`), sense: 'down', needsNamed: true },
  { pattern: form(String.raw`\b(?:in line with|on a par with|comparable (?:to|with)|similar to|consistent with|the same as)\b`), sense: 'same', needsNamed: false },
  { pattern: form(String.raw`\b(?:close to|level with|equal to|match(?:es|ed))\b`), sense: 'same', needsNamed: true },
  { pattern: form(String.raw`\bdifferent (?:from|to|than)\b`), sense: 'change', needsNamed: true },
]

/** What follows words that compare, where it is a target. */
export const atTarget = new RegExp(String.raw`^ ?${target}`, 'iu')

/** What is in line with these says nothing of a figure. */
export const noMeasure = /^ ?(?:the |our |its |a |their |council |national |local |statutory )*(?:polic(?:y|ies)|guidance|legislation|law|act|regulations?|procedures?|strateg(?:y|ies)|plans?|programmes?|schemes?|systems?|rules|inquiry|curriculum|agreements?|practice|code|requirements?|duties|duty|values|principles|framework|recommendations?)\b/i
