import type { TableOfText } from './table-file.ts'

/**
 * The table as comma-separated values (RFC 4180), with the mark by which spreadsheet programs know UTF-8. A cell that such a program would take for a
 * formula begins with an apostrophe, so that it stays the text that somebody typed; a number below zero is no formula.
 */
export function csvFile({ headings, rows }: TableOfText): string {
  return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
