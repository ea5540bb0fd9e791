import { fileTypeFromBuffer } from 'file-type'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { dangerIn } from './drawing-safety.ts'
import { kindFacts, type IncomingKind } from './kinds.ts'
import { kindOfArchive } from './office-archive.ts'
import { oldOfficeStart, refuseOldOffice } from './old-office.ts'
import { pictureDamage } from './picture-damage.ts'
import { isText, readText } from './text-file.ts'

export type { IncomingKind }

const richText = 'It is rich text (RTF). Open it in Word, save it as a Word document (.docx) and choose that.'

const longestDrawing = 5_000_000

const textKinds: readonly IncomingKind[] = ['csv', 'txt', 'md']

/** What to do with files that are often sent and cannot be used. */
const advice: Readonly<Record<string, string>> = {
  gif: 'It is a GIF picture. Save it as PNG and choose that.',
  webp: 'It is a WebP picture. Save it as PNG or JPEG and choose that.',
  heic: 'It is a picture from a telephone (HEIC). Save it as JPEG and choose that.',
  avif: 'It is an AVIF picture. Save it as PNG or JPEG and choose that.',
  tif: 'It is a TIFF picture. Save it as PNG and choose that.',
  bmp: 'It is a BMP picture. Save it as PNG and choose that.',
  exe: 'It is a program. Programs are not accepted.',
  elf: 'It is a program. Programs are not accepted.',
  rtf: richText,
}

/**
 * What a file really is, by its content and never by its name.
 *
 * Refused, each with what to do: an empty file, one whose name says something else than its content, macros, a password, Office files from before 2007,
 * archives that would unpack to more than any document holds, drawings that hold scripts or fetch something, text that is not UTF-8, and all other kinds.
 */
export async function kindOfFile(name: string, bytes: Uint8Array): Promise<Outcome<IncomingKind>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) return refuseFile(name, 'It is empty. Perhaps it was not copied whole: choose it again.')
  if (buffer.subarray(0, 8).equals(oldOfficeStart)) return refuseOldOffice(name, buffer)
  const kind = await kindOfContent(name, buffer)
  if (!kind.ok) return refuseFile(name, kind.refusal.message)
  const { words, endings } = kindFacts[kind.value]
  const ending = endingOf(name)
  if (endings.includes(ending)) return kind
  const named = ending === '' ? 'its name has no ending' : `its name ends in ".${ending}"`
  return refuseFile(name, `It is ${words}, but ${named}. If that is what you mean to send, give it a name that ends in ".${endings[0]}".`)
}

function refuseFile(name: string, message: string) {
  return refuse('invalid', `${name} cannot be used. ${message}`, [{ file: name, message }])
}

function endingOf(name: string): string {
  return /\.([^./\\\s]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

async function kindOfContent(name: string, bytes: Buffer): Promise<Outcome<IncomingKind>> {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return kindOfArchive(bytes)
  if (/^\s*%PDF-/.test(bytes.toString('latin1', 0, 100))) return ok('pdf')
  const text = isText(bytes) ? readText(bytes) : undefined
  if (text?.ok === true) return kindOfText(name, text.value)
  // Its first bytes tell the kind; whole files would only give hostile ones more to work with.
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100))
  if (found?.ext === 'png' || found?.ext === 'jpg') return kindOfPicture(found.ext === 'png' ? 'png' : 'jpeg', bytes)
  if (found !== undefined && found.ext !== 'xml') return refuse('invalid', advice[found.ext] ?? `It is of a kind that cannot be used (${found.mime}). Save it as a PDF.`)
  return text ?? refuse('invalid', 'Its content is not of a kind that can be used. Save it as a PDF or a Word document.')
}

function kindOfPicture(kind: 'png' | 'jpeg', bytes: Buffer): Outcome<IncomingKind> {
  const damage = pictureDamage(kind, bytes)
  return damage === undefined ? ok(kind) : refuse('invalid', damage)
}

/** Texts cannot be told apart by their content, so that the name says which of them it is. */
function kindOfText(name: string, text: string): Outcome<IncomingKind> {
  if (/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]/i.test(text.slice(0, 4000))) return kindOfDrawing(text)
  if (/^\s*(?:<!DOCTYPE html|<html)/i.test(text.slice(0, 1000))) return refuse('invalid', 'It is a web page. Save it as a PDF.')
  if (text.startsWith('{\\rtf')) return refuse('invalid', richText)
  return ok(textKinds.find((kind) => kindFacts[kind].endings.includes(endingOf(name))) ?? 'txt')
}

function kindOfDrawing(svg: string): Outcome<IncomingKind> {
  if (svg.length > longestDrawing) return refuse('invalid', 'It is a drawing of more than five million signs. Save it as PNG and choose that.')
  const danger = dangerIn(svg)
  return danger === undefined ? ok('svg') : refuse('invalid', `${danger}. Save it as PNG and choose that.`)
}
