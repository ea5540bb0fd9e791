import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { fileUpload } from '#platform/pages/components/file-upload.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'

/** A field as it was posted. */
export type Field = readonly [name: string, value: string]

/** A file that came with a form and could not be kept: where it was chosen, and its name. */
export interface LostFile {
  readonly field: string
  readonly name: string
}

interface CarriedForm {
  /** Where it was going. */
  readonly to: string
  readonly token: CsrfToken
  readonly fields: readonly Field[]
  readonly files: readonly LostFile[]
  readonly submit: string
}

/** What was typed in a form that was not taken, to be sent on with one press. Files must be chosen again: no page may choose one. */
export function carriedForm({ to, token, fields, files, submit }: CarriedForm): Html {
  const kept = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const enctype = files.length > 0 && html` enctype="multipart/form-data"`
  return html`<form method="post" action="${to}"${enctype} novalidate>${csrfInput(token)}${kept}${files.map(chooseAgain)}
${button({ text: submit, preventDoubleClick: true })}</form>
${typed(fields)}`
}

function chooseAgain({ field, name }: LostFile): Html {
  return fileUpload({ name: field, label: { text: html`Choose the file again: ${userText(name)}` }, hint: { text: 'A file cannot be kept by this page.' } })
}

/** To be looked at before it is sent. */
function typed(fields: readonly Field[]): Html | undefined {
  const filled = fields.filter(([, value]) => value.trim() !== '')
  if (filled.length === 0) return undefined
  const values = filled.map(([, value]) => html`<li>${userText(value)}</li>`)
  return details({ summary: 'See what you had typed', content: html`<ul class="govuk-list gt-typed">${values}</ul>` })
}

/** What was typed in a form that cannot be sent on, to be copied by hand. */
export function typedToCopy(fields: readonly Field[]): Html | undefined {
  const filled = fields.filter(([, value]) => value.trim() !== '')
  if (filled.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What was typed</h2>
<p class="govuk-body">Copy from here what you do not want to lose.</p>
${filled.map(([name, value], place) =>
  textarea({
    id: `typed-${place}`,
    name: `typed-${place}`,
    label: { text: `Field “${name}”` },
    value,
    rows: Math.min(12, 2 + Math.floor(value.length / 80)),
    attributes: { readonly: true },
  }),
)}`
}
