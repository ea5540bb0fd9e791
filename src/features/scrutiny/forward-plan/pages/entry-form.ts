import type { Refusal } from '#core/outcome.ts'
import type { Body } from '#features/bodies'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { keyWords } from '../entry/words.ts'
import { formButtons } from './deed-page.ts'
import type { EntryValues } from './entry-values.ts'

interface EntryFormOptions {
  readonly action: string
  readonly token: CsrfToken
  readonly values: EntryValues
  /** The revision on which what is typed rests; 0 for a new entry. */
  readonly revision: number
  readonly refusal: Refusal | undefined
  readonly bodies: readonly Body[]
  /** What makes a decision key in this council, in words. */
  readonly thresholds: string
  /** Of an entry whose notice is published: what is said of that before it is changed. */
  readonly noticed?: string | undefined
  /** The entry that is changed; none while a new one is begun. */
  readonly entry?: Pick<PlanEntry, 'reference' | 'matter'> | undefined
}

/** The form of an entry of the forward plan. */
export function entryForm(options: EntryFormOptions): Html {
  return html`<form method="post" action="${options.action}" novalidate>${csrfInput(options.token)}<input type="hidden" name="revision" value="${options.revision}">
${options.noticed && html`<p class="govuk-body">${options.noticed}</p>`}${noticeChange(options)}
<h2 class="govuk-heading-m">The matter</h2>${matter(options)}
<h2 class="govuk-heading-m">Who decides, and when</h2>${maker(options)}
<h2 class="govuk-heading-m">Whether it is key</h2>${keyPart(options)}
<h2 class="govuk-heading-m">Documents</h2>${documents(options)}
<h2 class="govuk-heading-m">In private</h2>${inPrivate(options)}
<h2 class="govuk-heading-m">Who is concerned</h2>${concerned(options)}
${formButtons('Save', options.entry)}</form>`
}

function field({ values, refusal }: EntryFormOptions, name: string, label: string, hint?: string) {
  return { name, label: { text: label }, value: values[name] ?? '', error: faultFor(refusal, name), ...(hint === undefined ? {} : { hint: { text: hint } }) }
}

function day({ values, refusal }: EntryFormOptions, name: string, label: string, hint: string): Html {
  return dayInput({ name, label, hint, value: values[name] ?? '', error: faultFor(refusal, name) })
}

function choice(options: EntryFormOptions, name: string, legend: string, items: readonly (readonly [value: string, text: string])[]): Html {
  const { values, refusal } = options
  return radios({ name, classes: 'govuk-radios--small', fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }, value: values[name] ?? '', error: faultFor(refusal, name), items: items.map(([value, text]) => ({ value, text })) })
}

/** Asked where a change touches what was noticed, with what it brings in the words of the refusal. */
function noticeChange(options: EntryFormOptions): Html | undefined {
  const isAsked = ['change', 'change-reason'].some((name) => faultFor(options.refusal, name) !== undefined) || (options.values['change'] ?? '') !== ''
  if (!isAsked) return undefined
  return html`<h2 class="govuk-heading-m">The notice</h2>${choice(options, 'change', 'What this change is', [['new-notice', 'A new notice, published today'], ['words', 'A correction of words only: the same matter, and who decides is the same']])}
${textarea({ ...field(options, 'change-reason', 'Of a correction: what the slip was', 'It is published with the notice.'), rows: 2 })}`
}

function matter(options: EntryFormOptions): Html {
  return html`${input(field(options, 'matter', 'Matter to be decided'))}
${textarea({ ...field(options, 'about', 'What it is about (optional)', 'A sentence or two. The public reads everything on this page, so nothing that is exempt or confidential.'), rows: 3 })}`
}

