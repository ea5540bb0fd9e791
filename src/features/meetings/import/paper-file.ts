import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { withoutMetadata } from '#platform/documents/incoming/picture-metadata.ts'
import { pictureNames } from '#platform/documents/picture-names.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { words } from '#platform/files/fields.ts'
import { readYaml } from '#platform/files/yaml-file.ts'
import type { PaperText, Picture } from '../record/meeting-draft.ts'
import { mediaTypeOf } from '../record/picture-kinds.ts'
import { reportFrame, type ReportFrame } from '../record/report-file.ts'
import { drawingsIn } from '../work/draft-of-meeting.ts'

/** The front matter of an appendix. */
export const appendixHead = z.strictObject({ title: words('the title of the appendix') })

/** Reads a report: the standard frame between two `---` lines, then Markdown whose outer paragraphs are numbered. Marks of figures are read as `quoted` has them, and are words where it is left out. */
export async function readReport(file: ImportFile, quoted?: QuotedMarks): Promise<Outcome<PaperText>> {
  return readPaper(file, reportFrame, { isReport: true, quoted })
}

/** Reads an appendix: its title between two `---` lines, then Markdown without paragraph numbers. */
export async function readAppendix(file: ImportFile, quoted?: QuotedMarks): Promise<Outcome<PaperText>> {
  return readPaper(file, appendixHead, { isReport: false, quoted })
}

interface HowToRead {
  readonly isReport: boolean
  readonly quoted: QuotedMarks | undefined
}

async function readPaper(file: ImportFile, head: z.ZodType<{ title: string }>, { isReport, quoted }: HowToRead): Promise<Outcome<PaperText>> {
  const text = file.text()
  if (!text.ok) return text
  const parts = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text.value)
  const [, yaml, markdown] = parts ?? []
  if (yaml === undefined || markdown === undefined) {
    return refuse('invalid', `${file.name} does not begin with its title.`, [{ file: file.name, row: 1, message: 'Begin the file with a line "---", "title: …" and another line "---".' }])
  }
  const read = readYaml(file.name, `\n${yaml}\n`, head)
  if (!read.ok) return read
  const front = read.value[0]?.value
  if (front === undefined) return refuse('invalid', `${file.name} has no title.`, [{ file: file.name, row: 1, message: 'Give the title between the two lines "---".' }])
  const pictures = await readPictures(file, markdown)
  if (!pictures.ok) return pictures
  const blocks = readMarkdown(markdown, {
    file: file.name,
    firstLine: yaml.split('\n').length + 3,
    numbered: isReport,
    figures: new Map(pictures.value.map((picture) => [picture.name, picture.reference])),
    quoted,
  })
  if (!blocks.ok) return blocks
  return ok({ title: front.title, ...(isReport ? { frame: front as ReportFrame } : {}), blocks: blocks.value, markdown: cleanText(markdown), pictures: pictures.value, drawings: drawingsIn(blocks.value, quoted) })
}

function damaged(file: string, message: string) {
  return refuse('invalid', message, [{ file, message }])
}

/** A picture whose points cannot be unpacked is found when its pack is set. */
async function readPictures(file: ImportFile, markdown: string): Promise<Outcome<Picture[]>> {
  const pictures: Picture[] = []
  for (const name of pictureNames(markdown)) {
    const mediaType = mediaTypeOf(name)
    if (mediaType === undefined) {
      return refuse('invalid', `${file.name} shows a picture of a kind that cannot be published.`, [{ file: file.name, found: name, message: 'Use SVG, PNG or JPEG.' }])
    }
    const beside = await file.beside(name)
    if (!beside.ok) return beside
    const kind = await kindOfFile(name, beside.value.bytes)
    const bytes = kind.ok ? withoutMetadata(beside.value.bytes) : undefined
    if (bytes === undefined) return damaged(beside.value.name, kind.ok ? `${name} cannot be used. This picture is damaged: open it in a picture editor and save it again as PNG or JPEG.` : kind.refusal.message)
    pictures.push({ name, bytes, reference: { checksum: createHash('sha256').update(bytes).digest('hex'), mediaType } })
  }
  return ok(pictures)
}
