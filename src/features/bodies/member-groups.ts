import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { capacities, type Membership } from './body.ts'
import { capacityHeadings, seatAndOrganisation, voteNote } from './memberships.ts'

/** Members under the heading of their capacity, chair first; a vacant seat says so. */
export function memberGroups(members: readonly Membership[]): Html[] {
  return capacities.flatMap((capacity) => {
    const group = members.filter((member) => member.capacity === capacity)
    if (group.length === 0) return []
    return [
      html`<h3 class="govuk-heading-s">${capacityHeadings[capacity]}</h3>
        <ul class="govuk-list gt-members">
          ${group.map((member) => html`<li>${memberLine(member)}</li>`)}
        </ul>`,
    ]
  })
}

/** A member in one line: name or vacancy, seat, what the vote covers, substitute. */
export function memberLine(member: Membership): Html {
  const vote = voteNote(member)
  return html`${member.person === undefined ? statusTag('Vacant', 'caution') : html`<strong>${member.person}</strong>`}
    <span class="gt-members__seat">${seatAndOrganisation(member)}${vote === undefined ? undefined : html` (${vote})`}${member.substitute === undefined ? undefined : html`; substitute: ${member.substitute}`}</span>`
}
