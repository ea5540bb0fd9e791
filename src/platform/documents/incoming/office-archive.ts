import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { readArchive, type Archive } from './archive/archive.ts'
import { kindFacts, type IncomingKind } from './kinds.ts'

/** The word in the type of an Office file's main part, without macros. */
const mainParts: readonly (readonly [RegExp, IncomingKind])[] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.(?:presentation|slideshow)\.main\+xml/, 'pptx'],
]

const macros = 'It holds macros, which are programs. Save it in the program that made it without macros (as .docx, .xlsx or .pptx) and choose that.'
const template = 'It is a template. Open it, save it as a document and choose that.'
const archive = 'It is an archive of files. Unpack it, and choose the files in it one by one.'

/** Names that only hold code, whatever the archive says of itself. */
const codeNames = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/.+|activeX\d*\.bin|Basic\/.+|Scripts\/.+)$/i

/** Which Office or OpenDocument file an archive is, by what it says of itself inside; archives of other kinds are refused. */
export async function kindOfArchive(bytes: Uint8Array): Promise<Outcome<IncomingKind>> {
  const opened = await readArchive(bytes)
  if (!opened.ok) return opened
  if (Array.from(opened.value.names).some((name) => codeNames.test(name))) return refuse('invalid', macros)
  const told = await readSmall(opened.value, ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'])
  if (!told.ok) return told
  const { '[Content_Types].xml': types, mimetype, 'META-INF/manifest.xml': manifest } = told.value
  if (types !== undefined) return kindOfOffice(types)
  if (mimetype === undefined) return refuse('invalid', archive)
  if (manifest?.includes('encryption-data') === true) return refuse('invalid', 'It has a password. Save it again without the password, and choose that.')
  const kind = (['odt', 'ods', 'odp'] as const).find((kind) => kindFacts[kind].mediaType === mimetype.trim())
  return kind === undefined ? refuse('invalid', archive) : ok(kind)
}

function kindOfOffice(types: string): Outcome<IncomingKind> {
  if (/macroEnabled|vbaProject|ms-office\.activeX\+xml/i.test(types)) return refuse('invalid', macros)
  const found = mainParts.find(([mark]) => mark.test(types))
  if (found !== undefined) return ok(found[1])
  return refuse('invalid', /\.template\.main\+xml/.test(types) ? template : archive)
}

/** Bytes of a part that only says what the archive is. */
const longestTold = 1_000_000

async function readSmall<Name extends string>(archive: Archive, names: readonly Name[]): Promise<Outcome<Partial<Record<Name, string>>>> {
  const unpacked = await archive.unpack((name) => names.some((wanted) => wanted === name), longestTold)
  if (!unpacked.ok) return unpacked
  const texts: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const bytes = unpacked.value.get(name)
    if (bytes !== undefined) texts[name] = bytes.toString('utf8')
  }
  return ok(texts)
}
