import type { Refusal } from '#core/outcome.ts'
import type { Answer } from '#platform/http/answers.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { listAddress, type AskedOfList } from './list-query.ts'

interface NumberedList<State extends string> {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly lead: string
  /** "questions": what the list is of. */
  readonly of: string
  readonly asked: AskedOfList<State>
  readonly refusal: Refusal | undefined
  readonly bodies: ReadonlyMap<string, string>
  readonly states: Readonly<Record<State, string>>
  readonly shown: Html
  /** The number below which the next page goes on; undefined at the end. */
  readonly next: number | undefined
}

/** A public list of numbered records, the newest first, narrowed by body and answer. What could not be understood of the filters is said above. */
export function numberedList<State extends string>({ path, title, description, of, asked, refusal, bodies, states, shown, next, ...words }: NumberedList<State>): Answer {
  const isNarrowed = asked.body !== undefined || asked.state !== undefined
  const items = (all: string, choices: Iterable<readonly [string, string]>) => [{ value: '', text: all }, ...Array.from(choices, ([value, text]) => ({ value, text }))]
  return {
    kind: 'page',
    title,
    description,
    crumbs: [{ text: 'Home', href: '/' }],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}${lead(words.lead)}
${filterForm({
  action: path,
  label: `Filter ${of}`,
  fields: [
    select({ name: 'body', label: { text: 'Body' }, items: items('All bodies', bodies), value: asked.body ?? '', error: faultFor(refusal, 'body') }),
    select({ name: 'state', label: { text: 'Answer' }, items: items('Answered or not', Object.entries<string>(states)), value: asked.state ?? '', error: faultFor(refusal, 'state') }),
  ],
  clear: isNarrowed || refusal !== undefined ? path : undefined,
})}
${shown}
${cursorPagination({
  label: `Pages of ${of}`,
  ...(asked.before === undefined ? {} : { previous: { href: listAddress(path, asked), label: 'Back to the first page' } }),
  ...(next === undefined ? {} : { next: { href: listAddress(path, asked, next), label: `Earlier ${of}` } }),
})}`,
  }
}
