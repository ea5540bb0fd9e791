import { form, type ClaimWords } from './form.ts'

/** Who "had to move" or "were seen", where nothing says fewer than when. */
const those = String.raw`(?:children|young people|pupils|students|girls|boys|families|households|care leavers|siblings|placements|plans|visits|reviews|referrals|contacts|exclusions|moves|adoptions|cases|assessments)`
const didSo = String.raw`(?= (?:had|were|have been|missed|left|came|moved|waited|stayed)\b(?!(?: \w+){0,12} than\b))`
/** What nobody wants more of. */
const unwanted = String.raw`(?:delays?|lateness|late|overdue|waits?|waiting|backlogs?|breaches|missed)`
const between = String.raw`(?: (?!than\b)[\w’'-]+){0,3}?`
const noNumber = String.raw`(?<!\b(?:or|no|many|one|two|three|four|five|six|seven|eight|nine|ten|\w*\d) )`

/** Words that say that there are more or fewer, where nothing says than when. */
export const ofManyAndFew: readonly ClaimWords[] = [
  { pattern: form(String.raw`${noNumber}\b(?:more|greater numbers of)${between}(?: ${those})?${didSo}`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`(?<!\b(?:or|no|\w*\d) )\bfewer${between}(?: ${those})?${didSo}`), sense: 'down', about: 'time' },
  { pattern: form(String.raw`${noNumber}\b(?:more|longer)${between} ${unwanted}\b(?!(?: \w+){0,12} than\b)`), sense: 'up', about: 'time' },
  { pattern: form(String.raw`(?<!\b(?:or|no|\w*\d) )\b(?:fewer|less|shorter)${between} ${unwanted}\b(?!(?: \w+){0,12} than\b)`), sense: 'down', about: 'time' },
]
