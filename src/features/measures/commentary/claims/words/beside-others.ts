import { form, type ClaimWords } from './form.ts'

const areas = String.raw`(?:councils|authorities|areas|places|counties)`
const performing = String.raw`(?:[- ]performing)?`
const partOfAll = String.raw`(?:quartile|quintile|decile|half|third|fifth|quarter(?= of (?:all |the |our |english |similar )*(?:${areas}|neighbours))|\d{1,2}(?: ?%| per cent))`
/** Between a gap and what became of it. */
const gapOf = String.raw`(?:[^.;,]|[.,](?=\d)){0,60}?`
const became = String.raw`(?:(?:has|have|had|is|are|was|were|been|continues to|continued to|now|also|again|further|slightly|\w+ly) )*`

/** Words that say how a figure stands beside those of others. */
export const besideOthers: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bcompares? (?:very |quite )?(?:favourably|well|strongly)\b|(?<=\b(?:we|council|county|service|which)(?: now| also)? )leads? (?=the (?:region|country|nation)\b)|\boutperform(?:s|ed|ing)?\b`), sense: 'good', about: 'others' },
  { pattern: form(String.raw`\bcompares? (?:very |quite )?(?:unfavourably|poorly|badly)\b|\bunderperform(?:s|ed|ing)?\b`), sense: 'bad', about: 'others' },
  { pattern: form(String.raw`\b(?:top|bottom) of the (?:(?:league|national|regional) )?(?:tables?|league|class)\b`), sense: 'vague', about: 'others' },
  { pattern: form(String.raw`\b(?:top|upper|best|highest)${performing} ${partOfAll}`), sense: 'top-part', about: 'others' },
  { pattern: form(String.raw`\b(?:bottom|lower|worst|lowest)${performing} ${partOfAll}`), sense: 'bottom-part', about: 'others' },
  { pattern: form(String.raw`\boutliers?\b|\bsector[- ]leading\b|\bleading the way\b|\branks?(?:ed)? (?:\d+|first|second|third|top|bottom|highest|lowest|among)\b|\b(?:among|amongst|one of) the (?:best|worst|top|bottom|strongest|weakest)(?:[- ]performing)?\b(?! (?:ever|on record))`), sense: 'vague', about: 'others' },
  { pattern: form(String.raw`\b(?:gap|(?:difference|distance) (?:to|from|with|between))\b${gapOf} ${became}(?:narrow(?:ed|s|ing|er)|clos(?:ed|es|ing)|shrunk|shrank|shrinking|reduced|reducing|smaller|fallen|fell|decreased)\b|\b(?:narrowed|narrows|closed|closes|reduced|cut|bridged|(?<=\b(?:is|are|been|was|were)(?: (?:now|also|still|\w+ly))? )(?:narrowing|closing|reducing|bridging)) (?:the|our|that|this) gap\b|\b(?:caught up with|(?<=\b(?:is|are|been|was|were)(?: (?:now|also|still|\w+ly))? )catching up with)\b`), sense: 'narrowed', about: 'others' },
  { pattern: form(String.raw`\b(?:gap|(?:difference|distance) (?:to|from|with|between))\b${gapOf} ${became}(?:widen(?:ed|s|ing)|wider|grown|grew|growing|opened(?: up)?|opening(?: up)?|increased|increasing|larger|risen|rose)\b|\b(?:widened|widens|(?<=\b(?:is|are|been|was|were)(?: (?:now|also|still|\w+ly))? )widening) (?:the|our|that|this) gap\b`), sense: 'widened', about: 'others' },
]
