import { differencesHtml } from '#platform/pages/differences.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { isUnchanged, type ItemChange, type MeetingChanges, type PaperChange } from './changes-between.ts'

const words: Readonly<Record<PaperChange['kind'], string>> = { new: 'new', withdrawn: 'withdrawn', changed: 'changed' }

/** What changed, item by item, with the words that came and went one press away; `at` is the page on which the papers stand. */
export function changesHtml(changes: MeetingChanges, at: string): Html {
  if (isUnchanged(changes)) return html`<p class="govuk-body">Nothing that you can read has changed.</p>`
  return html`${changes.facts.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${changes.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}
<ul class="govuk-list gt-changes">${changes.items.map((item) => itemHtml(item, at))}</ul>`
}

function itemHtml({ number, title, facts, papers }: ItemChange, at: string): Html {
  return html`<li><p class="govuk-body gt-changes__item">${number}. ${link(`${at}#item-${number}`, title)}</p>
${(facts.length > 0 || papers.length > 0) && html`<ul class="govuk-list govuk-list--bullet">${facts.map((fact) => html`<li>${fact}</li>`)}${papers.map((paper) => html`<li>${paperHtml(paper, at)}</li>`)}</ul>`}</li>`
}

function paperHtml({ paper, title, kind, reason, text }: PaperChange, at: string): Html {
  const name = kind === 'withdrawn' ? html`${title}` : link(`${at}#${paper}`, title)
  const differences = text && details({ summary: html`What changed in the text<span class="govuk-visually-hidden"> of ${title}</span>`, content: differencesHtml(text) })
  return html`${name}: ${words[kind]}${reason !== undefined && html`. ${reason}`}${differences}`
}

/** "items 4 and 7": which items changed, in a few words. */
export function itemsInWords(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'what is said of the meeting'
  if (numbers.length === 1) return `item ${numbers[0]}`
  return `items ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
