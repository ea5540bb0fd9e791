import type { Browser } from 'playwright-core'
import { buildPack } from '../src/features/meetings/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { launchBrowser } from '../tests/site/launch-browser.ts'
import { packAsPage } from './pack-as-page.ts'
import { packOfPages, type LongPack } from './long-pack.ts'
import { inSeconds, type Report } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

const pages = 100
const rounds = 5

/** An agenda pack of the size that councils publish. */
export async function pack(): Promise<Report> {
  const long = await packOfPages(pages)
  const page = packAsPage(long)
  const browser = await launchBrowser()
  try {
    const sheets = { ours: 0, theirs: 0 }
    const measured = await alternate(
      rounds,
      () => seconds(async () => (sheets.ours = await ours(long))),
      () => seconds(async () => (sheets.theirs = await printed(browser, page))),
    )
    const [built, chromium] = [median(measured.ours), median(measured.theirs)]
    const perSheet = [built / sheets.ours, chromium / sheets.theirs] as const
    return {
      title: `An agenda pack of ${sheets.ours} pages, from the example's reports`,
      against: `Chromium ${browser.version()}, running already, printing the same blocks and pictures as tagged PDF with bookmarks: ${sheets.theirs} pages`,
      rows: [
        { measure: 'the pack', ours: inSeconds(built), alternative: inSeconds(chromium), ratio: `${(chromium / built).toFixed(1)} × faster`, aim: 'at least 3 × faster' },
        { measure: 'a page', ours: inSeconds(perSheet[0]), alternative: inSeconds(perSheet[1]), ratio: `${(perSheet[1] / perSheet[0]).toFixed(1)} × faster`, aim: '' },
      ],
      notes: [
        `medians of ${rounds} packs in turn after one rehearsal; ours starts a process of its own each time and keeps to PDF/UA-1, with the pages of the papers in the agenda`,
      ],
    }
  } finally {
    await browser.close()
  }
}

async function ours({ content, pictures }: LongPack): Promise<number> {
  const built = await buildPack(content, pictures, typeset)
  if (!built.ok) throw new Error(built.refusal.message)
  return built.value.pageCount
}

/** Gives back the number of pages, which Chromium itself does not say. */
async function printed(browser: Browser, content: string): Promise<number> {
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
