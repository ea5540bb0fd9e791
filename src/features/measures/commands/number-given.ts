import { numberInFile, type NumberInFile } from '#core/number-in-file.ts'

/** A number on the line or in a file of a command; what cannot be reckoned with exactly is refused with what to do. */
export function numberGiven(text: string): NumberInFile {
  if (text === '') return { message: 'Give a number here; where there is none it is 0.' }
  const read = numberInFile(text)
  if ('value' in read && Math.abs(read.value) > Number.MAX_SAFE_INTEGER) return { message: 'This number is too large. Give one of at most 15 digits before its point.' }
  return read
}
