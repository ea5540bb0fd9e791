import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { TouchedItem } from '#features/interests'
import { radios } from '#platform/pages/components/radios.ts'
import { faultFor } from '#platform/pages/form.ts'
import type { Html } from '#platform/pages/html.ts'

/** What this member has registered or told and an item of the agenda mentions: to choose from, for their eyes alone. Nothing where no item mentions any. */
export function knownInterests(form: PostedForm, touched: readonly TouchedItem[], refusal: Refusal | undefined): Html | undefined {
  if (touched.length === 0) return undefined
  const offered = touched.map((one) => ({
    value: valueOf(one),
    text: `Item ${one.item.number}: ${one.interest.words}${one.interest.of === 'partner' ? ', of your spouse or partner' : ''}`,
    ...(one.interest.isSensitive ? { hint: { text: 'Its details are withheld. The declaration says only that there is a sensitive interest.' } } : {}),
  }))
  return radios({
    name: 'known',
    fieldset: { legend: { text: 'From your own interests' } },
    hint: { text: 'The agenda mentions these. Only you see the list. The one that you choose gives the item and the words, unless you give your own below.' },
    items: [{ value: '', text: 'None of these', checked: form.text('known') === '' }, ...offered],
    value: form.text('known'),
    error: faultFor(refusal, 'known'),
  })
}

/**
 * The form with what the chosen interest says where the member wrote nothing. Of one whose details are withheld no word goes into the declaration (Localism Act
 * 2011 s31(2), s32): words written beside it are refused, and so is an interest that was not offered.
 */
export function filledIn(form: PostedForm, touched: readonly TouchedItem[]): Outcome<PostedForm> {
  const known = form.text('known')
  if (known === '') return ok(form)
  const chosen = touched.find((one) => valueOf(one) === known)
  if (chosen === undefined) return refuse('invalid', '', [{ field: 'known', message: 'Choose one of the interests listed, or none of these' }])
  const { item, interest } = chosen
  if (interest.isSensitive && form.text('words') !== '') return refuse('invalid', '', [{ field: 'words', message: 'The details of the interest that you chose are withheld: leave this empty' }])
  const written = form.names().flatMap((name) => form.all(name).map((value): [string, string] => [name, value]))
  return ok(
    postedForm([
      ...written,
      ...(form.text('item') === '' ? [['item', String(item.number)] as const] : []),
      ...(form.text('words') === '' && !interest.isSensitive ? [['words', `${interest.publicWords}${interest.of === 'partner' ? ', of a spouse or partner' : ''}`] as const] : []),
      ...(interest.isSensitive ? [['marks', 'sensitive'] as const] : []),
      ...(interest.isRegistered ? [] : [['marks', 'unregistered'] as const]),
    ]),
  )
}

function valueOf({ item, interest }: TouchedItem): string {
  return `${item.number} ${interest.id}`
}
