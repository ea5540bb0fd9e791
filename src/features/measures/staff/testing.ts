import assert from 'node:assert/strict'
import { testContext } from '#access/testing.ts'
import { postedForm, type UploadedFile } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { TestStore } from '#platform/database/testing.ts'

interface Asking {
  readonly params?: Record<string, string>
  readonly query?: string
  /** Fields; a list is sent as a field of that name each. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly files?: Readonly<Record<string, UploadedFile>>
  /** What the reader may do; everything unless said. */
  readonly verbs?: readonly string[]
}

/** Makes requests of a page behind the sign-in, on 7 July 2023 at nine. */
export function staffRequests(store: () => TestStore): (asking?: Asking) => StaffRequest {
  return ({ params = {}, query = '', form = {}, files = {}, verbs } = {}) => {
    const fields = Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const)))
    return {
      context: testContext(store().database, { today: date('2023-07-07'), ...(verbs === undefined ? {} : { may: (_actor: unknown, verb: string) => verbs.includes(verb) }) }),
      session: { formToken: { field: 'token', value: 't' } }, path: '/', params, query: new URLSearchParams(query), form: postedForm(fields, new Map(Object.entries(files))),
      today: date('2023-07-07'), now: new Date('2023-07-07T09:00:00Z'), origin: 'http://localhost',
    } as unknown as StaffRequest
  }
}

export function pageOf(answer: StaffAnswer | undefined) {
  return answer?.kind === 'page' ? answer : assert.fail(JSON.stringify(answer))
}

/** What a page says, in one line. */
export function wordsOf(answer: StaffAnswer | undefined): string {
  return pageOf(answer).body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
