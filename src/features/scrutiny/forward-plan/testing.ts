import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { insertAccount } from '#access/accounts/account-store.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { rulesMigrations } from '#features/rules'
import { filesInMemory } from '../../meetings/testing.ts'
import { callInMigrations } from '../call-in/migration.ts'
import type { PlanEntry } from './entry/plan-entry.ts'
import { forwardPlan } from './forward-plan.ts'
import { planExporter, planImporter } from './import/import-plan.ts'
import type { TypedDecision } from './deeds/decide.ts'
import { turnEntry, type EntryTurn } from './deeds/turn-entry.ts'
import { entryInWork, type KeptEntry } from './store/keep-entry.ts'
import { publishedEntry, type PublishedEntry } from './store/published-plan.ts'

const seat = (person: string, capacity = 'voting') => `  - { seat: Member, organisation: County Council, capacity: ${capacity}, votes: all, person: ${person}, from: 2020-01-01 }\n`
const body = (slug: string, kind: string, members: string) => `slug: ${slug}\nname: The ${slug}\nkind: ${kind}\npurpose: Serves.\nmeets-in-public: true\nmembers:\n${members}`
const bodies = [body('cabinet', 'cabinet', seat('Cllr Leader', 'chair')), body('board', 'scrutiny-board', seat('Cllr Chair', 'chair') + seat('Cllr One'))].join('---\n')

/** The entry of a key decision with all that its notice needs, as a file gives it; `more` is added below. */
export function keyEntry(reference: string, more = '', expected = '2023-09-28'): string {
  return `reference: ${reference}
matter: The ${reference}
decision-maker: { kind: body, body: cabinet }
expected: { from: ${expected} }
key: key
key-reason: Two towns use it.
documents: [Report]
copies-from: County Hall
other-documents: Others may come.
procedure: Ask the clerk.
noticed: 2023-05-01
${more}`
}

/** The decision of an entry of 29 June 2023, as a file gives it. */
export const decidedInJune = 'decision: { on: 2023-06-29, by: Cabinet, outcome: Agreed, reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: 2023-06-30T10:00 }\n'

/** The text of a page or a feed, without its marks. */
export function plainWords(html: unknown): string {
  return String(html).replaceAll(/<!\[CDATA\[|\]\]>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** Why a deed was refused, with its faults by field; "done" where it was not. */
export function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ field, message }) => `${field}: ${message}`)].join(' ').trim()
}

/** A decision of a day as an officer types it. */
export function typedDecision(on: string, changes: Partial<TypedDecision> = {}): TypedDecision {
  return { on, outcome: 'Agreed.', reasons: 'Need.', alternatives: 'None.', conflicts: 'None', dispensations: 'None', differs: '', shortReason: '', exemptReason: '', exemptBy: '', ...changes }
}

/** What tests of the plan have at hand: a cabinet, a scrutiny board, and files that are loaded on a day at ten. */
export interface PlanDesk {
  readonly store: () => TestStore
  readonly app: (day?: string, typesetter?: Typesetter) => MeetingsApp
  readonly load: (text: string, day?: string) => ReturnType<typeof planImporter.load>
  /** Where a load was refused: "a.yaml 3 matter library". */
  readonly refusedAt: (text: string, day?: string) => Promise<string[]>
  readonly written: () => Promise<string>
  readonly turn: (reference: string, what: EntryTurn, day?: string) => Promise<Outcome<PlanEntry>>
  readonly kept: (reference: string) => Promise<KeptEntry | undefined>
  readonly published: (reference: string) => Promise<PublishedEntry | undefined>
  /** Opens a public page on the usual day. */
  readonly ask: (page: PublicPage['answer'], params?: Readonly<Record<string, string>>) => Promise<Answer>
  /** What it says, with its title; the kind of answer where it is no page and no text. */
  readonly words: (page: PublicPage['answer'], params?: Readonly<Record<string, string>>, read?: (html: string) => string) => Promise<string>
  /** Opens a staff page, or a section of "Your work", as somebody with no more than these verbs: what it says; the kind of refusal otherwise. */
  readonly asStaff: (page: Pick<StaffPage<MeetingsApp>, 'show'> | StaffSection<MeetingsApp>, verbs: readonly string[], options?: { readonly person?: PersonId; readonly reference?: string }) => Promise<string>
  /** Gives a member an account, linked to the name of their seat; called once of each. */
  readonly withAccount: (member: string) => Promise<PersonId>
  readonly letters: () => Promise<{ readonly recipient: string; readonly subject: string; readonly text: string }[]>
}

