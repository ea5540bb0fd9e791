import { refuse } from '#core/outcome.ts'

/** The first bytes of the container in which Office kept its files before 2007, and keeps those with a password today. */
export const oldOfficeStart = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const locked = 'It has a password. Open it in the program that made it, take the password off, save it again and choose it again.'

/** What such a container is, by the name of a stream that it must hold, and what to do. */
const streams: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', locked],
  ['WordDocument', 'It is a Word document of the kind used before 2007 (.doc). Open it in Word, save it as a Word document (.docx) and choose that.'],
  ['Workbook', 'It is an Excel workbook of the kind used before 2007 (.xls). Open it in Excel, save it as an Excel workbook (.xlsx) and choose that.'],
  ['Book', 'It is an Excel workbook of a very old kind (.xls). Open it in Excel, save it as an Excel workbook (.xlsx) and choose that.'],
  ['PowerPoint Document', 'It is a presentation of the kind used before 2007 (.ppt). Open it in PowerPoint, save it as a presentation (.pptx) and choose that.'],
  ['__nameid_version1.0', 'It is an e-mail. Save its attachments, and choose those.'],
]

const unknown = 'It is of a kind that programs used before 2007. Open it in the program that made it, and save it as a PDF or a Word document.'

/** Refuses the container with what it is and what to do. */
export function refuseOldOffice(name: string, bytes: Buffer) {
  const found = streams.find(([stream]) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le')))
  return refuse('invalid', `${name} cannot be used. ${found?.[1] ?? unknown}`, [{ file: name, message: found?.[1] ?? unknown }])
}
