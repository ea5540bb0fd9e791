import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { capacityWords, noSubstitutes, voteNote } from '#features/bodies'
import { whyNotPreside } from '../may-preside.ts'
import type { SeatNow } from '../sitting-now.ts'
import { remoteRule } from '../remote-attendance.ts'
import { keyWord, type Seat } from '../seats.ts'
import { whoMaySit } from '../substitutes.ts'
import type { SeatDeed } from '../verbs/wish.ts'
import { pressForm } from './press-form.ts'
import type { SittingView } from './view.ts'

/** Every seat with where its holder is and what may happen next, each at one press. */
export function seatsPart(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const { seats, presentMembers } = view.sitting
  const unknown = seats.filter(({ where }) => where.is === 'unknown').length
  const all = mayChange(request, view) && unknown > 1 && pressForm(request, view, button({ text: `Everybody not recorded yet is present (${unknown})`, name: 'does', value: 'everybody', classes: 'govuk-button--secondary', preventDoubleClick: true }))
  return html`<h2 class="govuk-heading-m" id="seats">${view.sitting.closed === undefined ? 'Who is here' : 'Who was here'} (${presentMembers.length} of ${seats.length} seats)</h2>
${seats.length === 0 && html`<p class="govuk-body">The body’s record names no members on the day of the meeting. Add them to the body, and they stand here.</p>`}${all}
${mayChange(request, view) && listsOfNames(view)}${mayName(request, view) && html`<p class="govuk-body">${link(substitutesOf(view), 'Name who may sit for a member')}</p>`}
<ul class="govuk-list gt-sitting__seats">${seats.map((one) => seatRow(request, view, one, refusal))}</ul>${mayChange(request, view) && chairForm(request, view)}`
}

/** Who presides where it is not who the record would have: the chair, or the vice-chair in the chair’s absence. */
function chairForm(request: StaffRequest, view: SittingView): Html | undefined {
  const { sitting } = view
  const others = sitting.presentMembers.filter((one) => one.seat.key !== sitting.presiding?.seat.key && whyNotPreside(sitting, one) === undefined)
  if (others.length === 0) return undefined
  const field = select({ name: 'seat', id: 'chair', label: { text: 'Who takes the chair' }, items: others.map(({ seat, where }) => ({ value: seat.key, text: where.person })) })
  return details({ id: 'chair-form', open: sitting.presiding === undefined && sitting.item > 0, summary: 'Somebody else takes the chair', content: pressForm(request, view, html`${field}${button({ text: 'Takes the chair', name: 'does', value: 'chair', classes: 'govuk-button--secondary', preventDoubleClick: true })}`) })
}

/** An officer who keeps the record of the body, where it can have substitutes. */
function mayName({ context }: StaffRequest, { mayRecord, sitting }: SittingView): boolean {
  return mayRecord && sitting.seats.length > 0 && noSubstitutes(sitting.kind) === undefined && context.may(context.actor, 'bodies.edit-members')
}

function substitutesOf({ meeting }: SittingView): string {
  return `/staff/bodies/${meeting.facts.body}/substitutes`
}

/** The day has come, or only apologies may be recorded. */
function mayChange({ today }: StaffRequest, { mayRecord, meeting }: SittingView): boolean {
  return mayRecord && today >= meeting.facts.date
}

function seatRow(request: StaffRequest, view: SittingView, one: SeatNow, refusal: Refusal | undefined): Html {
  const { membership, key } = one.seat
  const vote = voteNote(membership)
  const said = [membership.seat, ...(membership.seat.includes(membership.organisation) ? [] : [membership.organisation]), capacityWords[membership.capacity], ...(vote === undefined ? [] : [vote])]
  return html`<li class="gt-sitting__seat" id="seat-${key}"><div class="gt-sitting__who"><strong>${nameOf(one)}</strong> ${whereTag(one, view)} ${view.sitting.presiding?.seat.key === key && statusTag('In the chair', 'neutral')}
<span class="gt-sitting__what">${said.join(', ')}</span></div>${view.mayRecord && one.where.is !== 'vacant' && html`<div class="gt-sitting__deeds">${deeds(request, view, one)}${mayChange(request, view) && one.where.is !== 'there' && noSubstitutes(view.sitting.kind) === undefined && substituteForm(request, view, one, refusal)}</div>`}</li>`
}

function nameOf({ seat, where }: SeatNow): Html {
  const holder = seat.membership.person
  if (holder === undefined) return html`Vacant`
  if ((where.is === 'there' || where.is === 'out') && where.asSubstitute) return html`${userText(where.person)}, for ${holder}`
  return html`${holder}`
}

/** Where they are, in a word. */
function whereTag({ where, hasApologised, seat }: SeatNow, { first, sitting }: SittingView): Html {
  switch (where.is) {
    case 'vacant':
      return statusTag('Vacant', 'neutral')
    case 'unknown':
      return statusTag('Not recorded', 'neutral')
    case 'apologies':
      return statusTag('Apologies', 'caution')
    case 'there':
      return html`${statusTag(where.remotely ? 'Remote' : 'Present', where.remotely && isRemoteUncounted(sitting) ? 'caution' : 'good')}${where.since > first && html` <span class="gt-sitting__what">from item ${where.since}</span>`}${where.asSubstitute && hasApologised && html` <span class="gt-sitting__what">apologies from ${seat.membership.person}</span>`}`
    case 'out':
      return statusTag(where.forInterest ? `Out, for an interest${where.from === sitting.item || where.from === 0 ? '' : ` in item ${where.from}`}` : 'Out', 'caution')
  }
}

