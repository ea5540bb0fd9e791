import { randomUUID } from 'node:crypto'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { sittingAddress, type SittingView } from './view.ts'

interface PressOptions {
  /** The seat that it is about. */
  readonly seat?: string
  /** Where it is sent; to the page of the sitting unless said. */
  readonly to?: string
  /** The form has a field of its own for the item. */
  readonly withoutItem?: boolean
}

/** What a form of this page carries unseen: for which item it records, what its officer had seen, and what makes a press sent twice one press. */
export function pressForm(request: StaffRequest, view: SittingView, content: Piece, { seat: key, to, withoutItem = false }: PressOptions = {}): Html {
  const seat = key !== undefined && html`<input type="hidden" name="seat" value="${key}">`
  const item = !withoutItem && html`<input type="hidden" name="item" value="${view.sitting.item}">`
  return html`<form class="gt-sitting__press" method="post" action="${to ?? sittingAddress(view)}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="press" value="${randomUUID()}">${item}<input type="hidden" name="seen" value="${seen(view)}">${view.isLookingBack && html`<input type="hidden" name="looking-back" value="yes">`}${seat}${content}</form>`
}

/** The last line of the record that the page shows. */
function seen({ facts }: Pick<SittingView, 'facts'>): number {
  return facts.log.at(-1)?.order ?? 0
}
