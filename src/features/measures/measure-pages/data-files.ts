import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { measureDownload, type MeasureForm } from '../downloads/downloads.ts'
import { foundMeasure, noSuchMeasure } from './measure-page.ts'

const forms: readonly MeasureForm[] = ['csv', 'csv-metadata.json', 'json']

/** `/measures/{slug}.csv`, `.csv-metadata.json` and `.json`: every published figure of the measure. */
export const measureDataFiles: readonly PublicPage[] = forms.map((form) => ({ path: `/measures/:slug.${form}`, answer: (request) => dataFile(request, form) }))

async function dataFile(request: PublicRequest, form: MeasureForm): Promise<Answer> {
  const found = await foundMeasure(request)
  return found === undefined ? noSuchMeasure : measureDownload(found, form, request)
}
