import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { readArchive } from './archive/archive.ts'
import { kindFacts } from './kinds.ts'
import { kindOfArchive } from './office-archive.ts'

/** An Office file whose parts were unpacked and checked. */
export interface OfficePackage {
  /** The parts that are read, pictures among them, by their names. */
  readonly parts: ReadonlyMap<string, Buffer>
  /** The parts in XML as text. */
  readonly xml: ReadonlyMap<string, string>
}

/** Characters of one part in XML: its tree takes some thirty times as much memory. */
const longestPart = 15_000_000

const isXml = /\.(?:xml|rels)$/i
const isPicture = /(?:^|\/)media\/[^/]+$/i

const entities = refuse('invalid', 'The file defines entities in its XML, which Office never does, and may be made to do harm. It was not opened.')
const damaged = refuse('invalid', 'The file is damaged. Open it in the program that made it, save it again and choose it again.')
const tooLong = refuse('invalid', 'The file is too long. Divide it into smaller files.')

/** Unpacks and checks a Word document or an Excel workbook. Refused: what is no such file, damage, macros, a password, entities, and parts beyond the limits. */
export async function openOfficePackage(bytes: Buffer, expected: 'docx' | 'xlsx'): Promise<Outcome<OfficePackage>> {
  const kind = await kindOfArchive(bytes)
  if (!kind.ok) return kind
  if (kind.value !== expected) return refuse('invalid', `The file is ${kindFacts[kind.value].words}, not ${kindFacts[expected].words}.`)
  const archive = await readArchive(bytes)
  if (!archive.ok) return archive
  const parts = await archive.value.unpack((name) => isXml.test(name) || isPicture.test(name))
  if (!parts.ok) return parts
  const xml = new Map<string, string>()
  for (const [name, part] of parts.value) {
    if (!isXml.test(name)) continue
    const text = readXml(part)
    if (!text.ok) return text
    xml.set(name, text.value)
  }
  return ok({ parts: parts.value, xml })
}

/** Office writes UTF-8 without a document type; another encoding could hide one. */
function readXml(part: Buffer): Outcome<string> {
  if (part.length > longestPart) return tooLong
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(part)
    return /<!(?:DOCTYPE|ENTITY)/i.test(text) ? entities : ok(text)
  } catch {
    return damaged
  }
}
