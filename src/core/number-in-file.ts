/** A number as files give it: `1234`, `-0.5`. Undefined with what to write instead where it is none. */
export type NumberInFile = { readonly value: number } | { readonly message: string }

/** Reads a plain decimal number. Thousands separators, percent signs, currency signs and decimal commas are refused with what to write, as nobody can tell what was meant. */
export function numberInFile(text: string): NumberInFile {
  if (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text)) return { value: Number(text) }
  const bare = text.replaceAll(/[,\s£]/g, '')
  if (/^-?\d{1,3}([,\s]\d{3})+(\.\d+)?$/.test(text)) return { message: `Write the number without a thousands separator: ${bare}` }
  if (/^-?\d+(\.\d+)?\s*%$/.test(text)) return { message: `Write the percentage as a number: ${text.replace(/\s*%$/, '')}` }
  if (text.startsWith('£')) return { message: `Write the amount as a number of pounds: ${bare}` }
  if (/^-?\d+,\d+$/.test(text)) return { message: `Write the decimal point as a point: ${text.replace(',', '.')}` }
  return { message: 'Give a number such as 12 or 3.5.' }
}
