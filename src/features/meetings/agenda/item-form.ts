import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { KnownPerson } from '#access/people.ts'
import { nameWithRoles } from '#access/role-words.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { ItemField, ItemValues } from './item-values.ts'
import { opennessFields } from './openness-fields.ts'

interface ItemFormOptions {
  readonly action: string
  readonly token: CsrfToken
  readonly values: ItemValues
  readonly refusal: Refusal | undefined
  /** Who may be chosen as author. */
  readonly authors: readonly KnownPerson[]
  /** Of the item as it was when the form was opened; none for a new one. */
  readonly basedOn?: string
  /** Of a new item: by it a form that is sent twice adds the item once. */
  readonly sending?: string
  /** The chair must say why the item is urgent. */
  readonly asksLateReason: boolean
  readonly cancel: string
  /** What it is for was said by the button that led here, so that it is not asked again. */
  readonly isKindChosen: boolean
  /** Of an item that is published as withheld: where it is released. */
  readonly releaseAddress?: string
  /** By when drafts are due, as counted back from the meeting. */
  readonly countedDraft?: LocalDate
}

/** The form of an item: what it is, who brings it, how long it takes, whether it has a report, and whether the public may read it. */
export function itemForm(options: ItemFormOptions): Html {
  return html`<form method="post" action="${options.action}" novalidate>${csrfInput(options.token)}${options.sending === undefined ? undefined : html`<input type="hidden" name="sending" value="${options.sending}">`}
${options.basedOn !== undefined && html`<input type="hidden" name="based-on" value="${options.basedOn}">`}
${options.asksLateReason && lateReason(options)}${whatItIs(options)}${time(options)}${report(options)}${opennessFields(options)}
<div class="govuk-button-group">${button({ text: 'Save the item', preventDoubleClick: true })}<a class="govuk-link" href="${options.cancel}">Cancel</a></div></form>`
}

function field({ values, refusal }: ItemFormOptions, name: ItemField, label: string, hint?: string) {
  return { name, label: { text: label }, value: values[name], error: faultFor(refusal, name), ...(hint === undefined ? {} : { hint: { text: hint } }) }
}

function lateReason(options: ItemFormOptions): Html {
  const hint = 'The agenda is published and fewer than five clear working days remain, so the item may be taken only where the chair says by what special circumstances it is urgent (Local Government Act 1972 s100B(4)). The public reads this, and the minutes state it.'
  return textarea({ ...field(options, 'late-reason', 'The chair’s reason for urgency', hint), rows: 3 })
}

function whatItIs(options: ItemFormOptions): Html {
  return html`${textarea({ ...field(options, 'title', 'Title', 'As the agenda prints it.'), rows: 2 })}
${options.isKindChosen ? kindChosen(options.values.kind) : kindAsked(options)}
${input(field(options, 'presenter', 'Presenter', 'A role, not a name: “Director of Education”.'))}
${input(field(options, 'sponsor', 'Sponsor (optional)', 'The role that brings it: “Cabinet Member for Children and Families”.'))}
${textarea({ ...field(options, 'note', 'Note under the title (optional)', 'A sentence or two that the agenda prints.'), rows: 2 })}
${input(field(options, 'subjects', 'Subjects (optional)', 'The matters it is about, with commas between: “send, school transport”. Under the same words the record finds when a matter came before, and work programmes know it again.'))}`
}

function kindChosen(kind: string): Html {
  return html`<p class="govuk-body">It is for ${kind}.</p><input type="hidden" name="kind" value="${kind}">`
}

function kindAsked(options: ItemFormOptions): Html {
  return radios({
  name: 'kind',
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: 'What it is for', classes: 'govuk-fieldset__legend--s' } },
  value: options.values.kind,
  error: faultFor(options.refusal, 'kind'),
  items: [
    { value: 'decision', text: 'Decision' },
    { value: 'consideration', text: 'Consideration' },
    { value: 'information', text: 'Information' },
    { value: '', text: 'Not said', checked: options.values.kind === '' },
  ],
  })
}

function time(options: ItemFormOptions): Html {
  return fieldset({
    legend: { text: 'Time', classes: 'govuk-fieldset__legend--m' },
    content: html`${input({ ...field(options, 'minutes', 'Minutes', 'Its times then follow from the items before it, and move with them.'), inputmode: 'numeric', classes: 'govuk-input--width-3' })}
<p class="govuk-body">Or fixed times, where it cannot begin when its turn comes:</p>
<div class="gt-beside">${timeInput({ name: 'from', label: 'From', value: options.values.from, error: faultFor(options.refusal, 'from') })}
${timeInput({ name: 'to', label: 'Until', value: options.values.to, error: faultFor(options.refusal, 'to') })}</div>`,
  })
}

/** Agreed with the author, where the day that is counted back from the meeting cannot be kept. */
function draftHint({ countedDraft }: ItemFormOptions): string {
  const counted = countedDraft === undefined ? '' : ` Left empty, it is ${formatDay(countedDraft)}, as counted back from the meeting.`
  return `A day that was agreed with the author; the report is late after it.${counted}`
}

function report(options: ItemFormOptions): Html {
  const { values, authors } = options
  const isGone = values.author !== '' && !authors.some(({ person }) => person === values.author)
  const people = [{ value: '', text: 'Nobody yet' }, ...authors.map((author) => ({ value: author.person, text: nameWithRoles(author) })), ...(isGone ? [{ value: values.author, text: 'The author until now' }] : [])]
  return fieldset({
    legend: { text: 'Report', classes: 'govuk-fieldset__legend--m' },
    content: html`${radios({
      name: 'report',
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: 'Does it need a report?', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'A report is begun in the frame of this body. One in which nobody has written goes away when you choose “No”.' },
      value: values.report === '' ? 'no' : values.report,
      error: faultFor(options.refusal, 'report'),
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    })}
${select({ ...field(options, 'author', 'Author', 'Whoever writes the report, and is reminded when it is late.'), items: people })}
${dayInput({ name: 'draft-by', label: 'Draft by (agreed)', hint: draftHint(options), value: values['draft-by'], error: faultFor(options.refusal, 'draft-by') })}
${checkboxes({
  name: 'to-follow',
  values: values['to-follow'] === 'yes' ? ['yes'] : [],
  items: [{ value: 'yes', text: 'The report is to follow', hint: { text: 'The agenda may be published without it; it then comes in a supplement.' } }],
})}`,
  })
}
