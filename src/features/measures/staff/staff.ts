import type { MeasuresRoom } from '../measures-room.ts'
import { measuresPath } from './addresses.ts'
import { definePage } from './define/define-page.ts'
import { changeDefinitionPage, newMeasurePage } from './define/definition-pages.ts'
import { figurePage } from './figure-page.ts'
import { listPage } from './list-page.ts'
import { loadKeptPage } from './load/kept-page.ts'
import { loadPage } from './load/load-page.ts'
import { measurePage } from './measure-page.ts'

/** Measures and figures in the work. */
export const staff: MeasuresRoom = {
  staffPages: [listPage, newMeasurePage, loadPage, loadKeptPage, measurePage, changeDefinitionPage, figurePage, definePage],
  navigation: [
    {
      text: 'Measures',
      href: measuresPath,
      verb: 'measures.see',
      about: 'Measures: what is measured, the figures in the work, what is late, and the history of each',
      dailyFor: ['analyst', 'director', 'officer', 'auditor', 'partnership'],
    },
  ],
}