function deeds(request: StaffRequest, view: SittingView, one: SeatNow): Html {
  const offered = mayChange(request, view) ? offeredNow(view, one) : one.where.is === 'unknown' ? (['apologies'] as const) : []
  const presses = offered.map((does, index) => button({ text: deedOf(view, one, does), name: 'does', value: does, classes: isMain(does) && index === 0 ? undefined : 'govuk-button--secondary', preventDoubleClick: true }))
  return offered.length === 0 ? html`` : pressForm(request, view, html`<div class="govuk-button-group">${presses}</div>`, { seat: one.seat.key })
}

/** "Present", said of whom; after a substitute the holder of the seat is named, since they come now themselves. Whether whoever is there remotely counts is said before it is pressed. */
function deedOf({ sitting }: SittingView, one: SeatNow, does: SeatDeed): Html {
  const { where, seat } = one
  const uncounted = does === 'remote' && isRemoteUncounted(sitting) && ' (does not count)'
  const isHolder = (does === 'present' || does === 'remote') && where.is === 'out' && where.asSubstitute
  return isHolder ? html`${seat.membership.person} comes${does === 'remote' && ', remotely'}${uncounted}` : html`${deedWords[does]}${uncounted}<span class="govuk-visually-hidden"> ${nameOf(one)}</span>`
}

/** Attending remotely is no presence at this meeting. */
function isRemoteUncounted({ kind, day }: SittingView['sitting']): boolean {
  return !remoteRule(kind, day).counts
}

/** What is to be expected next: arriving, coming back, going for a declared interest. */
function isMain(does: SeatDeed): boolean {
  return does === 'present' || does === 'returns' || does === 'leaves-for-interest'
}

const deedWords: Readonly<Record<SeatDeed, string>> = {
  present: 'Present',
  remote: 'Remote',
  apologies: 'Apologies',
  leaves: 'Leaves',
  'leaves-for-interest': 'Leaves for an interest',
  returns: 'Returns',
  chair: 'Takes the chair',
}

/** Somebody may listen in to a meeting that was called in person, too: it is recorded as it was. */
function offeredNow({ sitting }: SittingView, { where }: SeatNow): readonly SeatDeed[] {
  switch (where.is) {
    case 'vacant':
      return []
    case 'unknown':
      return ['present', 'remote', 'apologies']
    case 'apologies':
      return ['present', 'remote']
    case 'out':
      return where.asSubstitute ? ['returns', 'present', 'remote'] : ['returns']
    case 'there': {
      const isDeclared = sitting.declarations.some(({ declaration, follows }) => declaration.member === where.person && follows.leaves !== 'no')
      const leaving: readonly SeatDeed[] = isDeclared ? ['leaves-for-interest', 'leaves'] : ['leaves']
      return where.remotely ? ['present', ...leaving] : leaving
    }
  }
}

function substituteForm(request: StaffRequest, view: SittingView, { seat }: SeatNow, refusal: Refusal | undefined): Html {
  const { organisation } = seat.membership
  const able = whoMaySit(view.sitting, seat)
  const [only] = able
  const isHere = request.form.text('does') === 'substitute' && request.form.text('seat') === seat.key
  const fault = isHere ? faultFor(refusal, 'substitute') : undefined
  const field = input({
    name: 'substitute',
    id: fault === undefined ? `substitute-${seat.key}` : 'substitute',
    label: { text: html`Who sits for ${seat.membership.person}` },
    hint: { text: seat.membership.substitute !== undefined ? 'The body’s record names this substitute, and nobody else.' : able.length === 0 ? html`No record names anybody whom ${organisation} could send. First ${mayName(request, view) ? link(substitutesOf(view), html`name who may sit<span class="govuk-visually-hidden"> for ${seat.membership.person}</span>`) : 'have the substitute named in the body’s record'}.` : `One of the ${able.length} others named as members of ${organisation}.` },
    value: isHere ? request.form.text('substitute') : able.length === 1 ? (only ?? '') : '',
    error: fault,
    attributes: { list: listOf(seat) },
    autocomplete: 'off',
  })
  const press = button({ text: 'Sits as substitute', name: 'does', value: 'substitute', classes: 'govuk-button--secondary', preventDoubleClick: true })
  return details({ summary: html`Substitute<span class="govuk-visually-hidden"> for ${seat.membership.person}</span>`, open: fault !== undefined, content: pressForm(request, view, html`${field}${press}`, { seat: seat.key }) })
}

/** The names to choose a substitute from, once for all seats of an organisation and group. */
function listsOfNames({ sitting }: SittingView): Html {
  const lists = new Map(sitting.seats.map(({ seat }) => [listOf(seat), seat]))
  return html`${[...lists].map(([id, seat]) => html`<datalist id="${id}">${whoMaySit(sitting, seat).map((name) => html`<option value="${name}"></option>`)}</datalist>`)}`
}

function listOf({ key, membership: { substitute, organisation, group } }: Seat): string {
  return `may-sit-${substitute === undefined ? keyWord(`${organisation} ${group ?? ''}`) : key}`
}
