import { given } from '#core/given.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { Body } from '#features/bodies'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { calendarAround, ownBodies, type Calendar } from './calendar.ts'
import { createMeetings } from './create-meetings.ts'
import { toldOf } from './notices.ts'
import { chooseBody, planForm, usualFields } from './plan-form.ts'
import { planPreview, type PreviewRow } from './plan-preview.ts'
import { atTheirRows, readRows, typedRows, unseenClashes, withProposals } from './plan-rows.ts'
import { datesOfPlan, gapInWords, readPlan, usualPeriod, type TypedFields } from './plan.ts'
import { isFree, proposalsOf } from './proposals.ts'

const seeing = (body: string) => ({ verb: 'meetings.plan', subject: { kind: 'body', id: body.slice(0, 200) } })

/** What the planner knows when it answers. */
interface Planning {
  readonly calendar: Calendar
  readonly bodies: readonly Body[]
  readonly body?: Body
  /** How many members would be told. */
  readonly told: number
}

function planning({ context, today }: StaffRequest, slug: string, typed: TypedFields): Promise<Outcome<Planning>> {
  const usual = usualPeriod(today)
  const period = { from: parseTypedDay(typed.text('from')) ?? usual.from, to: parseTypedDay(typed.text('to')) ?? usual.to }
  return look(context, seeing(slug), async (reader) => {
    const calendar = await calendarAround(reader, period)
    const bodies = ownBodies(calendar.bodies.values(), today)
    const body = bodies.find((one) => one.slug === slug)
    return ok({ calendar, bodies, ...given('body', body), told: body === undefined ? 0 : (await toldOf(reader, body.slug, today)).length })
  })
}

/** `/staff/meetings/plan`: a body's meetings for a year, from a pattern to the public calendar. */
export const planPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/plan',
  show: async (request) => {
    const asked = fromQuery(request.query)
    const slug = asked.text('body')
    const known = await planning(request, slug, asked)
    if (!known.ok) return { kind: 'refused', refusal: known.refusal }
    const { body, bodies, calendar } = known.value
    if (body === undefined) return firstPage(bodies, slug)
    if (!request.query.has('pattern')) return formPage(
      body,
      planForm(body, calendar.templateOf(slug), usualFields(body, calendar.templateOf(slug), usualPeriod(request.today)), undefined),
    )
    return previewOfPattern(request, known.value, body, asked)
  },
  submit: async (request, app) => {
    const { form } = request
    const known = await planning(request, form.text('body'), form)
    if (!known.ok) return { kind: 'refused', refusal: known.refusal }
    const { body } = known.value
    if (body === undefined) return firstPage(known.value.bodies, form.text('body'))
    const deed = form.text('deed')
    const typed = typedRows(request, deed)
    if (typed.length === 0) return withoutDates(known.value, body, form)
    const read = readRows(form, typed)
    if (!read.ok) return previewPage(request, known.value, body, form, { rows: typed, refusal: read.refusal })
    const rows = withProposals(typed, proposalsOf(read.value.frame, read.value.times, known.value.calendar, request.today))
    if (deed !== 'create') return previewPage(request, known.value, body, form, { rows })
    const refusal = unseenClashes(rows, form)
    if (refusal !== undefined) return previewPage(request, known.value, body, form, { rows, refusal })
    const created = await createMeetings(
      request.context,
      app,
      read.value.frame,
      rows.flatMap((row) => (row.isChosen && row.proposal !== undefined ? [row.proposal] : [])),
    )
    if (created.ok) return { kind: 'moved', to: `/staff/meetings?body=${body.slug}&done=planned` }
    return created.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: created.refusal } : previewPage(
      request,
      known.value,
      body,
      form,
      { rows, refusal: atTheirRows(created.refusal, rows) },
    )
  },
}

function fromQuery(query: URLSearchParams): TypedFields {
  return { text: (name) => (query.getAll(name).at(-1) ?? '').trim(), all: (name) => query.getAll(name) }
}

