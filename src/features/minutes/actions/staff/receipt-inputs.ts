import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { input } from '#platform/pages/components/input.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { TypedReceipt } from '../received.ts'

/** What was typed in these fields. */
export function typedReceipt(form: PostedForm): TypedReceipt {
  return { on: form.text('on'), how: form.text('how'), why: form.text('why') }
}

/** For an officer who enters what another answered: the day on which it was received and, where that is over, how it came and why it was not entered then. */
export function receiptInputs(form: PostedForm, refusal: Refusal | undefined): Html {
  const field = (name: string) => ({ name, value: form.text(name), error: faultFor(refusal, name) })
  return html`${dayInput({ ...field('on'), label: 'Received on', hint: 'Left empty, it is today. Whether it was in time goes by this day. The public reads it, and the day on which you enter it.' })}
${input({ ...field('how'), label: { text: 'How it was received, where that was before today' }, hint: { text: 'For example: by letter to the monitoring officer. The public reads it.' } })}
${input({ ...field('why'), label: { text: 'Why it is entered only now, where it was received before today' }, hint: { text: 'The public reads it.' } })}`
}
