import { parseTypedDay } from '#core/typed-day.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { faultsOfInterest } from './impossible.ts'
import { interestSchema, type Interest } from './interest.ts'

/** The fields of an interest, as they are typed. */
const typedFields = ['kind', 'of', 'words', 'subjects', 'home', 'address', 'from', 'to', 'told-on', 'disclosed-on', 'sensitive', 'reason'] as const
export type TypedField = (typeof typedFields)[number]
export type TypedInterest = Readonly<Record<TypedField, string>>

export function typedInterest(form: PostedForm): TypedInterest {
  return Object.fromEntries(typedFields.map((field) => [field, form.text(field)])) as unknown as TypedInterest
}

/** What a form alone does not say of an interest. */
interface Beside {
  readonly ref: string
  readonly toldOn: LocalDate
  readonly registeredOn?: LocalDate | undefined
  /** What was decided about its details; left out where the form’s own box asks for it. */
  readonly sensitive?: Interest['sensitive']
}

/** Reads an interest from its form; refused with a sentence at each field. */
export function readInterestForm(typed: TypedInterest, beside: Beside, today: LocalDate): Outcome<Interest> {
  const days = { from: typedDay(typed.from), to: typedDay(typed.to), disclosedOn: typedDay(typed['disclosed-on']) }
  const isHome = typed.home === 'yes'
  const { ref, toldOn, registeredOn } = beside
  const sensitive = beside.sensitive ?? (typed.sensitive === 'yes' ? { reason: typed.reason, state: 'asked' as const } : undefined)
  const read = interestSchema.safeParse({
    ref,
    kind: typed.kind,
    of: typed.of,
    words: isHome && typed.words === '' ? 'A home' : typed.words,
    subjects: typed.subjects.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    ...(isHome ? { home: { address: typed.address } } : {}),
    from: days.from ?? '',
    ...(days.to === undefined ? {} : { to: days.to }),
    toldOn,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(days.disclosedOn === undefined ? {} : { disclosedOn: days.disclosedOn }),
    ...(sensitive === undefined ? {} : { sensitive }),
  })
  const unread = unreadWords(typed, { isHome, isSensitive: sensitive !== undefined })
  if (!read.success) return refuse('invalid', '', onePerField([...read.error.issues.map(({ path, message }) => ({ field: fieldOf(path), message: ownWords[fieldOf(path)] ?? message })), ...unread]))
  const faults = [...faultsOfInterest(read.data, today).map((fault) => ({ ...fault, field: fieldOf([fault.field ?? '']) })), ...unread]
  return faults.length === 0 ? ok(read.data) : refuse('invalid', '', faults)
}

/** Words in a field that counts only with its box: they would be lost without a word. */
function unreadWords({ address, reason }: TypedInterest, { isHome, isSensitive }: { readonly isHome: boolean; readonly isSensitive: boolean }): Fault[] {
  return [
    ...(isHome || address === '' ? [] : [{ field: 'address', message: 'An address is kept only of a home. Tick that it is one, or empty this field' }]),
    ...(isSensitive || reason === '' ? [] : [{ field: 'reason', message: 'This says why the details should be withheld, but nobody is asked to withhold them. Choose that they are withheld, or empty this field' }]),
  ]
}

/** An empty field is no day; one that holds no day is refused by the schema. */
function typedDay(typed: string): string | undefined {
  return typed === '' ? undefined : (parseTypedDay(typed) ?? typed)
}

const fieldsOfPaths: Readonly<Record<string, TypedField>> = { toldOn: 'told-on', disclosedOn: 'disclosed-on', home: 'address', sensitive: 'reason', registeredOn: 'told-on' }

function fieldOf(path: readonly PropertyKey[]): string {
  const first = String(path[0])
  return fieldsOfPaths[first] ?? first
}

const ownWords: Readonly<Record<string, string>> = {
  kind: 'Choose what kind of interest it is',
  of: 'Choose whose interest it is',
  from: 'Give the day since when, such as 1 May 2021',
  to: 'Give the last day, such as 1 May 2023, or leave it empty',
  'disclosed-on': 'Give the day of the meeting, such as 1 May 2023, or leave it empty',
  address: 'Give the address of the home; it is never published',
  reason: 'Say who would be at risk, and of what, if the details were published',
}

function onePerField(faults: readonly Fault[]): Fault[] {
  return faults.filter((fault, place) => faults.findIndex(({ field }) => field === fault.field) === place)
}
