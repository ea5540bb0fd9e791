import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { declarationFields, natureWords, type Declaration } from '../sitting/declaration.ts'

interface Choice {
  readonly value: string
  readonly text: string
}

/** What a form of a declaration offers and what was typed in it. */
interface DeclarationForm {
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
  readonly items: readonly Choice[]
  /** The item that is chosen at first. */
  readonly item: string
  /** A member fills it in for themselves. */
  readonly isOwn?: boolean
}

/** The fields of an interest: against which item, of which kind, in words, and what decides what follows. */
export function interestFields({ form, refusal, items, item, isOwn = false }: DeclarationForm): Html {
  const [who, whose] = isOwn ? (['You', 'your'] as const) : (['The member', 'the member’s'] as const)
  const s = isOwn ? '' : 's'
  const isTyped = form.has('nature') || form.has('words')
  return html`${select({ name: 'item', label: { text: 'Item' }, items: [{ value: '', text: 'Choose an item' }, ...items], value: isTyped ? form.text('item') : item, error: faultFor(refusal, 'item') })}
${radios({
  name: 'nature',
  fieldset: { legend: { text: 'Kind of interest' } },
  items: [
    { value: 'disclosable-pecuniary', text: natureWords['disclosable-pecuniary'], hint: { text: isOwn ? 'You take no part, do not vote, and leave for the item.' : 'The member takes no part, does not vote, and leaves for the item.' } },
    { value: 'dispensation', text: natureWords.dispensation, hint: { text: `${who} rel${isOwn ? 'y' : 'ies'} on a dispensation that was granted.` } },
    { value: 'other', text: natureWords.other, hint: { text: `${who} leave${s} only where it is pecuniary or regulatory and likely to prejudice ${whose} judgement.` } },
  ],
  value: form.text('nature'),
  error: faultFor(refusal, 'nature'),
})}
${textarea({ name: 'words', label: { text: `The interest, in ${whose} words` }, hint: { text: 'It stands in the minutes. Leave it empty where the interest is sensitive.' }, rows: 3, value: form.text('words'), error: faultFor(refusal, 'words') })}
${checkboxes({
  name: 'marks',
  fieldset: { legend: { text: 'Tick what applies' } },
  values: form.all('marks'),
  items: [
    { value: 'pecuniaryOrRegulatory', text: 'Another interest, and it is pecuniary or regulatory' },
    { value: 'likelyToPrejudice', text: 'Another interest, and it is likely to prejudice judgement' },
    { value: 'leaves', text: `${who} choose${s} to leave for the item` },
    { value: 'unregistered', text: 'It is not in the register of interests yet', hint: { text: 'A disclosable pecuniary interest is then to be registered within 28 days.' } },
    { value: 'sensitive', text: 'It is sensitive: its details are withheld' },
  ],
})}`
}

/** The declaration that the form makes. A form without a member names nobody. */
export function readDeclaration(form: PostedForm, member: string): Outcome<Declaration> {
  const marks = new Set(form.all('marks'))
  const read = declarationFields.safeParse({
    item: form.whole('item'),
    member,
    nature: form.text('nature'),
    ...(form.text('words') === '' ? {} : { words: form.text('words') }),
    sensitive: marks.has('sensitive'),
    pecuniaryOrRegulatory: marks.has('pecuniaryOrRegulatory'),
    likelyToPrejudice: marks.has('likelyToPrejudice'),
    leaves: marks.has('leaves'),
    registered: !marks.has('unregistered'),
  })
  if (!read.success) return refuse('invalid', '', read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'words'), message: fieldWords[String(path[0])] ?? message })))
  if (read.data.sensitive && read.data.words !== undefined) return refuse('invalid', '', [{ field: 'words', message: 'Its details are withheld: leave this empty, or untick that it is sensitive' }])
  return ok(read.data)
}

const fieldWords: Readonly<Record<string, string>> = { item: 'Choose an item of the agenda', member: 'Choose who declares' }
