import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { daysLate, stageMeaning, stageWords } from '../stages.ts'
import type { Evidence, PublicTaskGroup, Recommendation, Seat, Session, TaskGroup } from '../task-group.ts'
import { seatLine } from '../read-group-form.ts'

type Shown = TaskGroup | PublicTaskGroup

/** The stage of a group, and whether it is past its own end. */
export function stageTags(group: Shown, today: LocalDate): Html {
  const { stage } = group.standing
  return html`${statusTag(stageWords[stage], stageMeaning[stage])}${lateTag(group, today)}`
}

function lateTag(group: Shown, today: LocalDate): Html | undefined {
  const late = daysLate(group, today)
  if (late === undefined) return undefined
  const days = late === 1 ? '1 day' : `${late} days`
  return html` ${group.standing.stage === 'final' ? statusTag(`${days} late`, 'caution') : statusTag(`Late by ${days}`, 'bad')}`
}

export function membersList({ lead, members }: Shown): Html {
  const people = [...(lead === undefined ? [] : [{ seat: lead, note: 'Leads it: ' }]), ...members.map((seat: Seat) => ({ seat, note: '' }))]
  if (people.length === 0) return html`<p class="govuk-body">The record does not name who sits on it.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${people.map(({ seat, note }) => html`<li>${note}${userText(seatLine(seat))}</li>`)}</ul>`
}

/** Who commissioned it when, with the way to that meeting. */
export function commissionedWords({ commissionedBy, commissioned }: Shown, names: ReadonlyMap<string, string>): Html {
  const body = link(`/bodies/${commissionedBy}`, names.get(commissionedBy) ?? commissionedBy)
  if (commissioned === undefined) return body
  const item = commissioned.item === undefined ? '' : `, item ${commissioned.item}`
  return html`${body}, ${formatDate(commissioned.date)}${item}`
}

export function termsList({ terms }: Shown): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${terms.map((term) => html`<li>${userText(term)}</li>`)}</ul>`
}

const kinds = { meeting: 'Meeting', visit: 'Visit' } as const

export function sessionWords({ date, kind, about }: Session): Html {
  return html`${formatDate(date)}: ${kinds[kind]}. ${userText(about)}`
}

export function evidenceWords({ what, link: address }: Evidence): Piece {
  return address === undefined ? userText(what) : link(address, userText(what))
}

export function recommendationsList(recommendations: readonly Recommendation[]): Html | undefined {
  if (recommendations.length === 0) return undefined
  return html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${recommendations.map(({ says, to }) => html`<li>${userText(says)}<br><span class="govuk-hint">To be answered by ${userText(to)}</span></li>`)}</ol>`
}
