import { kindFacts } from '#platform/documents/incoming/kinds.ts'

/** "PDF", "Excel workbook"; "File" for what has no name of its own. */
export function fileKindInWords(mediaType: string): string {
  const known = Object.values(kindFacts).find((kind) => kind.mediaType === mediaType)
  return known === undefined ? 'File' : capitalised(known.words.replace(/^an? /, ''))
}

/** "34 KB", "1.2 MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
