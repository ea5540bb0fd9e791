import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import type { AgendaItem, PaperInAgenda } from '../record/meeting.ts'
import { fileKindInWords } from '../record/file-words.ts'
import { kindInWords, pagesInWords, placesInWords, timingInWords } from '../record/meeting-words.ts'
import type { MeetingVersion } from '../publication/published-meetings.ts'
import type { ChangedIn } from './changed-in.ts'

/** What is said of items besides what the agenda says. */
interface BesideAgenda {
  /** The way to ask to speak, where one may. */
  readonly ask?: Html | undefined
  /** What the version, where it is not the first, changed. */
  readonly changed?: ChangedIn | undefined
}

/** The agenda as a list of items in order; `address` is the meeting's own, or that of one of its versions. */
export function agendaSection({ meeting }: Pick<MeetingVersion, 'meeting'>, address: string, beside: BesideAgenda = {}): Html | undefined {
  if (meeting.items.length === 0 && meeting.status === 'cancelled') return undefined
  if (meeting.items.length === 0) {
    return html`<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
      <p class="govuk-body">${meeting.privateDevelopment || !meeting.public ? 'The agenda of this meeting is not public.' : 'No agenda is published for this meeting yet.'}</p>`
  }
  const anyExempt = meeting.items.some((item) => item.exempt !== undefined || item.confidential)
  return html`<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
    ${anyExempt ? insetText({ text: 'Some items are named here and their papers, or parts of them, are not shown, because the law allows or requires them to be kept private.' }) : undefined}
    <ol class="gt-agenda">
      ${meeting.items.map((item) => agendaEntry(item, address, beside))}
    </ol>`
}

function agendaEntry(item: AgendaItem, address: string, { ask, changed }: BesideAgenda): Html {
  const facts = [
    item.timing === undefined ? undefined : timingInWords(item.timing),
    capitalised(placesInWords(item)),
    item.kind === undefined ? undefined : kindInWords(item.kind),
  ].filter((fact) => fact !== undefined)
  return html`<li class="gt-agenda__item" id="item-${item.number}" value="${item.number}">
    <h3 class="govuk-heading-s gt-agenda__title"><span class="gt-agenda__number">${item.number}.</span> <a class="govuk-link" href="${address}/items/${item.number}">${item.title}</a> ${itemTags(item)} ${turnTag(item, changed)}</h3>
    ${facts.length === 0 ? undefined : html`<p class="govuk-body-s gt-agenda__facts">${facts.map((fact, index) => html`${index === 0 ? '' : ' · '}${fact}`)}</p>`}
    ${item.presenter === undefined ? undefined : html`<p class="govuk-body-s gt-agenda__facts">Presented by ${item.presenter}</p>`}
    ${item.lateReason === undefined ? undefined : html`<p class="govuk-body-s">Added late. The chair’s reason for urgency: ${item.lateReason}</p>`}
    ${item.carriedFrom === undefined ? undefined : html`<p class="govuk-body-s">Carried over from the meeting of ${formatDate(item.carriedFrom)}, which was adjourned</p>`}
    ${item.withdrawn === undefined ? undefined : html`<p class="govuk-body-s">Withdrawn: ${item.withdrawn}</p>`}
    ${item.note === undefined ? undefined : html`<p class="govuk-body-s">${item.note}</p>`}
    ${item.standing === 'public-participation' ? ask : undefined}
    ${item.papers.length === 0 ? undefined : html`<ul class="govuk-list gt-agenda__papers">${item.papers.map((paper) => html`<li>${paperLine(paper, `${address}/items/${item.number}`)}</li>`)}</ul>`}
  </li>`
}

/** Another time alone is no change of what there is to read. */
function turnTag({ number }: AgendaItem, changed: ChangedIn | undefined): Html | undefined {
  switch (changed?.items.get(number)) {
    case 'new':
      return statusTag(`New in version ${changed?.version}`, 'caution')
    case 'changed':
      return statusTag(`Changed in version ${changed?.version}`, 'caution')
    case 'time':
      return statusTag('Time changed', 'neutral')
    case undefined:
      return undefined
  }
}

/** "To follow", exempt with its paragraph, confidential, withdrawn. */
export function itemTags(item: AgendaItem): Html {
  if (item.withdrawn !== undefined) return statusTag('Withdrawn', 'bad')
  return html`${item.lateReason === undefined ? undefined : statusTag('Late item', 'caution')} ${item.toFollow ? statusTag('To follow', 'caution') : undefined}
    ${item.exempt === undefined ? undefined : statusTag(`Exempt: paragraph ${item.exempt.paragraph}`, 'withheld')} ${item.confidential ? statusTag('Confidential', 'withheld') : undefined}`
}

/** A paper as a link to its place on the item's page, with its pages in the pack. */
function paperLine(paper: PaperInAgenda, itemAddress: string): Html {
  const pages = pagesInWords(paper.pages)
  const label = paper.kind === 'report' ? `Report: ${paper.title}` : appendixTitle(paper.title)
  if (paper.withdrawn !== undefined) return html`${label} ${statusTag('Withdrawn', 'bad')} <span class="govuk-hint gt-inline">${paper.withdrawn}</span>`
  if (!paper.held) return html`${label} <span class="govuk-hint gt-inline">(${paper.note ?? 'not held here'})</span>`
  return html`<a class="govuk-link" href="${itemAddress}#${paper.id}">${label}</a>${pages === undefined ? undefined : html` <span class="gt-pages">${pages}${paper.supplement === undefined ? '' : ` of supplement ${paper.supplement}`}</span>`}${paper.file === undefined ? undefined : html` <span class="gt-pages">with ${fileKindInWords(paper.file.mediaType)}</span>`}`
}

/** Most appendices are titled "Appendix 1 …"; the others are told apart from reports. */
export function appendixTitle(title: string): string {
  return /^appendix\b/i.test(title) ? title : `Appendix: ${title}`
}

function capitalised(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1)
}
