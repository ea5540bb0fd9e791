import { form, type ClaimWords } from './form.ts'
import { counted } from './phrases.ts'

/** Words that put a figure at one end of all that are known. */
export const ofExtremes: readonly ClaimWords[] = [
  { pattern: form(String.raw`\bhighest\b(?! (?:needs?|risks?|priority|priorities|standards?|quality))|\b(?:record|all-time) (?:high|numbers?|levels?)\b`), sense: 'highest', about: 'time' },
  { pattern: form(String.raw`\blowest\b|\b(?:record|all-time) low\b`), sense: 'lowest', about: 'time' },
  { pattern: form(String.raw`\b(?:best|strongest)(?= (?:ever|yet|on record|recorded|since|for|in|results?|figures?|quarter|year|month|term|level|performance|we have))`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\brecord (?:year|quarter|month|term|results?|performance)\b`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\b(?:worst|weakest|poorest)(?= (?:ever|yet|on record|recorded|since|for|in|results?|figures?|quarter|year|month|term|level|performance|we have))`), sense: 'worst', about: 'time' },
  { pattern: form(String.raw`\b(?:more|higher|greater)${counted}{0,10}? than ever\b(?! before)`), sense: 'highest', about: 'time' },
  { pattern: form(String.raw`\b(?:fewer|less|lower)${counted}{0,10}? than ever\b(?! before)`), sense: 'lowest', about: 'time' },
  { pattern: form(String.raw`\bbetter than ever\b(?! before)`), sense: 'best', about: 'time' },
  { pattern: form(String.raw`\bworse than ever\b(?! before)`), sense: 'worst', about: 'time' },
]
