import { form, type ClaimWords } from './form.ts'
import { target } from './phrases.ts'

const surely = String.raw`(?: (?:now|still|also|then|soon|again|certainly|\w+ly))*`
const reach = String.raw`(?:meet|hit|achieve|reach|exceed|beat|surpass|be (?:above|at|on))`

/** Words that tell as a fact that a target is going to be met. What is hoped, aimed at or expected says so itself. */
export const toCome: readonly ClaimWords[] = [
  { pattern: form(String.raw`\b(?:(?:will|shall)|(?<=[a-z])[’']ll)${surely} ${reach} ${target}`), sense: 'to-come', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,30}? (?:will|shall)${surely} be (?:met|hit|achieved|reached|exceeded|beaten)\b`), sense: 'to-come', about: 'target' },
  { pattern: form(String.raw`\b(?:set|sure|certain|bound|confident)(?: to| of| that (?:we|it) (?:will|shall)) (?:${reach}|meeting|hitting|achieving|reaching|exceeding|beating) ${target}`), sense: 'to-come', about: 'target' },
]
