import { ok, refuse, type Outcome } from '#core/outcome.ts'

const saveAsUtf8 = 'Save it as UTF-8 (in Excel "CSV UTF-8", in Notepad "Encoding: UTF-8") and choose it again.'

/** Whether these bytes look like text at all: no NUL, which text in UTF-8 or Windows-1252 never holds. */
export function isText(bytes: Uint8Array): boolean {
  return isUtf16(bytes) || !bytes.subarray(0, 100_000).includes(0)
}

/** The text of a file in UTF-8, without its byte order mark. Text in another encoding is refused, with what it seems to be. */
export function readText(bytes: Uint8Array): Outcome<string> {
  return decoded(bytes, saveAsUtf8)
}

/** As `readText`, with the advice of the door where the file came in. */
export function decoded(bytes: Uint8Array, advice: string): Outcome<string> {
  if (isUtf16(bytes)) return refuse('invalid', `It is text in UTF-16. ${advice}`)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('invalid', `It is text, but not in UTF-8; it seems to be in Windows-1252, so that signs such as £ and ’ would be lost. ${advice}`)
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
