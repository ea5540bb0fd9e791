import mammoth from 'mammoth'
import type { WordPictures } from './word-pictures.ts'

/** Parts of a document by their usual styles; the names are those of Word and LibreOffice. */
const styles = [
  "p[style-name='Title'] => p.document-title:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='TOC Heading'] => !",
  "p[style-name='Contents Heading'] => !",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Intense Reference'] =>",
]

/** Every id that the conversion makes begins so. */
export const idPrefix = 'word-'

interface WordImage {
  readonly altText?: string
  readonly readAsBuffer: () => Promise<Buffer>
}

/** The document as plain HTML; a picture is called by the name it is kept under, and one that cannot be carried has no name. Nothing outside is fetched. */
export async function wordToHtml(archive: Buffer, pictures: WordPictures): Promise<string> {
  const convertImage = mammoth.images.imgElement(async (image) => {
    const word = image as unknown as WordImage
    return { src: pictures.add(await bytesOf(word), word.altText ?? '') ?? '' }
  })
  const { value } = await mammoth.convertToHtml({ buffer: archive }, { styleMap: styles, includeEmbeddedStyleMap: false, externalFileAccess: false, idPrefix, convertImage })
  return value
}

/** Undefined where the picture is only linked, or missing in the file. */
async function bytesOf(image: WordImage): Promise<Buffer | undefined> {
  try {
    return await image.readAsBuffer()
  } catch {
    return undefined
  }
}
