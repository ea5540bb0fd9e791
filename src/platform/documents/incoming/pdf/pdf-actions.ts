import { inflateSync } from 'node:zlib'

/** Actions that start another program, fetch data or play what is built in (ISO 32000-1, 12.6.4), by the names that call them. */
const acting = /\/(?:Launch|ImportData|RichMediaExecute)(?![\w.-])/

const mostUnpacked = 50_000_000

/**
 * Whether a PDF holds an action that runs something, wherever it stands: in the open, or packed with other objects; undefined where what is packed cannot
 * be unpacked, so that nobody can tell.
 */
export function runsSomething(bytes: Buffer): boolean | undefined {
  const text = bytes.toString('latin1')
  if (acting.test(withPlainNames(text))) return true
  for (const packed of packedObjects(text)) {
    const objects = unpacked(packed)
    if (objects === undefined) return undefined
    if (acting.test(withPlainNames(objects))) return true
  }
  return false
}

/** A name may write each of its letters as a number: `/L#61unch`. */
function withPlainNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The streams in which objects stand packed, as they are in the file. */
function packedObjects(text: string): Buffer[] {
  return Array.from(text.matchAll(/\/ObjStm(?!\w)/g)).flatMap(({ index }) => {
    const [mark = ''] = /stream\r?\n/.exec(text.slice(index, index + 2000)) ?? []
    const begin = mark === '' ? -1 : text.indexOf(mark, index) + mark.length
    const end = text.indexOf('endstream', begin)
    return begin === -1 || end === -1 ? [] : [Buffer.from(text.slice(begin, end), 'latin1')]
  })
}

function unpacked(packed: Buffer): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: mostUnpacked }).toString('latin1')
  } catch {
    return undefined
  }
}
