import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { IssuedPaper } from '../../publication/issued-meetings.ts'
import type { IssuedItem, IssuedPaperInAgenda } from '../../publication/prepare-issue.ts'
import { pagesInWords } from '../../pack/pack-pages.ts'
import { kindInWords, timingInWords } from '../../record/meeting-words.ts'
import type { OpenMeeting, OpenPack } from '../rights/open-reading.ts'
import { paperDocument, titleOf, type PaperSetting } from './paper-document.ts'

type ItemSetting = Omit<PaperSetting, 'itemTitle'>

/** Every paper that an item names for this reader, the withheld ones after the open ones. */
function papersNamed(item: IssuedItem): readonly (IssuedPaperInAgenda & { readonly isWithheld: boolean })[] {
  return [...item.papers.map((paper) => ({ ...paper, isWithheld: false })), ...item.withheld.map((paper) => ({ ...paper, isWithheld: true }))]
}

/** The items in their order, each with its papers in full. */
export function packItems(pack: OpenPack, setting: ItemSetting): Html {
  return html`${pack.meeting.items.map((item) => packItem(item, pack, setting))}`
}

function packItem(item: IssuedItem, pack: OpenPack, setting: ItemSetting): Html {
  const heading = html.raw(`h${setting.headingLevel - 1}`)
  const papers = papersNamed(item)
  return html`<section class="gt-read-item" id="item-${item.number}" aria-labelledby="item-${item.number}-title" tabindex="-1">
<${heading} class="govuk-heading-l" id="item-${item.number}-title">${item.number}. ${item.title}</${heading}>
${withholdingTags(item, pack)}
${itemFacts(item)}
${papers.map((named) => paperOf(named, item, pack, setting))}
${papers.length === 0 && html`<p class="govuk-body">${nothingToRead(item, pack)}</p>`}
</section>\n`
}

/** What the law says of the item, and whether this reader has its papers all the same. */
function withholdingTags(item: IssuedItem, { right }: Pick<OpenMeeting, 'right'>): Html {
  const isOwn = right.sees === 'everything' || (right.sees === 'own-items' && right.items.includes(item.number))
  const held = isOwn && item.withheld.length > 0 ? ' You may read its papers: they are not for publication.' : ''
  return html`${item.exempt && html`<p class="govuk-body">${statusTag(`Exempt: paragraph ${item.exempt.paragraph}`, 'withheld')} ${item.exempt.reason}${held}</p>`}
${item.confidential && html`<p class="govuk-body">${statusTag('Confidential', 'withheld')}${held}</p>`}
${state(item)}`
}

/** Withdrawn, late, or to follow. */
function state(item: IssuedItem): Html {
  return html`${item.withdrawn !== undefined && html`<p class="govuk-body">${statusTag('Withdrawn', 'caution')} ${item.withdrawn}</p>`}
${lateness(item)}
${item.toFollow && html`<p class="govuk-body">${statusTag('To follow', 'caution')}</p>`}`
}

/** The same beside a link, without the reasons. */
function shortState(item: IssuedItem): Html {
  return html`${item.withdrawn !== undefined && html` ${statusTag('Withdrawn', 'caution')}`}${item.toFollow && html` ${statusTag('To follow', 'caution')}`}`
}

function lateness({ lateReason }: IssuedItem): Html | undefined {
  return lateReason === undefined ? undefined : html`<p class="govuk-body">${statusTag('Late item', 'caution')} The chair’s reason for urgency: ${lateReason}</p>`
}

/** Kind, timing, presenter and note in a line or two. */
function itemFacts(item: IssuedItem): Html {
  const facts: Piece[] = [
    ...(item.kind === undefined ? [] : [kindInWords(item.kind)]),
    ...(item.timing === undefined ? [] : [timingInWords(item.timing)]),
    ...(item.presenter === undefined ? [] : [`presented by ${item.presenter}`]),
  ]
  return html`${facts.length > 0 && html`<p class="govuk-body-s gt-quiet">${facts.map((fact, index) => html`${index > 0 && ' · '}${fact}`)}</p>`}
${item.note !== undefined && html`<p class="govuk-body">${item.note}</p>`}`
}

function paperOf(named: IssuedPaperInAgenda & { readonly isWithheld: boolean }, item: IssuedItem, pack: OpenPack, setting: ItemSetting): Html {
  const paper = pack.papers.find((one) => one.id === named.id)
  if (paper !== undefined) return html`${named.isWithheld && html`<p class="gt-not-public">Not for publication</p>`}${paperDocument(paper, named.kind, { ...setting, itemTitle: item.title })}`
  return html`<p class="govuk-body">${titleOf(named, named.kind, item.title)}: ${whyNotHere(named)}</p>`
}

function whyNotHere(named: IssuedPaperInAgenda): string {
  if (named.withdrawn !== undefined) return `withdrawn. ${named.withdrawn}`
  return named.note ?? 'named in the agenda and not held here.'
}

function nothingToRead(item: IssuedItem, { right }: OpenPack): string {
  const isWithheld = (item.exempt !== undefined || item.confidential) && right.sees !== 'everything'
  if (isWithheld) return 'Its papers are for the members of the body and its officers.'
  return item.toFollow ? 'Its report is to follow.' : 'There is no paper for this item.'
}

/** The agenda as links, with the pages of each paper; where the papers stand on another page, `at`, with what is said of each item too. */
export function agendaLinks(pack: OpenMeeting, held: ReadonlySet<string>, at = ''): Html {
  return html`<ol class="govuk-list gt-read-contents">${pack.meeting.items.map(
    (item) => html`<li><span class="gt-read-contents__number">${item.number}.</span> ${link(`${at}#item-${item.number}`, item.title)}
${at === '' ? shortState(item) : html`${state(item)}${itemFacts(item)}`}
${papersNamed(item).length > 0 && html`<ul class="govuk-list">${papersNamed(item).map((named) => paperLink(named, item, held, at))}</ul>`}</li>`,
  )}</ol>`
}

function paperLink(named: IssuedPaperInAgenda & { readonly isWithheld: boolean }, item: IssuedItem, held: ReadonlySet<string>, at: string): Html {
  const title = titleOf(named, named.kind, item.title)
  const pages = named.pages === undefined ? undefined : html` <span class="gt-pages">page${named.pages.from === named.pages.to ? '' : 's'} ${pagesInWords(named.pages)}</span>`
  return html`<li>${held.has(named.id) ? link(`${at}#${named.id}`, title) : html`${title} <span class="gt-quiet">(${whyNotHere(named)})</span>`}${pages} ${named.isWithheld && statusTag('Not for publication', 'withheld')}</li>`
}

/** The papers that this reader can open. */
export function heldPapers(papers: readonly Pick<IssuedPaper, 'id'>[]): ReadonlySet<string> {
  return new Set(papers.map(({ id }) => id))
}
