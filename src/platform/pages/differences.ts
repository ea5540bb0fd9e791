import type { TextChange, TextPart } from '#platform/documents/compared-texts.ts'
import { details } from './components/details.ts'
import { html, type Html } from './html.ts'

/** Unchanged paragraphs beside a change are shown for its sense; longer stretches are folded. */
const shownBeside = 1
const shortestFold = 3

/**
 * What changed between two versions of a text. Words that came and went are marked by element, by look and by hidden words, so that nobody needs to see
 * the colour; long unchanged stretches are folded and can be opened.
 */
export function differencesHtml(changes: readonly TextChange[]): Html {
  if (changes.every((change) => change.kind === 'same')) return html`<p class="govuk-body">The two versions are the same.</p>\n`
  return html`<div class="gt-differences">${stretches(changes).map((stretch, index, all) => stretchHtml(stretch, index === 0, index === all.length - 1))}</div>\n`
}

/** Runs of unchanged paragraphs and runs of changed ones, in turn. */
function stretches(changes: readonly TextChange[]): TextChange[][] {
  const runs: TextChange[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last !== undefined && (last[0]?.kind === 'same') === (change.kind === 'same')) last.push(change)
    else runs.push([change])
  }
  return runs
}

function stretchHtml(stretch: readonly TextChange[], isFirst: boolean, isLast: boolean): Html {
  const before = isFirst ? 0 : shownBeside
  const after = isLast ? 0 : shownBeside
  const folded = stretch.slice(before, stretch.length - after)
  if (stretch[0]?.kind !== 'same' || folded.length < shortestFold) return html`${stretch.map((change) => changeHtml(change))}`
  const fold = details({ summary: `${folded.length} paragraphs without a change`, content: html`${folded.map((change) => changeHtml(change))}` })
  return html`${stretch.slice(0, before).map((change) => changeHtml(change))}${fold}${stretch.slice(stretch.length - after).map((change) => changeHtml(change))}`
}

function changeHtml(change: TextChange): Html {
  return html`<p class="govuk-body gt-differences__paragraph gt-differences__paragraph--${change.kind}">${change.parts.map((part) => partHtml(part))}</p>\n`
}

function partHtml({ kind, text }: TextPart): Html {
  if (kind === 'same') return html`${text}`
  const [tag, word] = kind === 'added' ? (['ins', 'added'] as const) : (['del', 'removed'] as const)
  const element = html.raw(tag)
  return html`<${element} class="gt-${word}"><span class="govuk-visually-hidden">${word}: </span>${text}</${element}>`
}
