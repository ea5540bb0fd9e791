import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { details } from '#platform/pages/components/details.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead } from '#platform/pages/text.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import type { Body, Membership } from './body.ts'
import { kindInWords } from './body-words.ts'
import { cadenceInWords } from './governance.ts'
import { memberGroups, memberLine } from './member-groups.ts'
import { formerMembers, membersOn } from './memberships.ts'
import { publishedBodies } from './published-bodies.ts'
import { termsSection } from './terms-section.ts'

/** A part of a body's page that another feature writes: its meetings, its work programme. */
export type BodySection = (request: PublicRequest, body: Body) => Promise<Html | undefined>

/** `/bodies/{body}`: what it is for, whom it answers to and who answers to it, members, terms of reference, and the given sections. */
export function bodyPage(sections: readonly BodySection[]): (request: PublicRequest) => Promise<Answer> {
  return async (request) => {
    const all = await publishedBodies(request.read)
    const body = all.find((one) => one.slug === request.params['body'])
    if (body === undefined) return { kind: 'not-found', message: 'No body has this address. The list of bodies has them all.' }
    const written = []
    for (const section of sections) written.push(await section(request, body))
    return {
      kind: 'page',
      title: body.name,
      description: body.purpose,
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Bodies', href: '/bodies' },
      ],
      body: html`${lead(body.purpose)} ${ended(body, request.today)} ${written} ${membersSection(body, request.today)} ${accountability(body, all)}
        ${body.termsOfReference === undefined ? undefined : termsSection(body.termsOfReference)} ${contactSection(body)}`,
    }
  }
}

function ended(body: Body, today: LocalDate): Html | undefined {
  if (body.to === undefined || today <= body.to) return undefined
  return html`<p class="govuk-body">${statusTag('Ended', 'neutral')} This body ended on ${formatDate(body.to)}.</p>`
}

function membersSection(body: Body, today: LocalDate): Html | undefined {
  if (body.members.length === 0) return undefined
  const shownDay = membersOn(body.members, today).length > 0 ? today : lastRecordedDay(body)
  const former = formerMembers(body.members, shownDay)
  return html`<h2 class="govuk-heading-m" id="members">Members</h2>
    ${shownDay === today ? undefined : html`<p class="govuk-body">The record does not show who sits today. These were the members on ${formatDate(shownDay)}, the last day it shows.</p>`}
    ${memberGroups(membersOn(body.members, shownDay))}
    ${former.length === 0 ? undefined : details({ summary: `Former members (${former.length})`, content: html`<ul class="govuk-list govuk-list--bullet">${former.map((member) => html`<li>${memberLine(member)}, ${period(member)}</li>`)}</ul>` })}`
}

/** The last day of which the record shows who sat. */
function lastRecordedDay(body: Body): LocalDate {
  return body.members.map((member) => member.to ?? member.from).reduce((latest, day) => (day > latest ? day : latest))
}

function period(member: Membership): string {
  return `${formatDate(member.from)} to ${member.to === undefined ? 'today' : formatDate(member.to)}`
}

function accountability(body: Body, all: readonly Body[]): Html {
  const names = new Map(all.map((one) => [one.slug, one.name]))
  const upwards = body.reportsTo.map((line) => ({ ...line, name: names.get(line.body) ?? line.body }))
  const downwards = all.flatMap((one) => one.reportsTo.filter((line) => line.body === body.slug).map((line) => ({ ...line, body: one.slug, name: one.name })))
  return html`<h2 class="govuk-heading-m" id="accountability">Accountability</h2>
    ${summaryList({
      rows: [
        { key: 'Kind of body', value: kindInWords[body.kind] },
        ...(body.basis === undefined ? [] : [{ key: 'Legal basis', value: body.basis }]),
        ...(body.heldBy === undefined ? [] : [{ key: 'Held by', value: body.heldBy }]),
        { key: 'Meets', value: body.meetsInPublic ? 'In public' : 'In private' },
        { key: 'Reports to', value: reportLines(upwards, 'No other body here') },
        { key: 'Hears reports from', value: reportLines(downwards, 'No other body here') },
      ],
    })}
    <p class="govuk-body"><a class="govuk-link" href="/bodies/map">See the whole governance map</a></p>`
}

function reportLines(lines: readonly { readonly body: string; readonly name: string; readonly cadence: keyof typeof cadenceInWords; readonly about?: string | undefined }[], none: string) {
  if (lines.length === 0) return none
  return html`<ul class="govuk-list">
    ${lines.map((line) => html`<li><a class="govuk-link" href="/bodies/${line.body}">${line.name}</a>, ${cadenceInWords[line.cadence]}${line.about === undefined ? '' : `: ${line.about}`}</li>`)}
  </ul>`
}

function contactSection(body: Body): Html | undefined {
  const { contact } = body
  if (contact === undefined) return undefined
  return html`<h2 class="govuk-heading-m" id="contact">Contact</h2>
    <p class="govuk-body">${contact.office}${contact.phone === undefined ? '' : html`<br />Telephone ${contact.phone}`}${contact.email === undefined ? '' : html`<br /><a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>`}</p>`
}
