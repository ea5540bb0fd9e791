import { form, type ClaimWords } from './form.ts'
import { comparative, going, led, nounBefore } from './phrases.ts'

const notAPlan = String.raw`(?!s? (?:plans?|boards?|partners?|journey|programmes?|officers?|notices?|services?|teams?|work|cycle|advisers?|lead|strategy|groups?))`
const praise = String.raw`(?:good|strong|excellent|great|real|significant|solid|steady|rapid|clear|encouraging|substantial|positive)`
const blame = String.raw`(?:poor|slow|limited|little|insufficient|disappointing)`
const wentUp = String.raw`(?<!\b(?:follow|follows|followed|following|set|taken|picked|backed) )`
/** What is paid more for is no figure. */
const notMoney = String.raw`(?! (?:in|of|to|for|on) (?:\w+ ){0,2}(?:funding|fees?|pay|salar(?:y|ies)|budgets?|grants?|allowances?|rates of pay)\b)`
/** After "up" and "down" these make them a comparison. */
const sinceWhen = String.raw`(?=from|on (?:the|last|a|one|previous|this time|q\d|quarter|\d{4}|\w+ \d{4})|by|since|\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|some|many) (?:percentage )?points?\b)`

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

const moved = String.raw`(?:crept|edged|inched|ticked|nudged|drifted|moved)`
const numbers = String.raw`(?:numbers?|figures?|rates?|shares?|percentages?|proportions?|totals?|levels?|it)`
/** It stands beside nothing: "numbers are down". */
const isSo = String.raw`(?<=\b(?:is|are|was|were|been)(?: (?:\w+ly|now|much|well|also|still))? )`
const isNowSo = String.raw`(?<=\b(?:is|are|been)(?: (?:\w+ly|now|much|well|also|still))? )`
const andNoMore = String.raw`(?=[.,;]|$| (?:again|now|this|in|over|and|but|since|too)\b)`
/** Nothing follows to which it was done: "weakened", and not "weakened the team". */
const byItself = String.raw`(?=[.,;]|$| (?:again|further|slightly|sharply|markedly|in|since|over|on|during|this|last|compared|and|but)\b)`

