import type { Sense } from '../claim.ts'
import { form } from './form.ts'
import { counted, target } from './phrases.ts'

/** Words that compare: what is claimed depends on what follows them. */
export const comparing: readonly { readonly pattern: RegExp; readonly sense: Sense; readonly needsNamed: boolean }[] = [
  { pattern: form(String.raw`\bbetter than\b`), sense: 'good', needsNamed: false },
  { pattern: form(String.raw`\bworse than\b`), sense: 'bad', needsNamed: false },
  { pattern: form(String.raw`\b(?:faster|quicker) than\b`), sense: 'good', needsNamed: true },
  { pattern: form(String.raw`\bslower than\b`), sense: 'bad', needsNamed: true },
  { pattern: form(String.raw`\blonger than\b`), sense: 'up', needsNamed: true },
  { pattern: form(String.raw`\bshorter than\b`), sense: 'down', needsNamed: true },
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
