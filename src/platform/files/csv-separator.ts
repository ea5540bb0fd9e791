import type { Fault } from '#core/outcome.ts'

const separators = [[';', 'semicolons'], ['\t', 'tabs'], ['|', 'upright bars']] as const

const withCommas = 'Save the file with commas between them (in Excel “CSV UTF-8 (Comma delimited)”, in LibreOffice the comma as “Field delimiter”) and load it again.'

/** Where a first line names columns, but with something else between them than commas. */
export function otherSeparator(file: string, line: string, needed: readonly string[]): Fault | undefined {
  if (/^sep=.\s*$/i.test(line)) return faultIn(file, line, `This line says which separator the file has. Take it out. The columns are separated by commas: ${needed.join(',')}`)
  const [, words] = separators.find(([separator]) => namesMost(line, separator, needed)) ?? []
  return words === undefined ? undefined : faultIn(file, line, `The columns of the file are separated by ${words}. ${withCommas}`)
}

/** Where a first row was read, but its cells are not the columns: the lines end otherwise, or are one cell each. */
export function notParted(file: string, cells: readonly string[], needed: readonly string[]): Fault | undefined {
  const line = cells.join(',')
  if (cells.some((cell) => /\r(?!\n)/.test(cell))) return faultIn(file, line, 'The lines of the file end as on old Macintosh computers. Save it as CSV UTF-8 and load it again.')
  const isOneCell = cells.length === 1 && namesMost(line, ',', needed)
  return isOneCell ? faultIn(file, line, 'Each line stands in quotes as a whole, so that it is one cell. Save the file again with the quotes around single cells only.') : otherSeparator(file, line, needed)
}

function namesMost(line: string, separator: string, needed: readonly string[]): boolean {
  return line.split(separator).filter((cell) => needed.includes(cell.replaceAll('"', '').trim().toLowerCase())).length > needed.length / 2
}

function faultIn(file: string, line: string, message: string): Fault {
  return { file, row: 1, found: line.slice(0, 60), message }
}
