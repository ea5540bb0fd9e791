import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { publishedBodies } from '#features/bodies'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { filterForm } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { publishedRegisters } from '../published-registers.ts'
import type { ShownRegister } from '../shown-register.ts'
import { membersWhoMustRegister, surname, type DutyBound } from '../who-must-register.ts'

const onPage = 100

/** A line of the register: somebody who must tell their interests, or of whom something was registered. */
interface Line {
  readonly slug: string
  readonly name: string
  readonly bound?: DutyBound | undefined
  readonly register?: ShownRegister | undefined
}

/** `/interests`: the register of members’ interests (Localism Act 2011 s29), by member, narrowed by body or by words. */
export async function registerPage({ query, today, read }: PublicRequest): Promise<Answer> {
  const bodies = await publishedBodies(read)
  const all = linesOf(await publishedRegisters(read), membersWhoMustRegister(bodies, today))
  const body = query.get('body') ?? ''
  const asked = (query.get('q') ?? '').slice(0, 200).trim()
  const lines = all.filter((line) => (body === '' || line.bound?.bodies.some(({ slug }) => slug === body) === true) && (asked === '' || says(line, asked.toLowerCase())))
  const begin = query.has('after') ? lines.findIndex(({ slug }) => slug === query.get('after')) + 1 : 0
  const shown = lines.slice(begin, begin + onPage)
  const next = begin + onPage < lines.length ? shown.at(-1)?.slug : undefined
  const names = [...new Map(all.flatMap(({ bound }) => (bound?.bodies ?? []).map(({ slug, name }) => [slug, name] as const)))]
  const address = (more: Readonly<Record<string, string>>) => `/interests?${new URLSearchParams({ ...(body === '' ? {} : { body }), ...(asked === '' ? {} : { q: asked }), ...more }).toString()}`
  return {
    kind: 'page',
    title: 'Members’ interests',
    description: 'The register of members’ interests: what councillors and co-opted members have told, by member, with its history.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`${lead('Councillors and co-opted members tell the monitoring officer of their work, land, contracts and other interests, and of those of their spouses and partners. The council publishes them here.')}
${filterForm({
      action: '/interests',
      label: 'Narrow the register',
      clear: body === '' && asked === '' ? undefined : '/interests',
      fields: html`${select({ name: 'body', label: { text: 'Body' }, value: body, items: [{ value: '', text: 'All bodies' }, ...names.map(([value, text]) => ({ value, text }))] })}
${input({ name: 'q', label: { text: 'Name, or words of an interest' }, value: asked })}`,
    })}
${shown.length === 0 ? html`<p class="govuk-body">No member fits.</p>` : linesTable(shown, today)}
${cursorPagination({ label: 'More members', previous: begin === 0 ? undefined : { href: address({}), label: 'Beginning' }, next: next === undefined ? undefined : { href: address({ after: next }) } })}
<p class="govuk-body">What is registered and when it must be is in the ${link('/rules/interest-registration', 'rule on registering interests')}. Where publishing an interest would put somebody at risk, its details are withheld (Localism Act 2011, section 32). The addresses of members’ homes are not published.</p>`,
  }
}

/** Those who must register, and those who did and are no longer in office; by name. */
function linesOf(registers: readonly ShownRegister[], bound: readonly DutyBound[]): Line[] {
  const known = new Map(registers.map((register) => [register.member, register]))
  const current = bound.map((one): Line => ({ slug: one.slug, name: one.name, bound: one, register: known.get(one.slug) }))
  const former = registers.filter(({ member }) => !bound.some(({ slug }) => slug === member)).map((register): Line => ({ slug: register.member, name: register.name, register }))
  return [...current, ...former].toSorted((one, other) => surname(one.name).localeCompare(surname(other.name), 'en-GB') || one.name.localeCompare(other.name, 'en-GB'))
}

function says({ name, register }: Line, asked: string): boolean {
  return [name, ...(register?.interests ?? []).map((one) => (one.shows === 'details' ? one.words : ''))].some((text) => text.toLowerCase().includes(asked))
}

function linesTable(lines: readonly Line[], today: LocalDate): Html {
  return dataTable({
    caption: 'Members',
    captionHidden: true,
    columns: [{ heading: 'Member' }, { heading: 'In the register' }, { heading: 'Last changed' }],
    rows: lines.map(({ slug, name, bound, register }): Piece[] => [
      html`${link(`/interests/${slug}`, userText(name))}${bound === undefined && html` ${statusTag('Not in office', 'neutral')}`}`,
      register === undefined ? 'Nothing registered yet' : held(register, today),
      register === undefined ? '' : formatDate(register.publishedOn),
    ]),
  })
}

function held({ interests, hasWithheld, dispensations, toldOn }: ShownRegister, today: LocalDate): string {
  const open = interests.filter(({ to }) => to === undefined || to >= today).length
  const granted = dispensations.filter(({ to }) => to >= today).length
  const parts = [
    open === 0 ? (hasWithheld ? '' : toldOn === undefined ? 'Nothing registered yet' : 'Nothing to register') : `${open} ${open === 1 ? 'interest' : 'interests'}`,
    hasWithheld ? 'details withheld of one or more' : '',
    granted === 0 ? '' : `${granted} ${granted === 1 ? 'dispensation' : 'dispensations'}`,
  ]
  const words = parts.filter((part) => part !== '').join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** On the page of a body: where the interests of its members are. */
export async function interestsOfBody({ today }: PublicRequest, body: Parameters<typeof membersWhoMustRegister>[0][number]): Promise<Html | undefined> {
  const members = membersWhoMustRegister([body], today)
  if (members.length === 0) return undefined
  return html`<p class="govuk-body">${link(`/interests?body=${body.slug}`, 'Interests of its members')}</p>`
}
