import { form, type ClaimWords } from './form.ts'

/** What is praised or blamed by itself, beside nothing. */
const ourWork = String.raw`(?:performance|service|figures?|results?|rate|share|timeliness|position|picture)`
const weighty = String.raw`(?:(?:serious|great|major|immediate|particular|real|significant) )?`

/** Words that praise or blame and hold the figure beside nothing, or that call for no worry. */
export const ofPraise: readonly ClaimWords[] = [
  { pattern: form(String.raw`\b(?:remain(?:s|ed)?|continu\w+ to be|still|stays|stayed)(?: (?:\w+ly|very|too))? (?:high|low|strong|good|poor|weak|challenging|a concern|a challenge)\b`), sense: 'vague', about: 'others' },
  { pattern: form(String.raw`\b(?:is|are|was|were|feel)(?: (?:\w+ly|much|now))? (?:safer|healthier|happier|faster|quicker|stronger|more stable|more settled)\b(?! than)`), sense: 'good', about: 'time', needsSignal: true },
  { pattern: form(String.raw`\b${ourWork} (?:is|are|was|were|has been|have been)(?: (?:\w+ly|very|now))? (?:strong|good|excellent|outstanding|impressive|exemplary|poor|weak|inadequate|high|low)\b(?! (?:enough|or)\b)`), sense: 'vague', about: 'others' },
  { pattern: form(String.raw`\b(?:no longer|not) (?:(?:now|a|an|any|our) )*${weighty}(?:concern|worry|worrying|problem|issue|cause for (?:concern|alarm|worry))\b|\bno (?:cause|reason|grounds) (?:for|to be) (?:${weighty}(?:concern|alarm|worry)|concerned|alarmed|worried)\b|(?<!\b(?:raised?|voiced?|expressed|heard) )\bno ${weighty}concerns?\b|\bnothing to (?:worry|be (?:worried|concerned)) about\b|\bunder control\b|\bin (?:good shape|a (?:good|strong) (?:place|position))\b|\b(?:is|are|remains?|looks?) (?:very )?reassuring\b`), sense: 'no-concern', about: 'time' },
]
