import type { Browser } from 'playwright-core'
import { buildPack } from '../src/features/meetings/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { launchBrowser } from '../tests/site/launch-browser.ts'
import { packAsPage } from './pack-as-page.ts'
import { packOfPages, type LongPack } from './long-pack.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

const pages = 100
const rounds = 5

/** An agenda pack of the size that councils publish. */
export async function pack(): Promise<Report> {
  const long = await packOfPages(pages)
  const page = packAsPage(long)
  const browser = await launchBrowser()
  try {
    const [sheets, printedSheets] = [await build(long), await print(browser, page)]
    const running = await compare(long, () => print(browser, page))
    const started = await compare(long, () => printInNewBrowser(page))
    return {
      title: `An agenda pack of ${sheets} pages, from the example's reports`,
      against: `Chromium ${browser.version()} printing the same blocks and pictures as tagged PDF with bookmarks: ${printedSheets} pages`,
      rows: [row('Chromium running already', running, 'at least 3 × faster'), row('Chromium started for it, as our typesetter is', started)],
      notes: [`medians of ${rounds} packs in turn after one rehearsal; ours keeps to PDF/UA-1 and has the pages of the papers in its agenda`],
    }
  } finally {
    await browser.close()
  }
}

type Pair = { readonly ours: number; readonly theirs: number }

async function compare(long: LongPack, chromium: () => Promise<unknown>): Promise<Pair> {
  const measured = await alternate(rounds, () => seconds(() => build(long)), () => seconds(chromium))
  return { ours: median(measured.ours), theirs: median(measured.theirs) }
}

function row(measure: string, { ours, theirs }: Pair, aim = ''): Row {
  return { measure, ours: inSeconds(ours), alternative: inSeconds(theirs), ratio: `${(theirs / ours).toFixed(1)} × faster`, aim }
}

/** Gives back the number of pages. */
async function build({ content, pictures }: LongPack): Promise<number> {
  const built = await buildPack(content, pictures, typeset)
  if (!built.ok) throw new Error(built.refusal.message)
  return built.value.pageCount
}

/** Gives back the number of pages, which Chromium itself does not say. */
async function print(browser: Browser, content: string): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.setContent(content)
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '2.2cm', bottom: '2.4cm', left: '2.2cm', right: '2.2cm' },
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: '<span style="font-size: 9pt" class="pageNumber"></span>',
    })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  } finally {
    await page.close()
  }
}

async function printInNewBrowser(content: string): Promise<void> {
  const browser = await launchBrowser()
  try {
    await print(browser, content)
  } finally {
    await browser.close()
  }
}
