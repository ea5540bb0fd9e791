import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { Definition } from '../definitions/definition.ts'
import type { Definer } from './read-definers.ts'
import { versionChanges } from './version-changes.ts'

/** Every version of the definition, the newest first, with what changed and why, and who added it. */
export function versionsSection(versions: readonly Definition[], definers: ReadonlyMap<number, Definer>): Html {
  const newest = versions.map((version, place) => ({ version, before: versions[place - 1] })).toReversed()
  return html`<h2 class="govuk-heading-m" id="versions">Versions of the definition</h2>
<ol class="govuk-list" reversed>${newest.map(({ version, before }) => html`<li><h3 class="govuk-heading-s">Version ${version.version}${version.effectiveFrom === undefined ? '' : `, from ${formatDate(version.effectiveFrom)}`}</h3>
${before === undefined ? html`<p class="govuk-body">The first version. It holds from the beginning.</p>` : changed(before, version)}${cameFrom(definers.get(version.version))}</li>`)}</ol>`
}

function changed(before: Definition, version: Definition): Html {
  return html`<p class="govuk-body">${userText(version.changed ?? '')}</p><ul class="govuk-list govuk-list--bullet">${versionChanges(before, version).map(({ field, was, is }) => html`<li>${field}: ${userText(is)} (before: ${userText(was)})</li>`)}</ul>`
}

function cameFrom(definer: Definer | undefined): Html {
  return html`<p class="govuk-body gt-quiet">${definer === undefined ? 'It came with a file.' : html`Added by ${userText(definer.name)}, ${formatDate(definer.on)}.`}</p>`
}
