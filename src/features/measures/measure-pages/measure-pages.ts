import { measuresApi } from '../api/api.ts'
import type { MeasuresRoom } from '../measures-room.ts'
import { measurePng, measureSvg } from './chart-files.ts'
import { measureDataFiles } from './data-files.ts'
import { measurePage } from './measure-page.ts'
import { measuresPage } from './measures-page.ts'
import { figuresOfBody, standsOut } from './sections.ts'

/** What anybody reads of a measure: the list of all, the page of each, and its files. */
export const measurePages: MeasuresRoom = {
  pages: [
    { path: '/measures', answer: measuresPage },
    { path: '/measures/:slug', answer: measurePage },
    ...measureDataFiles,
    { path: '/measures/:slug.svg', answer: measureSvg },
    { path: '/measures/:slug.png', answer: measurePng },
  ],
  api: measuresApi,
  homeSections: [standsOut],
  homeWays: [{ text: 'Measures', href: '/measures', about: 'how the council’s figures go, against their targets and beside those of others' }],
  bodySections: [figuresOfBody],
  styles: [new URL('../../../platform/charts/charts.css', import.meta.url), new URL('measure-pages.css', import.meta.url)],
}
