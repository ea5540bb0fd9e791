import { countOf } from '#core/count-in-words.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { ChangedItem, ChangedPaper, Changes } from './changes-since.ts'
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

function changesSinceStanding({ changes, standing, kind, next }: Proposal): Html {
  if (changes === undefined) return html`<p class="govuk-body">Some papers cannot be read as they stand: see what stops publication.</p>`
  if (kind === undefined) return html`<p class="govuk-body">Nothing has changed since version ${standing?.version}, so there is nothing to publish.</p>`
  return html`<p class="govuk-body">Since version ${standing?.version}:</p>
    <ul class="govuk-list govuk-list--bullet">${changeLines(changes, next.meeting.facts.status).map((line) => html`<li>${line}</li>`)}</ul>`
}

function changeLines({ facts, state, items, papers }: Changes, status: string): Piece[] {
  return [
    ...(state ? [`The state of the meeting is now “${status.replaceAll('-', ' ')}”.`] : []),
    ...(facts.length === 0 ? [] : [`Of the meeting: ${facts.join(', ')}.`]),
    ...items.map(itemLine),
    ...papers.map(paperLine),
  ]
}

const itemWords: Readonly<Record<ChangedItem['change'], string>> = { added: 'joins the agenda', changed: 'is changed', removed: 'is taken off the agenda', withdrawn: 'is withdrawn', released: 'is released to the public' }

function itemLine({ number, title, change, what }: ChangedItem): Html {
  return html`Item ${number}, ${userText(title)}, ${itemWords[change]}${change === 'changed' ? `: ${what.join(', ')}` : ''}.`
}

const paperWords: Readonly<Record<ChangedPaper['change'], string>> = { added: 'is new', changed: 'is changed', removed: 'is taken out', withdrawn: 'is withdrawn', released: 'is released to the public' }

function paperLine({ item, title, change, isPublic }: ChangedPaper): Html {
  return html`Paper on item ${item}, ${userText(title)}, ${paperWords[change]}${isPublic ? '' : ' (members only)'}.`
}
