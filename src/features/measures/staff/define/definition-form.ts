import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { countedPart } from './form-parts/counted-part.ts'
import type { PartOfForm } from './form-parts/fields.ts'
import { judgedPart } from './form-parts/judged-part.ts'
import { keptPart } from './form-parts/kept-part.ts'
import { versionPart } from './form-parts/version-part.ts'
import { whatPart } from './form-parts/what-part.ts'

interface DefinitionForm extends Pick<PartOfForm, 'typed' | 'choices' | 'last'> {
  readonly action: string
  readonly token: CsrfToken
  readonly refusal: Refusal | undefined
  /** Where whoever changes their mind goes back to. */
  readonly back: string
}

/** Everything by which a measure is defined; its targets, breaks and limits have forms of their own. */
export function definitionForm({ action, token, refusal, back, ...given }: DefinitionForm): Html {
  const part: PartOfForm = { ...given, field: (name) => ({ name, value: given.typed.text(name), error: faultFor(refusal, name) }) }
  const { last } = given
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}${last !== undefined && html`<input type="hidden" name="version" value="${last.version}">`}
${[whatPart, countedPart, judgedPart, keptPart].map((one) => one(part))}
${last !== undefined && versionPart(part, last)}
<div class="govuk-button-group">${button({ text: last === undefined ? 'Save the measure' : 'Save as a new version', preventDoubleClick: true })}${link(back, 'Cancel')}</div></form>`
}
