import { countOf } from '#core/count-in-words.ts'
import type { TextChange } from '#platform/documents/compared-texts.ts'
import { details } from '#platform/pages/components/details.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { printable } from '../publication/pack-of-meeting.ts'
import { changesBetween } from '../reading/changes/changes-between.ts'
import type { Changers } from './changers.ts'
import { isTimeAlone, type ChangedItem, type ChangedPaper, type Changes } from './changes-since.ts'
import { nothingChanged } from './decide-publication.ts'
import type { Proposal } from './to-publish.ts'

/** What would be published: of a first agenda how much it is, later how it differs from what stands. */
export function changesSection(proposal: Proposal): Html {
  return html`<h2 class="govuk-heading-m" id="changes">${proposal.isFirst ? 'What would be published' : 'What has changed'}</h2>
    ${proposal.isFirst ? wholeAgenda(proposal) : changesSinceStanding(proposal)}`
}

function wholeAgenda({ said, isOpen }: Proposal): Html {
  if (said === undefined) return html`<p class="govuk-body">Some papers cannot be read as they stand: see what stops publication.</p>`
  const { publication, issue } = said
  const withheld = issue.papers.filter((paper) => !paper.isPublic).length
  const items = countOf(issue.meeting.items.length, 'items')
  if (!isOpen) return html`<p class="govuk-body">An agenda of ${items} with ${countOf(issue.papers.length, 'papers')}, for members only. Of a private meeting the public reads only that it takes place.</p>`
  return html`<p class="govuk-body">An agenda of ${items} with ${countOf(publication.papers.length, 'papers')} for the public${withheld === 0 ? '' : ` and ${countOf(withheld, 'papers')} for members only`}.</p>`
}

function changesSinceStanding(proposal: Proposal): Html {
  const { changes, standing, kind, next, said, changers, staying } = proposal
  if (changes === undefined) return html`<p class="govuk-body">Some papers cannot be read as they stand: see what stops publication.</p>`
  const waiting = staying.map(({ published }) => html`Paper on item ${published.item}, ${userText(published.title)}, stays as it is in version ${standing?.version}: its change waits for another version.`)
  if (kind === undefined) return html`<p class="govuk-body">${nothingChanged(proposal)}, so there is nothing to publish.</p>${listOf(waiting)}`
  const lines = changeLines(changes, next.meeting.facts.status, { texts: differencesOf(standing, said), changers })
  return html`<p class="govuk-body">Since version ${standing?.version}. ${staying.length === 0 ? 'Everything that has changed goes out together' : 'This goes out together'}:</p>${listOf([...lines, ...waiting])}`
}

function listOf(lines: readonly Piece[]): Html | undefined {
  return lines.length === 0 ? undefined : html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

interface AboutChanges {
  /** By paper, how its text differs. */
  readonly texts: ReadonlyMap<string, readonly TextChange[]>
  /** By item and by paper, who changed it last. */
  readonly changers: Changers
}

/** The words that came and went, for the papers whose text is another. */
function differencesOf(standing: Proposal['standing'], said: Proposal['said']): AboutChanges['texts'] {
  if (standing === undefined || said === undefined) return new Map()
  const papers = said.issue.papers.map((paper) => ({ ...printable(paper), isPublic: paper.isPublic, position: 0, pictures: [] }))
  const { items } = changesBetween(standing, { meeting: said.issue.meeting, papers })
  return new Map(items.flatMap((item) => item.papers.flatMap(({ paper, text }) => (text === undefined ? [] : [[paper, text] as const]))))
}

function changeLines({ facts, state, items, papers }: Changes, status: string, about: AboutChanges): Piece[] {
  return [
    ...(state ? [`The state of the meeting is now “${status.replaceAll('-', ' ')}”.`] : []),
    ...(facts.length === 0 ? [] : [`Of the meeting: ${facts.join(', ')}.`]),
    ...items.map((item) => itemLine(item, about)),
    ...papers.map((paper) => paperLine(paper, about)),
  ]
}

const itemWords: Readonly<Record<ChangedItem['change'], string>> = { added: 'joins the agenda', changed: 'is changed', removed: 'is taken off the agenda', withdrawn: 'is withdrawn', released: 'is released to the public' }

function itemLine({ number, title, change, what }: ChangedItem, { changers }: AboutChanges): Html {
  if (change === 'changed' && isTimeAlone(what)) return html`Item ${number}, ${userText(title)}, has another time.`
  return html`Item ${number}, ${userText(title)}, ${itemWords[change]}${change === 'changed' ? `: ${what.join(', ')}` : ''}.${byWhom(changers.items.get(number))}`
}

const paperWords: Readonly<Record<ChangedPaper['change'], string>> = { added: 'is new', changed: 'is changed', removed: 'is taken out', withdrawn: 'is withdrawn', released: 'is released to the public' }

function paperLine({ id, item, title, change, isPublic }: ChangedPaper, { texts, changers }: AboutChanges): Html {
  const text = texts.get(id)
  const differences = text && details({ summary: html`What changed in the text<span class="govuk-visually-hidden"> of ${title}</span>`, content: differencesHtml(text) })
  return html`Paper on item ${item}, ${userText(title)}, ${paperWords[change]}${isPublic ? '' : ' (members only)'}.${byWhom(changers.papers.get(id))}${differences}`
}

function byWhom(name: string | undefined): Html | undefined {
  return name === undefined ? undefined : html` Changed last by ${userText(name)}.`
}
