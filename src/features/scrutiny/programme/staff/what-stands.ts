import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'

/** What somebody else saved meanwhile, field by field, where it is not what was typed. */
export function whatStands<Field extends string>(names: Readonly<Record<Field, string>>, stands: Readonly<Record<Field, string>>, typed: Readonly<Record<Field, string>>): Html {
  const different = (Object.keys(names) as Field[]).filter((name) => stands[name] !== typed[name])
  if (different.length === 0) return insetText({ text: 'What stands now is what you typed: there is nothing more to save.' })
  return html`<h2 class="govuk-heading-m">What stands now, where it differs from what you typed</h2>${summaryList({ rows: different.map((name) => ({ key: names[name], value: stands[name] === '' ? 'Nothing' : userText(stands[name]) })) })}
<p class="govuk-body">Below is what you typed. Saving puts it in place of what stands now.</p>`
}
