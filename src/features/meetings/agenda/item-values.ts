import { createHash } from 'node:crypto'
import type { ItemFacts, ItemInWork } from '../work/meeting-in-work.ts'
import { opennessOf } from './openness.ts'
import { isFixed } from './timing-of-agenda.ts'

/** The fields of the form of an item, with the words by which a comparison names them. */
export const itemFieldNames = {
  title: 'Title',
  kind: 'Kind',
  presenter: 'Presenter',
  sponsor: 'Sponsor',
  note: 'Note under the title',
  subjects: 'Subjects',
  minutes: 'Minutes',
  from: 'From',
  to: 'Until',
  report: 'Report',
  author: 'Author',
  'draft-by': 'Draft by (agreed)',
  'to-follow': 'Report to follow',
  openness: 'Open, exempt or confidential',
  paragraph: 'Paragraph of Schedule 12A',
  'public-interest': 'Public interest test',
  'public-title': 'Title for the public',
  'decided-by': 'Decided by',
  'decided-on': 'Decided on',
  'review-on': 'Review on',
  'late-reason': 'Reason for urgency',
} as const

export type ItemField = keyof typeof itemFieldNames
/** What stands in each field. */
export type ItemValues = { readonly [Field in ItemField]: string }

/** An item as its form shows it. */
export function valuesOf(item: Pick<ItemInWork, 'facts' | 'author' | 'papers'>): ItemValues {
  const { facts } = item
  const fixed = isFixed(facts) ? facts.timing : undefined
  return {
    title: facts.title,
    kind: facts.kind ?? '',
    presenter: facts.presenter ?? '',
    sponsor: facts.sponsor ?? '',
    note: facts.note ?? '',
    subjects: (facts.subjects ?? []).join(', '),
    minutes: facts.minutes?.toString() ?? '',
    from: fixed?.from ?? '',
    to: fixed?.to ?? '',
    report: reportOf(item) === undefined ? 'no' : 'yes',
    author: item.author ?? '',
    'draft-by': facts.draftBy ?? '',
    'to-follow': facts.toFollow ? 'yes' : '',
    openness: opennessOf(facts),
    paragraph: facts.exempt?.paragraph.toString() ?? '',
    'public-interest': facts.exempt?.reason ?? '',
    'public-title': facts.withheld?.publicTitle ?? '',
    'decided-by': facts.withheld?.decidedBy ?? '',
    'decided-on': facts.withheld?.decidedOn ?? '',
    'review-on': facts.withheld?.reviewOn ?? '',
    'late-reason': facts.lateReason ?? '',
  }
}

/** A new item as its form begins. */
export function newItemValues(kind: string): ItemValues {
  const facts: ItemFacts = { title: '', toFollow: false, confidential: false }
  return { ...valuesOf({ facts, papers: [] }), kind, report: 'yes' }
}

/** The report that is read with the item, as against the public version of an exempt one. */
export function reportOf(item: Pick<ItemInWork, 'papers'>): ItemInWork['papers'][number] | undefined {
  return item.papers.find((paper) => paper.kind === 'report' && !paper.isPublicVersion)
}

/** Stands for what an item says, so that a form can tell whether somebody else changed it meanwhile. */
export function itemMark(item: Pick<ItemInWork, 'facts' | 'author' | 'papers'>): string {
  return createHash('sha256').update(JSON.stringify(valuesOf(item))).digest('hex').slice(0, 16)
}
