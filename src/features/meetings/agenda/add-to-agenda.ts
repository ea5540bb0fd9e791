import type { StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { AgendaView } from './agenda-view.ts'
import { agendaAddress } from './agenda-words.ts'
import { missingStandingItems } from './standing-items.ts'

const kinds = [
  ['decision', 'Add an item for decision'],
  ['consideration', 'Add an item for consideration'],
  ['information', 'Add an item for information'],
  ['', 'Add another item'],
] as const

/** Buttons for what can join the agenda. */
export function addToAgenda(request: StaffRequest, view: AgendaView): Html | undefined {
  if (view.meeting.facts.status === 'cancelled') return undefined
  const address = `${agendaAddress(view.meeting)}/items`
  const buttons = kinds.map(([kind, text]) => button({ text, href: kind === '' ? `${address}/new` : `${address}/new?kind=${kind}`, classes: 'govuk-button--secondary' }))
  return html`<h2 class="govuk-heading-m">Add to the agenda</h2><div class="govuk-button-group">${buttons}</div>${standing(request, view, address)}`
}

function standing({ session }: StaffRequest, view: AgendaView, address: string): Html | undefined {
  const missing = view.issued === undefined ? missingStandingItems(view.template, view.meeting.items) : []
  if (missing.length === 0) return undefined
  const action = `${address}/standing`
  const token = session.formToken
  const all = missing.length > 1 && actionButton({ action, token, text: `All ${missing.length} of them`, kind: 'secondary' })
  return html`<h3 class="govuk-heading-s">Standing items that are not on it</h3>
<div class="govuk-button-group">${all}${missing.map(({ title }) => actionButton({ action, token, text: title, fields: { title }, kind: 'secondary' }))}</div>`
}
