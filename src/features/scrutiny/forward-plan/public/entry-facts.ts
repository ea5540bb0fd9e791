import { formatDate } from '#core/date-words.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { documentAddress, documentTitle } from '../entry/plan-document.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { expectedWords, keyWords, makerWords, privateWords } from '../entry/words.ts'

const notStated = 'Not in this record'

/** What an entry says, row by row; of the eight contents of a notice those that the record does not hold are named too. */
export function factsOfEntry(entry: PlanEntry, names: ReadonlyMap<string, string>): Html {
  const rows: (readonly [string, Piece | undefined])[] = [
    ['What it is about', entry.about && userText(entry.about)],
    ['Who decides', maker(entry)],
    ['When', expectedWords(entry.expected)],
    ['Kind', kind(entry)],
    ['In private', entry.private && html`${privateWords(entry.private)}: ${userText(entry.private.reason)}`],
    ['Documents', entry.documents.length === 0 ? notStated : documentList(entry)],
    ['Copies from', entry.copiesFrom === undefined ? notStated : userText(entry.copiesFrom)],
    ['Other documents', entry.otherDocuments === undefined ? notStated : userText(entry.otherDocuments)],
    ['How to ask for them', entry.procedure === undefined ? notStated : userText(entry.procedure)],
    ['Who is consulted', entry.consultees.length === 0 ? undefined : list(entry.consultees)],
    ['Whom to ask', entry.contact && userText(entry.contact)],
    ['Lead member', entry.leadMember && userText(entry.leadMember)],
    ['Scrutiny', entry.scrutiny && bodyLink(entry.scrutiny, names)],
    ['Referred to', entry.referrals.length === 0 ? undefined : referrals(entry, names)],
    ['Source', entry.source && userText(entry.source)],
  ]
  return summaryList({ rows: rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key, value }])) })
}

function maker({ decisionMaker }: PlanEntry): Piece {
  const { kind, members } = decisionMaker
  if (kind !== 'body') return userText(makerWords(decisionMaker))
  return html`${userText(makerWords(decisionMaker))}<br>${members.length === 0 ? 'Its members are not in this record.' : html`Members: ${userText(members.join(', '))}`}`
}

function kind(entry: PlanEntry): Piece {
  const { spend, saving, divisions } = entry.effects ?? {}
  const parts = [
    ...(spend === undefined ? [] : [`spending £${spend.toLocaleString('en-GB')}`]),
    ...(saving === undefined ? [] : [`saving £${saving.toLocaleString('en-GB')}`]),
    ...(divisions === undefined ? [] : [`${divisions} electoral division${divisions === 1 ? '' : 's'}`]),
  ]
  return html`${keyWords[entry.key]}${parts.length > 0 && `: ${parts.join(', ')}`}${entry.keyReason && html`<br>${userText(entry.keyReason)}`}`
}

function referrals(entry: PlanEntry, names: ReadonlyMap<string, string>): Html {
  const items = entry.referrals.map(({ body, meeting, reason }) => html`<li>${bodyLink(body, names)}${meeting === undefined ? ', for a meeting that is not planned yet' : html`, ${link(`/bodies/${body}/${meeting}`, `meeting of ${formatDate(meeting)}`)}`}: ${userText(reason)}</li>`)
  return html`<ul class="govuk-list">${items}</ul>`
}

function bodyLink(slug: string, names: ReadonlyMap<string, string>): Piece {
  const name = names.get(slug)
  return name === undefined ? slug : link(`/bodies/${slug}`, name)
}

/** The documents that go to whoever decides, each a link where anybody can read it. */
export function documentList({ documents }: Pick<PlanEntry, 'documents'>): Html {
  const items = documents.map((document) => {
    const [title, address] = [userText(documentTitle(document)), documentAddress(document)]
    return html`<li>${address === undefined ? title : link(address, title)}</li>`
  })
  return html`<ul class="govuk-list">${items}</ul>`
}

function list(lines: readonly string[]): Html {
  return html`<ul class="govuk-list">${lines.map((line) => html`<li>${userText(line)}</li>`)}</ul>`
}