function firstPage(bodies: readonly Body[], slug: string): StaffAnswer {
  if (slug !== '') {
    const refusal = refuse(
      'not-found',
      '',
      [{ field: 'body', found: slug.slice(0, 100), message: 'Choose a body from the list; none of this council’s own has that address word' }],
    ).refusal
    return { kind: 'page', title: 'Plan meetings', crumbs, hasFaults: true, status: 404, body: html`${faultSummary(refusal)} ${chooseBody(bodies)}` }
  }
  return {
    kind: 'page',
    title: 'Plan meetings',
    crumbs,
    body: html`${lead('Create a body’s meetings for a year from a pattern, without clashes of members, rooms or deadlines.')} ${chooseBody(bodies)}`,
  }
}

const crumbs = [{ text: 'Meetings', href: '/staff/meetings' }]

function formPage(body: Body, content: Html, faults?: Refusal): StaffAnswer {
  const title = `Plan meetings of the ${body.name}`
  const other = html`<p class="govuk-body">${link('/staff/meetings/plan', 'Plan another body')}. ${link(
    `/staff/templates/${body.slug}`,
    'Usual time, place and standing items of this body',
  )}.</p>`
  if (faults === undefined) return { kind: 'page', title, crumbs, body: html`${other} ${content}` }
  return {
    kind: 'page',
    title,
    crumbs,
    hasFaults: true,
    status: faults.kind === 'conflict' ? 409 : 400,
    body: html`${faultSummary(faults)} ${other} ${content}`,
  }
}

function previewOfPattern(request: StaffRequest, known: Planning, body: Body, asked: TypedFields): StaffAnswer {
  const plan = readPlan(asked)
  const dates = plan.ok ? datesOfPlan(plan.value) : plan
  const form = (refusal?: Refusal) => planForm(body, known.calendar.templateOf(body.slug), asked, refusal)
  if (!plan.ok || !dates.ok) return formPage(body, form(dates.ok ? undefined : dates.refusal), dates.ok ? undefined : dates.refusal)
  const proposals = proposalsOf(plan.value, dates.value.map((date) => ({ date, ...given('time', plan.value.time) })), known.calendar, request.today)
  const rows = proposals.map((proposal) => ({ date: proposal.date, time: proposal.time ?? '', isChosen: isFree(proposal), proposal }))
  return previewPage(request, known, body, asked, { rows, ...given('gap', gapInWords(plan.value)) })
}

/** A form that names no date has nothing to create or to check: it comes back with what was typed. */
function withoutDates({ calendar }: Planning, body: Body, typed: TypedFields): StaffAnswer {
  const { refusal } = refuse('invalid', '', [{ field: 'pattern', message: 'There are no dates here, so nothing was created. Give a pattern and press “Show the dates”' }])
  return formPage(body, planForm(body, calendar.templateOf(body.slug), typed, refusal), refusal)
}

function previewPage(
  request: StaffRequest,
  known: Planning,
  body: Body,
  typed: TypedFields,
  shown: { readonly rows: readonly PreviewRow[]; readonly refusal?: Refusal; readonly gap?: string },
): StaffAnswer {
  const change = details({
    summary: `Change the pattern: ${typed.text('pattern')}`,
    content: planForm(body, known.calendar.templateOf(body.slug), typed, undefined),
  })
  const notKnown = html`<p class="govuk-body">Each date is checked against bank holidays, this body’s other meetings, members who sit elsewhere, rooms, and the agendas
    of the bodies it reports to. School holidays are not known here.</p>`
  return formPage(
    body,
    html`${notKnown} ${shown.gap !== undefined && insetText({ text: shown.gap })} ${planPreview(shown.rows, typed, request.session.formToken, { refusal: shown.refusal, told: known.told, mayEditMembers: request.context.may(request.context.actor, 'bodies.edit-members') })} ${change}`,
    shown.refusal,
  )
}
