import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { publishedBodies } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { memberSlug } from '../member-slug.ts'
import { editionsOf, publishedEdition, publishedRegister, type EditionInList, type ReadEdition } from '../published-registers.ts'
import { dutyOnTakingOffice } from '../registration-clock.ts'
import type { ShownRegister } from '../shown-register.ts'
import { membersWhoMustRegister, type DutyBound } from '../who-must-register.ts'
import { beforeHtml, dayAsked, type DayAsked } from './on-a-day.ts'
import { registerHtml } from './shown-html.ts'

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'Members’ interests', href: '/interests' },
]
const nobody: Answer = { kind: 'not-found', message: 'No member has this address. The register of members’ interests lists those there are.' }

interface ShownMember {
  readonly name: string
  readonly register: ShownRegister | undefined
  readonly bound: DutyBound | undefined
}

/** Whoever has a page: those who must register, and those of whom something is registered. */
async function shownMember(read: Reader, slug: string, today: LocalDate): Promise<ShownMember | undefined> {
  const register = await publishedRegister(read, slug)
  const bound = membersWhoMustRegister(await publishedBodies(read), today).find((one) => one.slug === slug)
  const name = register?.name ?? bound?.name
  return name === undefined ? undefined : { name, register, bound }
}

/** The address of the public page of the member of this name; undefined where there is none, as of somebody who sits on partnerships alone. */
export async function addressOfMember(read: Reader, name: string, today: LocalDate): Promise<string | undefined> {
  const slug = memberSlug(name)
  return (await shownMember(read, slug, today)) === undefined ? undefined : `/interests/${slug}`
}

/** `/interests/{member}`: what the register holds of one member; `?on=` leads to the edition that stood on that day, or to what the entries say of it. */
export async function memberPage(request: PublicRequest): Promise<Answer> {
  const { params, query, today, read } = request
  const slug = params['member'] ?? ''
  const found = await shownMember(read, slug, today)
  if (found === undefined) return nobody
  const { register, bound, name } = found
  const editions = await editionsOf(read, slug)
  const typed = query.get('on') ?? ''
  const asked = dayAsked(editions, typed, today)
  if (asked.kind === 'edition' && asked.edition.edition !== editions[0]?.edition) return { kind: 'moved', to: `/interests/${slug}/editions/${asked.edition.edition}` }
  return {
    kind: 'page',
    title: `Interests of ${name}`,
    description: `What the register of members’ interests holds of ${name}, with its history.`,
    crumbs,
    ...(asked.kind === 'wrong' ? { hasFaults: true } : {}),
    body: html`${asked.kind === 'wrong' && faultSummary(asked.refusal)}${register !== undefined && asked.kind === 'before' ? beforeHtml(register, asked.day, asked.enteredOn) : standingHtml(register, bound, asked, today)}
${editions.length > 0 && historyHtml(slug, editions, typed, asked)}`,
  }
}

/** The register as it stands, which may have stood on the day that is asked for too. */
function standingHtml(register: ShownRegister | undefined, bound: DutyBound | undefined, asked: DayAsked, today: LocalDate): Html {
  const day = asked.kind === 'edition' ? asked.day : today
  return html`${asked.kind === 'edition' && insetText({ text: `On ${formatDate(day)} the register stood as it stands here now.` })}${offices(bound, today)}${toldSentence(register, bound, today)}
${register === undefined ? html`<h2 class="govuk-heading-m" id="interests">Interests</h2><p class="govuk-body">Nothing is registered yet.</p>` : registerHtml(register, day)}`
}

function offices(bound: DutyBound | undefined, today: LocalDate): Html {
  if (bound === undefined) return html`<p class="govuk-body">Not in office: the register keeps what it held.</p>`
  const bodies = bound.bodies.map(({ slug, name }, place) => html`${place > 0 && '; '}${link(`/bodies/${slug}`, name)}`)
  return html`<p class="govuk-body">${bound.tookOffice > today ? 'To take office on' : 'In office since'} ${formatDate(bound.tookOffice)}: ${bodies}.</p>`
}

/** What was told and when; of whoever has told nothing yet, by when they must. */
function toldSentence(register: ShownRegister | undefined, bound: DutyBound | undefined, today: LocalDate): Html | undefined {
  if (register?.toldOn !== undefined) {
    const hasOpen = register.hasWithheld || register.interests.some(({ to }) => to === undefined)
    return html`<p class="govuk-body">First told the monitoring officer on ${formatDate(register.toldOn)}${!hasOpen && ', and has nothing in the register now'}.</p>`
  }
  if (bound === undefined) return undefined
  const { due } = dutyOnTakingOffice(bound.tookOffice, undefined, today)
  return due?.sets === 'day' ? html`<p class="govuk-body">A member tells their disclosable interests within 28 days of taking office, here by ${formatDate(due.due)} (${due.citation}).</p>` : undefined
}

function historyHtml(slug: string, editions: readonly EditionInList[], typed: string, asked: DayAsked): Html {
  const error = asked.kind === 'wrong' ? faultFor(asked.refusal, 'on') : undefined
  return html`<h2 class="govuk-heading-m" id="history">${asked.kind === 'before' ? 'Another day, and the editions' : 'As it was before'}</h2>
${filterForm({ action: `/interests/${slug}`, label: 'The register on another day', submit: 'Show', fields: dayInput({ name: 'on', label: 'As it was on', value: typed.slice(0, 100), ...(error && { error }) }) })}
<ul class="govuk-list govuk-list--bullet">${editions.map(({ edition, publishedOn, note }) => html`<li>${link(`/interests/${slug}/editions/${edition}`, `Edition ${edition}`)}, ${formatDate(publishedOn)}: ${note}</li>`)}</ul>`
}

/** `/interests/{member}/editions/{edition}`: the register as that edition had it. */
export async function editionPage({ params, read }: PublicRequest): Promise<Answer> {
  const slug = params['member'] ?? ''
  const number = /^[1-9]\d{0,5}$/.test(params['edition'] ?? '') ? Number(params['edition']) : 0
  const edition = await publishedEdition(read, slug, number)
  if (edition === undefined) return nobody
  const editions = await editionsOf(read, slug)
  const at = editions.find((one) => one.edition === number)
  const after = editions.find((one) => one.edition === number + 1)
  return {
    kind: 'page',
    title: `Interests of ${edition.name}, edition ${number}`,
    crumbs: [...crumbs, { text: edition.name, href: `/interests/${slug}` }],
    body: html`${insetText({ text: stoodWords(slug, edition, after) })}
<p class="govuk-body">${at?.note}</p>${takenOutWords(edition)}${registerHtml(edition, edition.publishedOn)}`,
  }
}

function stoodWords(slug: string, { publishedOn }: ReadEdition, after: EditionInList | undefined): Html {
  if (after === undefined) return html`This edition of ${formatDate(publishedOn)} is the one that stands. ${link(`/interests/${slug}`, 'The register with its history')}.`
  return html`The register as it stood from ${formatDate(publishedOn)} to ${formatDate(after.publishedOn)}. ${link(`/interests/${slug}`, 'The register as it stands now')}.`
}

function takenOutWords({ takenOut }: ReadEdition): Html | undefined {
  if (takenOut === 0) return undefined
  return html`<p class="govuk-body">Something that this edition showed is not shown any more: the details are withheld under section 32(2) of the Localism Act 2011, or they told where somebody lives.</p>`
}
