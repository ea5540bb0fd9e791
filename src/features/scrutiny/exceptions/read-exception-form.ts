import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { exception, type Exception, type ExceptionOutcome } from './exception.ts'

/** How many pieces of evidence the form takes. */
export const evidenceRows = 4

/** An exception from its form; every fault at its field. */
export function readExceptionForm(form: PostedForm, known: Pick<Exception, 'id' | 'flaggedOn'>): Outcome<Exception> {
  const evidence = filledRows(form).map((row) => ({ text: typed(form, `text-${row}`), link: form.text(`link-${row}`) }))
  const parsed = exception.safeParse({ ...known, panel: form.text('panel'), board: form.text('board'), period: form.text('period').toLowerCase(), about: form.text('about'), what: typed(form, 'what'), seen: typed(form, 'seen'), evidence })
  if (parsed.success) return ok(parsed.data)
  const faults = parsed.error.issues.map(({ path: [first, second, third], message }): Fault => {
    const field = first === 'evidence' && typeof second === 'number' ? evidenceField(form, String(third), second) : String(first)
    return { field, message: ownWords[field] ?? message }
  })
  return refuse('invalid', '', faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index))
}

/** The field of the form for a field of the record: the third address may be that of the second piece of evidence. */
export function formFieldOf(form: PostedForm): (recordField: string) => string {
  return (recordField) => {
    const [, place, last] = /^evidence\[(\d+)\]\.(\w+)$/.exec(recordField) ?? []
    return place === undefined ? (recordField.split('.').at(-1) ?? '') : evidenceField(form, last ?? '', Number(place) - 1)
  }
}

function evidenceField(form: PostedForm, part: string, place: number): string {
  return `${part}-${filledRows(form)[place] ?? 1}`
}

/** The rows of evidence in which something is typed. */
function filledRows(form: PostedForm): number[] {
  return Array.from({ length: evidenceRows }, (_each, at) => at + 1).filter((row) => form.text(`text-${row}`) !== '' || form.text(`link-${row}`) !== '')
}

const ownWords: Readonly<Record<string, string>> = { panel: 'Choose the panel that flags it', board: 'Choose the body that it is flagged to' }

/** What the board did, from its form. A body named in full is the one that answers. */
export function readOutcomeForm(form: PostedForm, { panel }: Pick<Exception, 'panel'>, bodies: ReadonlyMap<string, string>): Outcome<ExceptionOutcome> {
  const did = form.text('did')
  const on = parseTypedDay(form.text('on'))
  const faults: Fault[] = []
  if (did !== 'noted' && did !== 'asked' && did !== 'called') faults.push({ field: 'did', message: 'Say what the board did' })
  if (on === undefined) faults.push({ field: 'on', message: 'Give the day of the meeting, as 2023-07-07 or 7 July 2023' })
  const asks = typed(form, 'asks')
  const to = did === 'asked' ? (bodies.get(panel) ?? panel) : typed(form, 'to')
  const due = form.text('due') === '' ? undefined : parseTypedDay(form.text('due'))
  if (did === 'asked' || did === 'called') {
    if (asks === '') faults.push({ field: 'asks', message: did === 'asked' ? 'Say what the panel is asked to do' : 'Say what the report is to say' })
    if (asks.length > 4000) faults.push({ field: 'asks', message: 'Shorten this to 4000 characters' })
    if (to === '') faults.push({ field: 'to', message: 'Say who is to report' })
    if (form.text('due') !== '' && due === undefined) faults.push({ field: 'due', message: 'Give the day as 2023-07-07 or 7 July 2023, or leave it empty' })
  }
  if (on === undefined || faults.length > 0) return refuse('invalid', '', faults)
  if (did === 'noted') return ok({ did, on })
  const body = did === 'asked' ? panel : [...bodies].find(([, name]) => name.toLowerCase() === to.toLowerCase())?.[0]
  return ok({ did: did === 'asked' ? 'asked' : 'called', on, asks, to, ...(body === undefined ? {} : { body }), ...(due === undefined ? {} : { due }) })
}

function typed(form: PostedForm, field: string): string {
  return cleanText(form.text(field)).trim()
}