const usualDay = '2023-07-03'

/** Runs these tests on each kind of database. */
export function eachPlanDesk(declare: (desk: PlanDesk) => void): void {
  const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rulesMigrations, ...(forwardPlan.migrations ?? []), ...callInMigrations]
  eachDatabase(migrations, (store) => {
    const files = openContentStore(mkdtempSync(join(tmpdir(), 'golden-thread-plan-')))
    const app = (day = usualDay, typesetter = typeset): MeetingsApp => ({
      context: () => testContext(store().database, { today: date(day) }),
      files,
      typeset: typesetter,
      now: () => new Date(`${day}T09:00:00Z`),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const load = (text: string, day = usualDay) => planImporter.load([filesInMemory({ 'a.yaml': text })], app(day), () => undefined)
    const refusedAt = async (text: string, day = usualDay) => {
      const loaded = await load(text, day)
      return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)
    }
    const written = async () => {
      const all = await planExporter.write(app())
      return all.ok ? String(all.value[0]?.body) : assert.fail()
    }
    const turn = (reference: string, what: EntryTurn, day = usualDay) => turnEntry(app(day).context(), app(day), { reference }, 'forward-plan.edit', what)
    const kept = (reference: string) => store().database.read('operator:test', (reader) => entryInWork(reader, reference))
    const published = (reference: string) => store().database.readPublished((reader) => publishedEntry(reader, reference))
    const ask: PlanDesk['ask'] = (page, params = {}) =>
      store().database.readPublished((read) => page({ read, params, path: '', query: new URLSearchParams(), origin: 'http://localhost', today: date(usualDay), file: (checksum) => app().files.get(checksum) } satisfies PublicRequest))
    const words: PlanDesk['words'] = async (page, params, read = plainWords) => {
      const answer = await ask(page, params)
      if (answer.kind === 'page') return read(`${answer.title} ${String(answer.body)}`)
      return answer.kind === 'file' && typeof answer.body === 'string' ? plainWords(answer.body) : answer.kind
    }
    const asStaff: PlanDesk['asStaff'] = async (page, verbs, { person = randomUUID() as PersonId, reference = '' } = {}) => {
      const actor = { kind: 'person', account: person as unknown as AccountId, person, name: 'Somebody', roles: ['chair'] } as const
      const context = testContext(store().database, { today: date(usualDay), actor, may: (_actor, verb) => verbs.includes(verb) })
      const request = { context, session: { formToken: { field: 'token', value: 't' } }, path: '/staff', params: { reference }, query: new URLSearchParams(), form: postedForm([]), today: date(usualDay), origin: 'http://localhost' } as unknown as StaffRequest
      if (typeof page === 'function') return plainWords((await page(request, app())) ?? '')
      const answer = await page.show?.(request, app())
      return answer?.kind === 'page' ? plainWords(`${answer.title} ${String(answer.body)}`) : answer?.kind === 'refused' ? answer.refusal.kind : 'nothing'
    }
    const withAccount: PlanDesk['withAccount'] = async (member) => {
      const person = randomUUID() as PersonId
      await store().database.write('operator:test', async (tx) => {
        await insertAccount(tx, { id: person as unknown as AccountId, person, name: `Account of ${member}`, email: `${member.toLowerCase().replaceAll(' ', '.')}@county.test`, password: null, roles: ['councillor'], from: date('2020-01-01') }, app().now())
        await tx.tables<{ 'work.member_accounts': { member: string; person: string } }>().insertInto('work.member_accounts').values({ member, person }).execute()
      })
      return person
    }
    const letters: PlanDesk['letters'] = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').select(['recipient', 'subject', 'text']).execute())
    before(async () => {
      const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
    })
    declare({ store, app, load, refusedAt, written, turn, kept, published, ask, words, asStaff, withAccount, letters })
  })
}
