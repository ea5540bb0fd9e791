import { formatDate } from '#core/date-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { minutesAt, type TakingView } from './taking-view.ts'

/** How far the minutes have come, and what can be done next. */
export function standingPart({ context }: StaffRequest, view: TakingView): Html {
  const { minutes, isOpen, record } = view.composed
  const address = minutesAt(view.meeting)
  const published = minutes.version > 0 && isOpen && html`<p class="govuk-body">${link(`/bodies/${record.body}/${record.date}/minutes`, 'The minutes as the public reads them')} (version ${minutes.version})</p>`
  const confirmed = minutes.confirmed !== undefined && html`<p class="govuk-body">Confirmed at the meeting of ${formatDate(minutes.confirmed.on)}, item ${minutes.confirmed.item}.${minutes.signed !== undefined && ` Signed by ${minutes.signed.by} on ${formatDate(minutes.signed.on)}.`}</p>`
  const private_ = !isOpen && html`<p class="govuk-body">This meeting is private: nothing of its minutes is published.</p>`
  if (!context.may(context.actor, 'minutes.publish')) return html`${confirmed}${published}${private_}`
  return html`${confirmed}${published}${private_}<div class="govuk-button-group">${ways[minutes.state](address)}</div>`
}

const ways: Readonly<Record<TakingView['composed']['minutes']['state'], (address: string) => Html>> = {
  draft: (address) => html`${button({ text: 'Check and circulate', href: `${address}/circulate`, classes: 'govuk-button--secondary' })}${link(`${address}/numbers`, 'With which number they begin')}`,
  circulated: (address) => html`${button({ text: 'Publish corrections', href: `${address}/circulate`, classes: 'govuk-button--secondary' })}${button({ text: 'Confirm at a later meeting', href: `${address}/confirm`, classes: 'govuk-button--secondary' })}`,
  confirmed: (address) => html`${button({ text: 'Record the signature', href: `${address}/sign`, classes: 'govuk-button--secondary' })}`,
  signed: () => html``,
}
