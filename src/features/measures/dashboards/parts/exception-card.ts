import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { commentaryPart } from '../../glance/commentary-part.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { trend } from '../../glance/trend.ts'
import { measureAddress, type Release, type ReleaseEntry } from '../../releases/release.ts'
import { askedAbout } from '../view/asked-about.ts'
import { exceptionId } from './anchors.ts'
import { askedList } from './asked-list.ts'
import { noteLine } from './note-line.ts'

/** What needs looking at first: the figure and its judgement, what its owner says of it, and what was asked last time. */
export function exceptionCard(entry: ReleaseEntry, asked: Release['asked']): Html {
  const { sheet, exception } = entry
  const { judgement, definition } = sheet
  const state = { new: statusTag('New', 'coming'), continuing: statusTag('Continuing', 'neutral'), closed: statusTag('No longer an exception', 'good'), none: undefined }[exception]
  return html`<article class="gt-exception" id="${exceptionId(entry)}" aria-labelledby="${exceptionId(entry)}-name">
<h3 class="govuk-heading-s gt-exception__name" id="${exceptionId(entry)}-name"><a class="govuk-link" href="${measureAddress(entry.measure)}">${userText(definition.name)}</a></h3>
<p class="govuk-body gt-exception__tags">${ragTag(judgement.rag)} ${state}</p>
<div class="gt-exception__parts"><div><p class="govuk-body">${userText(judgement.sentence)}</p>
<p class="govuk-body-s gt-quiet">${userText(judgement.derivation)}</p>${noteLine(sheet)}</div><div class="gt-exception__trend">${trend(sheet, `exception-${entry.measure}`)}</div></div>
${commentaryPart(entry)}${askedSection(askedAbout(entry, asked))}</article>`
}

function askedSection(asked: Release['asked']): Html | undefined {
  if (asked.length === 0) return undefined
  return html`<p class="govuk-body gt-exception__asked-title">Asked about it, and still open</p>${askedList(asked)}`
}
