import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { fileForms, measureDownload, type FileForm } from '../downloads/downloads.ts'
import { fitsWorkbook } from '../downloads/measure-workbook.ts'
import { foundMeasure, noSuchMeasure } from './measure-page.ts'

/** `/measures/{slug}.csv`, `.csv-metadata.json`, `.json`, `.xlsx` and `.ods`: every published figure of the measure. */
export const measureDataFiles: readonly PublicPage[] = fileForms.map((form) => ({ path: `/measures/:slug.${form}`, answer: (request) => dataFile(request, form) }))

async function dataFile(request: PublicRequest, form: FileForm): Promise<Answer> {
  const found = await foundMeasure(request)
  if (found === undefined) return noSuchMeasure
  if ((form === 'xlsx' || form === 'ods') && !fitsWorkbook(found.entry.sheet)) return tooLong
  return measureDownload(found, form, request)
}

const tooLong = { kind: 'not-found', message: 'This measure has more figures than fit a workbook. Its page has all of them as a table (.csv), which spreadsheet programs open.' } as const
