/** A kind of file that can be read or kept beside a paper. */
export type IncomingKind = 'docx' | 'pdf' | 'xlsx' | 'pptx' | 'ods' | 'odt' | 'odp' | 'csv' | 'txt' | 'md' | 'png' | 'jpeg' | 'svg'

interface KindFacts {
  readonly words: string
  readonly mediaType: string
  /** How names of such files may end, the usual ending first. */
  readonly endings: readonly string[]
}

const officeType = 'application/vnd.openxmlformats-officedocument'
const openType = 'application/vnd.oasis.opendocument'

export const kindFacts: Readonly<Record<IncomingKind, KindFacts>> = {
  docx: { words: 'a Word document', mediaType: `${officeType}.wordprocessingml.document`, endings: ['docx'] },
  pdf: { words: 'a PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  xlsx: { words: 'an Excel workbook', mediaType: `${officeType}.spreadsheetml.sheet`, endings: ['xlsx'] },
  pptx: { words: 'a PowerPoint presentation', mediaType: `${officeType}.presentationml.presentation`, endings: ['pptx'] },
  ods: { words: 'an OpenDocument spreadsheet', mediaType: `${openType}.spreadsheet`, endings: ['ods'] },
  odt: { words: 'an OpenDocument text', mediaType: `${openType}.text`, endings: ['odt'] },
  odp: { words: 'an OpenDocument presentation', mediaType: `${openType}.presentation`, endings: ['odp'] },
  csv: { words: 'a CSV table', mediaType: 'text/csv', endings: ['csv'] },
  txt: { words: 'a plain text', mediaType: 'text/plain', endings: ['txt'] },
  md: { words: 'a Markdown text', mediaType: 'text/markdown', endings: ['md', 'markdown'] },
  png: { words: 'a PNG picture', mediaType: 'image/png', endings: ['png'] },
  jpeg: { words: 'a JPEG picture', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  svg: { words: 'an SVG drawing', mediaType: 'image/svg+xml', endings: ['svg'] },
}