function maker(options: EntryFormOptions): Html {
  const bodies = options.bodies.filter(({ kind }) => kind === 'cabinet' || kind === 'sub-group' || kind === 'council' || kind === 'health-and-wellbeing-board')
  return html`${choice(options, 'maker', 'Who decides', [['body', 'A body'], ['member', 'A member of the executive'], ['officer', 'An officer']])}
${select({ ...field(options, 'body', 'Of a body: which', 'Its members are taken from its record.'), items: [{ value: '', text: 'Choose a body' }, ...bodies.map(({ slug, name }) => ({ value: slug, text: name }))] })}
<div class="gt-beside">${input(field(options, 'maker-name', 'Of a member or officer: the name'))}${input(field(options, 'maker-title', 'Of a member or officer: the post'))}</div>
<div class="gt-beside">${day(options, 'from', 'Day of the decision', 'Or the first day of the period.')}${day(options, 'to', 'Last day of the period (optional)', 'Leave it out where the day is known.')}</div>`
}

function keyPart(options: EntryFormOptions): Html {
  const number = (name: string, label: string, isMoney: boolean) => input({ ...field(options, name, label), inputmode: 'numeric', classes: 'govuk-input--width-10', ...(isMoney ? { prefix: { text: '£' } } : {}) })
  return html`<p class="govuk-body">${options.thresholds}</p>
${choice(options, 'key', 'Is it a key decision?', Object.entries(keyWords) as [string, string][])}
<div class="gt-beside">${number('spend', 'Spending (optional)', true)}${number('saving', 'Saving (optional)', true)}${number('divisions', 'Electoral divisions (optional)', false)}</div>
${textarea({ ...field(options, 'key-reason', 'Why it is key, where no threshold says so (optional)'), rows: 2 })}`
}

function documents(options: EntryFormOptions): Html {
  return html`${textarea({ ...field(options, 'documents', 'Documents that go to the decision-maker', 'One to a line; “None” where there are none. Once a document is published, its address comes last on its line, such as /bodies/cabinet/2026-04-14/items/5.'), rows: 4 })}
${input(field(options, 'copies-from', 'Where copies are to be had', 'An address, subject to what may not be disclosed.'))}
${details({
  summary: 'Other documents',
  open: ['other-documents', 'procedure'].some((name) => faultFor(options.refusal, name) !== undefined),
  content: html`${textarea({ ...field(options, 'other-documents', 'That other documents may come'), rows: 2 })}${textarea({ ...field(options, 'procedure', 'How to ask for details of them'), rows: 2 })}`,
})}`
}

function inPrivate(options: EntryFormOptions): Html {
  return html`${choice(options, 'private', 'Is the public kept out of the meeting?', [['no', 'No'], ['part', 'From a part of it'], ['whole', 'From the whole of it']])}
${input({ ...field(options, 'paragraph', 'Paragraph of Schedule 12A (optional)', 'From 1 to 7; none where the information is confidential.'), inputmode: 'numeric', classes: 'govuk-input--width-2' })}
${textarea({ ...field(options, 'private-reason', 'Why', 'It stands in both notices. Say nothing that is itself exempt.'), rows: 2 })}`
}

function concerned(options: EntryFormOptions): Html {
  const scrutiny = options.bodies.filter(({ kind }) => kind.startsWith('scrutiny') || kind === 'health-overview-committee')
  return html`${textarea({ ...field(options, 'consultees', 'Who is consulted (optional)', 'One to a line: groups, not names.'), rows: 3 })}
${input(field(options, 'contact', 'Whom to ask (optional)', 'An office, with how to reach it.'))}
${input(field(options, 'lead-member', 'Lead member, by role (optional)'))}
${select({ ...field(options, 'scrutiny', 'Scrutiny body for this matter', 'Its chair is given notice where the time is short.'), items: [{ value: '', text: 'The scrutiny board' }, ...scrutiny.map(({ slug, name }) => ({ value: slug, text: name }))] })}
${checkboxes({ name: 'education', classes: 'govuk-checkboxes--small', values: [options.values['education'] ?? ''], items: [{ value: 'yes', text: 'It is an education matter', hint: { text: 'Co-opted members of scrutiny then have a say in it.' } }] })}
${input(field(options, 'subjects', 'Subjects (optional)', 'Address words that this matter has wherever it comes, such as redditch-library. Put commas between them.'))}`
}
