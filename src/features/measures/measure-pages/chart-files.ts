import { pngOf } from '#platform/charts/png/png-of.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { measureAddress } from '../releases/release.ts'
import { drawMeasure, isDrawn } from './measure-chart.ts'
import { foundMeasure, noSuchMeasure } from './measure-page.ts'

const nothingDrawn = { kind: 'not-found', message: 'No figure of this measure is shown for all together, so there is no chart of it. Its page has what there is.' } as const

/** `/measures/{slug}.svg`: the chart over time, as the page has it where there is room. */
export async function measureSvg(request: PublicRequest): Promise<Answer> {
  const found = await foundMeasure(request)
  if (found === undefined) return noSuchMeasure
  if (!isDrawn(found.entry.sheet)) return nothingDrawn
  return { kind: 'file', contentType: 'image/svg+xml', body: drawMeasure(found.entry.sheet, 'wide').toString(), filename: `${found.entry.measure}.svg`, inline: true, isForAnySite: true }
}

/** Twice the units of the drawing, for paper and for slides. */
const pixelsWide = 1520

/** `/measures/{slug}.png`: the same as a picture. */
export async function measurePng(request: PublicRequest): Promise<Answer> {
  const found = await foundMeasure(request)
  if (found === undefined) return noSuchMeasure
  if (!isDrawn(found.entry.sheet)) return nothingDrawn
  const drawn = await pngOf(drawMeasure(found.entry.sheet, 'wide'), { width: pixelsWide })
  if (drawn.ok) return { kind: 'file', contentType: 'image/png', body: drawn.value, filename: `${found.entry.measure}.png`, inline: true, isForAnySite: true }
  return { kind: 'page', status: 503, title: 'The picture could not be drawn', body: html`<p class="govuk-body">${drawn.refusal.message}</p><p class="govuk-body">${link(`${measureAddress(found.entry.measure)}.svg`, 'The chart as a drawing (.svg)')}</p>` }
}
