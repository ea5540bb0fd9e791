import { formatDate } from '#core/date-words.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { PublishedMinute, PublishedMinutes, PublishedResolution } from './published-minutes.ts'
import { kindInWords } from './resolution.ts'
import { sittingGroups } from './sitting-groups.ts'
import { voteInWords, type Vote } from './vote.ts'
import { withheldInWords } from './withheld-words.ts'

/** Where the facts of minutes that were not taken here come from, and what of them is invented; nothing of those that were. */
export function sourceHtml({ source }: Pick<PublishedMinutes, 'source'>): Html | undefined {
  return source === undefined ? undefined : html`<p class="govuk-body-s">Source: ${userText(source)}</p>`
}

/** Minutes as a reader sees them, below the heading of the page: who was there, then minute by minute. */
export function minutesHtml(record: PublishedMinutes): Html {
  return html`${sittingHtml(record)}${record.said.map((sentence) => html`<p class="govuk-body">${userText(sentence)}</p>`)}
<h2 class="govuk-heading-l">Minutes</h2>${record.minutes.map((minute) => minuteSection(minute, record))}`
}

function sittingHtml({ sitting }: PublishedMinutes): Html {
  return html`${sittingGroups(sitting).map(
    ({ heading, lines }) => html`<h2 class="govuk-heading-m">${heading}</h2>
${lines.length === 1 ? html`<p class="govuk-body">${userText(lines[0] ?? '')}</p>` : html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${userText(line)}</li>`)}</ul>`}`,
  )}`
}

function minuteSection(minute: PublishedMinute, { body, date }: PublishedMinutes): Html {
  return html`<section class="gt-minute" id="minute-${minute.number}" aria-labelledby="minute-${minute.number}-title">
<h3 class="govuk-heading-m" id="minute-${minute.number}-title"><span class="gt-minute__number">${minute.number}</span> ${userText(minute.title)}</h3>
<p class="govuk-body-s"><a class="govuk-link" href="/bodies/${body}/${date}/items/${minute.item}">Item ${minute.item} of the agenda<span class="govuk-visually-hidden">, ${minute.title}</span></a></p>
${minuteHtml(minute, 4)}</section>`
}

/** One minute without its heading. */
export function minuteHtml({ number, said, blocks, withheld, resolutions }: Pick<PublishedMinute, 'number' | 'said' | 'blocks' | 'withheld' | 'resolutions'>, headingLevel: number): Html {
  const text = blocks.length === 0 ? undefined : html`<div class="gt-document">${blocksToHtml(blocks, { headingLevel, fileAddress: () => '', idPrefix: `minute-${number}-` })}</div>`
  return html`${said.map((sentence) => html`<p class="govuk-body">${userText(sentence)}</p>`)}${text}${withheld !== undefined && insetText({ text: withheldInWords(withheld) })}${resolutionsHtml(resolutions)}`
}

/** What was resolved, by letters; nothing where nothing was. */
export function resolutionsHtml(resolutions: readonly PublishedResolution[]): Html | undefined {
  if (resolutions.length === 0) return undefined
  return html`<p class="govuk-body gt-resolved">Resolved:</p><ol class="govuk-list gt-resolutions">${resolutions.map((one) => resolutionItem(one))}</ol>`
}

function resolutionItem(one: PublishedResolution): Html {
  const facts = [kindInWords(one), ...(one.due === undefined ? [] : [`by ${formatDate(one.due)}`])].join(', ')
  return html`<li id="resolution-${one.id}"><span class="gt-resolutions__letter">${one.letter}) </span>${userText(one.words)} <span class="gt-resolutions__facts">${userText(facts)}</span>${one.vote !== undefined && voteHtml(one.vote, one.letter)}</li>`
}

/** The numbers of a vote and, one press away, how each member voted where it was taken by name. */
function voteHtml(taken: Vote, letter: string): Html {
  const { named = [] } = taken
  const table =
    named.length > 0 &&
    details({
      summary: html`How each member voted<span class="govuk-visually-hidden"> on ${letter}</span>`,
      content: dataTable({ caption: `Votes on ${letter}`, captionHidden: true, columns: [{ heading: 'Member' }, { heading: 'Vote' }], rows: named.map(({ member, voted }) => [userText(member), voted === 'abstained' ? 'Abstained' : voted === 'for' ? 'For' : 'Against']) }),
    })
  return html`<span class="gt-resolutions__facts">Vote: ${voteInWords(taken)}.</span>${table}`
}
