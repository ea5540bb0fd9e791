import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { cleanText } from '../../clean-text.ts'
import { beyondLimits } from '../../markdown-limits.ts'
import { storedZip } from '../archive/stored-zip.ts'
import { openOfficePackage } from '../office-package.ts'
import { writtenMarkdown } from '../written-markdown.ts'
import { withoutDanglingLinks } from './dangling-links.ts'
import { FittedBlocks } from './fit-blocks.ts'
import { fitHeadingLevels, takeTitle } from './fit-headings.ts'
import { Losses } from './losses.ts'
import { hasNumberedParagraphs, withoutParagraphNumbers, withoutTypedNumbers } from './numbered-paragraphs.ts'
import type { IncomingReport } from './report.ts'
import { withoutRunningNumbers } from './running-numbers.ts'
import { tellWhatWordHolds } from './what-word-holds.ts'
import { tellWhatListsLose } from './word-lists.ts'
import { WordNotes } from './word-notes.ts'
import { WordPictures } from './word-pictures.ts'
import { wordToBlocks } from './word-to-blocks.ts'
import { wordToHtml } from './word-to-html.ts'

const unreadable = refuse('invalid', 'The document cannot be read. Open it in Word, save it again as a Word document (.docx) and choose it again.')

/** Reads a Word document here and now; see `readWord`, which does it where it can do no harm. */
export async function wordToReport(bytes: Buffer): Promise<Outcome<IncomingReport>> {
  const opened = await openOfficePackage(bytes, 'docx')
  if (!opened.ok) return opened
  const losses = new Losses()
  const pictures = new WordPictures(losses)
  const notes = new WordNotes()
  const xml = withoutRunningNumbers(opened.value.xml, losses)
  tellWhatWordHolds(xml, losses)
  const html = await wordToHtml(storedZip(withoutDanglingLinks({ parts: opened.value.parts, xml }, losses)), pictures).catch(() => undefined)
  if (html === undefined) return unreadable
  const { title = titleOfFile(xml), rest } = takeTitle(wordToBlocks(html, { losses, pictures, notes }))
  const isNumbered = hasNumberedParagraphs(rest)
  tellWhatListsLose(xml, isNumbered, losses)
  const fitted = new FittedBlocks(losses, notes)
  const blocks = fitted.fit(withoutTypedNumbers(isNumbered ? withoutParagraphNumbers(rest, losses) : rest, losses), true)
  fitHeadingLevels(blocks, losses)
  const definitions = notes.definitions(blocks, losses).map((note) => fitted.note(note))
  const markdown = cleanText(writtenMarkdown([...blocks, ...definitions]))
  const [beyond] = beyondLimits(markdown)
  if (beyond !== undefined) return refuse('invalid', `The document is too much for one report. ${beyond.message}`)
  return ok({ ...(title === undefined ? {} : { title }), markdown, pictures: pictures.list(), notCarried: losses.list() })
}

/** The title in the properties of the file, unless it is what programs write there by themselves. */
function titleOfFile(xml: ReadonlyMap<string, string>): string | undefined {
  const told = /<dc:title>([^<]*)<\/dc:title>/.exec(xml.get('docProps/core.xml') ?? '')?.[1] ?? ''
  const title = told.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&').trim()
  return title === '' || /^(?:microsoft word|word document|document\d*|untitled|title)\b/i.test(title) ? undefined : title
}
