import type { PostedForm } from '#access/staff/posted-form.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Fault, type Outcome, type Refusal } from '#core/outcome.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { kindWords, resolution, resolutionKinds, type Resolution } from '../record/resolution.ts'
import { voteTyped } from './vote-fields.ts'

/** The datalist of bodies, once on a page. */
export function bodiesList(names: readonly string[]): Html {
  return html`<datalist id="bodies">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`
}

interface Shown {
  readonly typed: PostedForm
  readonly refusal?: Refusal | undefined
  /** Its item has a part for members alone. */
  readonly isWithheld: boolean
  /** Keeps ids apart where a page has several such forms: `3-`. */
  readonly prefix: string
}

/** What is typed of a resolution apart from its vote. */
export function resolutionFields({ typed, refusal, isWithheld, prefix }: Shown): Html {
  const field = (name: string) => ({ name: `${prefix}${name}`, value: typed.text(`${prefix}${name}`), error: faultFor(refusal, `${prefix}${name}`) })
  return html`${select({ ...field('kind'), label: { text: 'Kind' }, items: [{ text: 'Choose', value: '' }, ...resolutionKinds.map((kind) => ({ text: kindWords[kind], value: kind }))] })}
${textarea({ ...field('words'), label: { text: 'What was resolved' }, rows: 2, classes: 'gt-minute-text' })}
<div class="gt-resolution-asks">${input({ ...field('whom'), label: { text: 'To or from whom' }, hint: { text: 'A body, a role or an organisation, e.g. Director of Children’s Services; never a person’s name.' }, attributes: { list: 'bodies' }, autocomplete: 'off' })}
${dayInput({ ...field('due'), label: 'By when, if a day was set' })}</div>
${isWithheld && checkboxes({ name: `${prefix}withheld`, classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: 'For members only: not published', checked: typed.has(`${prefix}withheld`) }] })}`
}

/** The fields of a resolution as its form sends them. */
export function fieldsOfResolution({ kind, words, whom, due, withheld }: Partial<Resolution>, prefix: string): [string, string][] {
  const fields: [string, string][] = [['kind', kind ?? ''], ['words', words ?? ''], ['whom', whom?.name ?? ''], ['due', due ?? '']]
  return [...fields, ...(withheld === true ? ([['withheld', 'yes']] satisfies [string, string][]) : [])].map(([name, value]) => [`${prefix}${name}`, value])
}

/** A resolution as it was typed; refused with a fault at each field that cannot be used. */
export function resolutionTyped(form: PostedForm, prefix: string): Outcome<Resolution> {
  const text = (name: string) => form.text(`${prefix}${name}`)
  const [day, whom] = [text('due'), text('whom')]
  const due = parseTypedDay(day)
  const vote = voteTyped(form)
  const typed = {
    kind: text('kind'),
    words: text('words').replaceAll(/\r\n?/g, '\n'),
    ...(whom === '' ? {} : { whom: { name: whom } }),
    ...(due === undefined ? {} : { due }),
    withheld: form.has(`${prefix}withheld`),
    ...(vote === undefined ? {} : { vote }),
  }
  const read = resolution.safeParse(typed)
  const faults: Fault[] = [
    ...(day !== '' && due === undefined ? [{ field: `${prefix}due`, found: day, message: 'Give the day as 2026-04-14 or 14 April 2026' }] : []),
    ...(read.error?.issues.map(({ path, message }) => ({ field: `${path[0] === 'vote' ? '' : prefix}${String(path[0] === 'vote' ? (path[1] ?? 'for') : path[0])}`, message })) ?? []),
  ]
  return faults.length > 0 || !read.success ? refuse('invalid', '', faults) : ok(read.data)
}

/** A refusal of the verb with its faults at the fields of a form that has a prefix. */
export function atFields(refusal: Refusal, prefix: string): Refusal {
  return { ...refusal, faults: refusal.faults.map((fault) => (['kind', 'words', 'whom', 'due'].includes(fault.field ?? '') ? { ...fault, field: `${prefix}${fault.field}` } : fault)) }
}

/** The mark by which a form that is sent twice is known; undefined where it came from no page of ours. */
export function sendingOf(form: PostedForm): string | undefined {
  const mark = form.text('sending')
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(mark) ? mark : undefined
}
