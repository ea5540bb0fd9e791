import { form, type ClaimWords } from './form.ts'
import { going, led, target } from './phrases.ts'

const hoped = String.raw`(?:(?:what|all|anything|the figure|that) )*(?:we (?:had )?(?:hoped|expected|planned)(?: for)?|was (?:hoped|expected|planned)(?: for)?|(?:our|all) (?:hopes|expectations))\b`
const plan = String.raw`(?:(?:the|our|its|their|this|agreed|planned|improvement|recovery|expected) )*(?:trajector(?:y|ies)|plan|schedule|profile|forecast|milestones?)\b`

/** Words that say how a figure stands to its target, or to the path that leads there. */
export const ofTarget: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bon[- ](?:track|course)\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\boff[- ](?:track|course)\b`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`(?:\b(?:met|meets|achieved|achieves|hit|hits|reached|reaches|beat|surpassed)|${going}(?:meeting|achieving|hitting|reaching)|${led}(?:meet|achieve|hit|reach)) ${target}`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:missed|misses|missing|fell short of|falls short of|short of|behind) ${target}`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: not| never| again| also)* (?:met|achieved|reached|hit)\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: again| also)* missed\b`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`\btargets?\b(?:[^.;,]|[.,](?=\d)){0,40}?\b(?:was|were|is|has been|have been|been)(?: not| again| also)* exceeded\b`), sense: 'up', about: 'target' },
  { pattern: form(String.raw`\bahead of ${target}|\bon target\b|\btargets? (?:is|are|was|were|lies) (?:(?:now|already|well) )*behind us\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:exceed(?:s|ed)?|surpass(?:es|ed)?|beats?|(?:better|more|higher) than|above|ahead of) ${hoped}`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`\b(?:(?:worse|less|lower) than|below|short of|behind) ${hoped}`), sense: 'bad', about: 'target' },
  { pattern: form(String.raw`\b(?:ahead|in front) of ${plan}|\babove ${plan}|\bon (?:(?:the|our|its) )?(?:trajectory|profile)\b|\bin line with (?:(?:the|our|its) )?(?:trajectory|profile)\b`), sense: 'good', about: 'target' },
  { pattern: form(String.raw`(?<!\b(?:reasons?|story|causes?|factors?|lies|lay|left|thinking) )\b(?:behind|short of|below) ${plan}|\boff (?:(?:the|our|its) )?(?:trajectory|profile)\b`), sense: 'bad', about: 'target' },
]