/** Words that say how a figure went over time. */
export const overTime: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bimproved\b|\bimproves\b|\b${hopeful} ${course}\b|${going}improving\b|${led}improve\b|${nounBefore}improvements?\b${notAPlan}|\bright direction\b|\bgot(?:ten)? better\b|\bgetting better\b|${comparative}better\b(?! than)|\b${course} ${looksSo} ${hopeful}\b|\brecovery ${looksSo}(?: well)* (?:under ?way|complete|strong|rapid|steady|good)\b|\brecovery (?:has|had) (?:begun|started|continued)\b|\bsigns? of (?:a )?(?:recovery|improvement)\b|(?<=^|[.;:,] )improvements?(?= (?:this|last) (?:quarter|year|term|month)\b| (?:comes?|came|reflects?|is due|was due)\b)|\b${praise} progress\b|\bprogress (?:has been|is|was|remains|continues to be)(?: \w+ly| very)? ${praise}\b|\bturn(?:ed|s|ing) (?:a|the) corner\b|\bturned around\b|\brecovered\b(?! (?:costs?|debts?|money|sums?|£))|${going}recovering\b|\brebounded\b|\bbounced back\b`), sense: 'good', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\bworsened\b|\bworsens\b|\b${worrying} ${course}\b|${going}(?:worsening|deteriorating)\b|\bdeteriorated\b|\bdeteriorates\b|${led}(?:worsen|deteriorate)\b|\bdeterioration\b|\bwrong direction\b|\bgot(?:ten)? worse\b|\bgetting worse\b|${comparative}worse\b(?! than)|\b${course} ${looksSo} ${worrying}\b|\b${blame} progress\b|\bprogress (?:has been|is|was|remains|continues to be)(?: \w+ly| very| too)? ${blame}\b|\bslipped back\b`), sense: 'bad', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\b(?:rose|risen|increased|grew|grown|climbed|doubled|trebled|tripled|quadrupled|went up|gone up|${wentUp}up ${sinceWhen})\b|${going}(?:rising|increasing|growing)\b|${led}(?:rise|increase|grow)\b|${nounBefore}(?:increase|rise|growth|upturn|upswing|uplift${notMoney})\b|${howFar} (?:higher|up)\b(?! than)|\b${fallen}\b${isUndone}|${undoing} ${fallen}\b|\bupward (?:trend|trajectory)\b|\btrend is upwards?\b`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`\b(?:fell|fallen|decreased|declined|dropped|reduced|halved|went down|gone down|down ${sinceWhen})\b|${going}(?:falling|decreasing|declining|dropping|reducing)\b|${led}(?:fall|decrease|decline|drop|reduce)\b|${nounBefore}(?:decrease|fall|decline|drop(?!-)|reduction|downturn|dip|slump)\b|${howFar} (?:lower|down)\b(?! than)|\b${risen}\b${isUndone}|${undoing} ${risen}\b|\bdownward (?:trend|trajectory)\b|\btrend is downwards?\b`), sense: 'down', about: 'time' },
  { pattern: form(String.raw`\b(?:remain(?:s|ed)?|is|are|was|were|been|stayed|stays|held|broadly|relatively|fairly)(?: (?:\w+ly|very|fairly))? (?:steady|stable|unchanged|static|flat|constant|the same(?! as)|level(?! with))\b|\b(?:no|not|little|without)(?: \w+){0,2} chang(?:e|ed)\b|\bremain(?:s|ed) consistent(?! with)\b`), sense: 'same', about: 'time' },
  { pattern: form(String.raw`(?<=\b(?:performance|timeliness|attendance|progress|recording|rates?) (?:(?:has|have|had) )?)picked up\b|\b(?:gained|made up) ground\b|\bfrom strength to strength\b|\bmade (?:(?:good|real|some|further|great) )?(?:headway|inroads)\b|\bstrengthened\b${byItself}`), sense: 'good', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\blost ground\b|\b(?:went|gone|going) backwards?\b|\bregressed\b|\btook a step back\b|\bweakened\b${byItself}`), sense: 'bad', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\b${moved} up(?:wards)?\b|\bmore and more\b|\bhigher and higher\b|\b(?:jumped|soared|surged|spiked|rocketed|shot up|mounted)\b|(?<=\b${numbers}\b(?: [\w’'-]+){0,6} (?:has|have|had) )come up\b|${going}(?:going|creeping|edging|coming|moving) up\b|${going}(?:climbing|soaring|mounting)\b|${led}(?:go up|creep up|climb)\b|(?:${isSo}(?:up|longer)|${isNowSo}higher)\b${andNoMore}`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`\b${moved} down(?:wards)?\b|\b(?:fewer and fewer|less and less|lower and lower)\b|\bc[ao]me down\b(?! (?:with|on|hard|to (?:the|an?|our|money|how|what|whether))\b)|\b(?:eased|dipped|slipped(?! back)|slid|sank|sunk|shrank|shrunk|plummeted|plunged|slumped|tumbled|lessened|subsided|diminished|dwindled|receded|tailed off)\b|(?<=\b(?:has|have|had|we) )cut(?= (?:the|our|back|delays?|lateness|waits?|waiting)\b)|${going}(?:going|coming|creeping|edging|moving) down\b|${going}(?:easing|dipping|slipping|shrinking|dwindling|tailing off)\b|${led}(?:come down|go down|ease|dip|slip|shrink)\b|(?:${isSo}(?:down|fewer|shorter)|${isNowSo}lower)\b${andNoMore}`), sense: 'down', about: 'time' },
  { pattern: form(String.raw`\b(?:stabilised|plateaued|flatlined)\b|\blevelled (?:off|out)\b`), sense: 'same', about: 'time' },
]
