import { numberInFile } from '#core/number-in-file.ts'

/** Marks that tables have where there is no figure. */
const noFigure = /^(n\/?a|[-–—.*~]+|\[?[cxzku]\]?|not (available|applicable)|null|tbc)$/i

/** What spreadsheet programs and people write where a number is asked for, and what to write instead of it. */
const forms: readonly (readonly [form: RegExp, message: (text: string) => string])[] = [
  [noFigure, () => 'Where there is no figure leave this empty, and give the status as not-available or not-applicable.'],
  [/^#(N\/A|REF|DIV\/0|VALUE|NAME|NUM|NULL)[!?]?$/i, () => 'This is an error of a formula. Correct the formula, or leave this empty and give the status as not-available.'],
  [/^#+$/, () => 'The column was too narrow in the spreadsheet program to show the number. Make it wider and save the file again.'],
  [/^=/, () => 'This is a formula. Save the file with its values.'],
  [/^\d{1,2}[-/ ](\d{1,2}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)([-/ ]\d{2,4})?$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}$/i, () => 'A spreadsheet program has turned this into a date. Format the column as a number, and type it again.'],
  [/^-?\d+(\.\d+)?e[+-]?\d+$/i, () => 'A spreadsheet program has shortened this. Format the column as a number, so that all its digits are written.'],
  [/^-?\d{1,3}(\.\d{3})+,\d+$/, (text) => `Write the number with a point before its decimals and nothing between its thousands: ${text.replaceAll('.', '').replace(',', '.')}`],
  [/^-?\d{1,3}(['’]\d{3})+(\.\d+)?$/, (text) => `Write the number without a thousands separator: ${text.replaceAll(/['’]/g, '')}`],
  [/^-?\d+(\.\d+)? ?(per ?cent|pct)$/i, (text) => `Write the percentage as a number: ${Number.parseFloat(text)}`],
  [/^[−–—]\s?\d+(\.\d+)?$/, (text) => `Write the minus as a hyphen: -${text.slice(1).trim()}`],
  [/^\(\d+(\.\d+)?\)$/, (text) => `Write a number below nothing with a minus: -${text.slice(1, -1)}. Brackets around any other are taken out.`],
  [/^[<>≤≥]/, () => 'Give the number itself: small numbers are hidden when they are published. Where it is not known leave this empty, and give the status as not-available.'],
  [/^[+~]\s?\d+(\.\d+)?$|^\d+(\.\d+)?\s?(\*+|[prefbu]|\[[prefbu]\])$/, (text) => `Write the number alone: ${/[\d.]+/.exec(text)?.[0] ?? ''}. What a mark beside it says belongs in the status or the note.`],
]

/** Marks that nobody sees. */
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g

/** Why a text is no number, and what to write instead. */
export function whyNoNumber(text: string): string {
  const seen = text.replaceAll(unseen, '')
  if (seen !== text && 'value' in numberInFile(seen)) return `A mark that nobody sees stands beside the number. Type it again: ${seen}`
  const form = forms.find(([one]) => one.test(text))
  if (form !== undefined) return form[1](text)
  const read = numberInFile(text)
  return 'message' in read ? read.message : 'Give a number such as 12 or 3.5.'
}
