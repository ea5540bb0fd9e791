import { createHash } from 'node:crypto'
import { pictureDamage } from '../picture-damage.ts'
import { withoutMetadata } from '../picture-metadata.ts'
import { lostPicture, type Losses } from './losses.ts'
import type { IncomingPicture } from './report.ts'

/** As many as `readMarkdown` takes. */
const mostPictures = 100

/** The pictures of one document. The same picture shown twice is kept once. */
export class WordPictures {
  readonly #losses: Losses
  readonly #kept = new Map<string, IncomingPicture>()

  constructor(losses: Losses) {
    this.#losses = losses
  }

  /** The name by which the text is to call the picture, or undefined where it cannot be carried. */
  add(bytes: Buffer | undefined, toldAlternative: string): string | undefined {
    if (bytes === undefined) return this.#lose(lostPicture)
    const kind = kindOf(bytes)
    if (kind === undefined) return this.#lose('Pictures of a kind that pages cannot show (such as EMF, WMF, GIF or TIFF), left out. Save them as PNG and put them in.')
    const plain = withoutMetadata(bytes)
    if (plain === undefined || pictureDamage(kind, bytes) !== undefined) return this.#lose('Pictures that are damaged or too large, left out. Make them smaller and put them in.')
    const checksum = createHash('sha256').update(plain).digest('hex')
    const alternative = humanAlternative(toldAlternative)
    const before = this.#kept.get(checksum)
    if (before === undefined && this.#kept.size >= mostPictures) return this.#lose(`Pictures after the first ${mostPictures}, left out. Send them in an appendix.`)
    const name = before?.name ?? `picture-${this.#kept.size + 1}.${kind === 'png' ? 'png' : 'jpg'}`
    this.#kept.set(checksum, { name, bytes: plain, mediaType: kind === 'png' ? 'image/png' : 'image/jpeg', alternative: before?.alternative || alternative, checksum })
    return name
  }

  list(): IncomingPicture[] {
    return Array.from(this.#kept.values())
  }

  named(name: string): IncomingPicture | undefined {
    return this.list().find((picture) => picture.name === name)
  }

  #lose(what: string): undefined {
    this.#losses.add(what)
  }
}

function kindOf(bytes: Buffer): 'png' | 'jpeg' | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png'
  return bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) ? 'jpeg' : undefined
}

/** What somebody wrote. Word's own guesses and names of files say nothing that a reader could use. */
function humanAlternative(told: string): string {
  const text = told.replaceAll(/\s+/g, ' ').trim()
  const isGuess = /(?:description|caption) (?:automatically )?generated|AI-generated content/i.test(text)
  return isGuess || /^\S+\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?)$/i.test(text) ? '' : text
}
