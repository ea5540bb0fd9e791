import { statusTag } from '#platform/pages/status-tag.ts'
import type { Html } from '#platform/pages/html.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { shownPoint } from '../../sheets/shown.ts'
import type { CommentaryKey, Deed, Edition } from '../model/commentary.ts'

/** The page of one commentary. */
export function commentaryAddress({ measure, period }: CommentaryKey): string {
  return `/staff/commentary/${measure}/${period}`
}

export const listCrumb = { text: 'Commentary', href: '/staff/commentary' }

/** Where a commentary stands. */
export function standingTag(edition: Pick<Edition, 'standing'> | undefined): Html {
  if (edition === undefined) return statusTag('Not begun', 'neutral')
  if (edition.standing.state === 'outlived') return statusTag('Signed before the figure changed', 'caution')
  return edition.standing.state === 'signed' ? statusTag('Signed', 'good') : statusTag('Draft', 'caution')
}

/** The figure of the period as it is written everywhere; of one that is given by parts alone, by which. */
export function figureShown(sheet: MeasureSheet): string {
  const point = pointOf(sheet)
  if (point !== undefined) return shownPoint(point, sheet.definition)
  const parts = sheet.definition.breakdowns.map(({ name }) => name.replaceAll('-', ' '))
  return parts.length === 0 ? '[x]' : `given by ${parts.join(' and ')}`
}

/** What was done when an edition was made. */
export const deedWords: Readonly<Record<Deed, string>> = { saved: 'Saved', signed: 'Signed', 'taken-back': 'Signature taken back', loaded: 'Loaded from a file' }
