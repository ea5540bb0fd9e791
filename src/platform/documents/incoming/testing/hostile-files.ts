import { zip, type TestEntry } from './zip.ts'

/** What makes an archive a Word document to look at. */
const wordParts: readonly TestEntry[] = [
  {
    name: '[Content_Types].xml',
    content: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
]

const zeros = Buffer.alloc(50_000_000)

/** Files that were made to do harm, or that say of themselves what they are not. */
export const hostileFiles: Readonly<Record<string, () => Buffer>> = {
  'flat zip bomb': () => zip([...wordParts, { name: 'word/document.xml', content: zeros, isDeflated: true }]),
  'many smaller bombs': () => zip([...wordParts, ...Array.from({ length: 400 }, (_, index) => ({ name: `word/${index}.xml`, content: zeros.subarray(0, 900_000), isDeflated: true }))]),
  'nested zip bomb': () => zip([...wordParts, { name: 'word/embeddings/inner.zip', content: zip([{ name: 'a', content: zeros, isDeflated: true }]) }]),
  'bomb that lies about its size': () => zip([...wordParts, { name: 'word/document.xml', content: zeros, isDeflated: true, saidSize: 100 }]),
  'ten thousand entries': () => zip([...wordParts, ...Array.from({ length: 10_000 }, (_, index) => ({ name: `word/${index}.xml`, content: '' }))]),
  'path above the archive': () => zip([...wordParts, { name: '../../etc/cron.d/x', content: 'x' }]),
  'absolute path': () => zip([...wordParts, { name: '/etc/passwd', content: 'x' }]),
  'path with backslashes': () => zip([...wordParts, { name: '..\\..\\x', content: 'x' }]),
  'same name twice': () => zip([...wordParts, ...wordParts]),
  'encrypted entry': () => zip([...wordParts, { name: 'word/document.xml', content: 'x', isDeflated: true, isEncrypted: true }]),
  'content types that fill the memory': () => zip([{ name: '[Content_Types].xml', content: Buffer.alloc(90_000_000, 'a b c d e f g h i j k l m n o p q r s t u v w x y z 0123456789'), isDeflated: false }]),
  'cut short': () => zip(wordParts).subarray(0, 200),
}
