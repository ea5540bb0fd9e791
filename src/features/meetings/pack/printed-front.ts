import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import type { PackFront, PackReader } from './pack-content.ts'

/** What this document is, besides what it says of the meeting. */
interface PrintedAs {
  /** As the cover names it: "Agenda and papers". */
  readonly what: string
  /** As the title of the file names it: "agenda pack". */
  readonly called: string
  readonly description: string
  readonly reader: PackReader | undefined
  /** What the cover says of the exempt part. */
  readonly confidential: string | undefined
}

/** The front of a document with days and times as they are printed; `papers.typ` reads all of it. */
export function printedFront(front: PackFront, { what, called, description, reader, confidential }: PrintedAs): object {
  const { date, time, issued, title, place } = front.meeting
  const [year, month, day] = date.split('-').map(Number)
  const when = time === undefined ? formatDay(date) : `${formatDay(date)}, ${formatTime(time)}`
  return {
    // Without the reader's name: each page is set with the title, so that the copies of all readers share what is set once.
    title: `${front.body} ${called}, ${formatDate(date)}${reader === undefined ? '' : ', members’ copy'}`,
    description: `${description} ${when}`,
    council: front.council,
    body: front.body,
    day: { year, month, day },
    foot: `${front.body}, ${formatDate(date)}`,
    what,
    when,
    meetingTitle: title ?? null,
    place: place ?? null,
    version: front.version ?? null,
    contact: front.contact ?? null,
    alternativeFormats: front.alternativeFormats,
    issued: issued === undefined ? null : formatDate(issued),
    reader: reader === undefined ? null : printedReader(reader),
    confidential: confidential ?? null,
  }
}

/** The watermark in two lines, and the same in one line for the head of the pages. */
function printedReader({ name, on }: PackReader): { name: string; warning: string; line: string } {
  return { name: `For ${name} only`, warning: `Not for publication, ${formatDate(on)}`, line: `For ${name} only, ${formatDate(on)}. Not for publication.` }
}
