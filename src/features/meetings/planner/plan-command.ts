import { formatDay, formatTime } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { command, wrongUsage, type CommandOutcome } from '#platform/command/command.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { calendarAround, ownBodies } from './calendar.ts'
import { createMeetings } from './create-meetings.ts'
import { datesOfPlan, gapInWords, kindInWords, readPlan, usualMonthsLeftOut, usualPeriod, type MeetingKind, type Plan, type TypedFields } from './plan.ts'
import { isFree, proposalsOf, type Proposal } from './proposals.ts'

/** `plan BODY --pattern WORDS`: the proposed meetings of a body with what speaks against each; `--create` creates them. */
export const planCommand = command({
  name: 'plan',
  summary: 'Propose the meetings of a body for a year, and create them',
  description:
    'Prints each proposed day with its clashes and the nearest free day. With --create the meetings without a clash are created, all or none, ' +
    'with the standing items of the body, announced in the public calendar, and its members are told.',
  needs: 'application',
  arguments: [{ name: 'body', summary: 'the address word of the body, e.g. cabinet' }],
  options: {
    pattern: {
      type: 'string',
      required: true,
      value: 'WORDS',
      summary: 'such as "second Tuesday of each month" or "every 6 weeks from 12 May 2026"',
    },
    from: { type: 'string', value: 'DAY', summary: 'first day; usually what is left of the municipal year, or the next one' },
    to: { type: 'string', value: 'DAY', summary: 'last day' },
    time: { type: 'string', value: 'HH:MM', summary: 'usually the body’s own' },
    'leave-out': { type: 'string', multiple: true, value: 'MONTH', summary: 'a month without a meeting, 1 to 12; usually 8, the recess in August; "none" for none; may be given several times' },
    open: { type: 'boolean', summary: 'meetings in public' },
    closed: { type: 'boolean', summary: 'meetings that are not open to the public' },
    development: { type: 'boolean', summary: 'private development sessions; without one of the three, as the body usually meets' },
    create: { type: 'boolean', summary: 'create the meetings that have no clash' },
  },
  run: async (input, _io, app: MeetingsApp): Promise<CommandOutcome> => {
    const [body = ''] = input.words
    const { options } = input
    if (kindsChosen(options).length > 1) return wrongUsage('Give one of --open, --closed and --development.')
    const found = await proposeMeetings(app.context(), body, options)
    if (!found.ok) return found.refusal.kind === 'invalid' ? wrongUsage(found.refusal.faults.map(({ message }) => message).join('. ')) : found
    const { plan, proposals } = found.value
    const free = proposals.filter(isFree)
    if (options.create !== true) return ok({ text: [kindInWords[plan.kind], ...proposals.map(line), ...[gapInWords(plan) ?? []].flat()].join('\n'), json: { body, kind: plan.kind, proposals } })
    if (free.length === 0) return refuse('conflict', 'Every proposed day has a clash, so no meeting was created.', clashFaults(proposals))
    const created = await createMeetings(app.context(), app, plan, free)
    if (!created.ok) return created
    const left = proposals.length - free.length
    const text = `${kindInWords[plan.kind]}\n${free.map(line).join('\n')}\n${free.length} created, ${created.value.told} members told${left === 0 ? '' : `; ${left} left out because of clashes`}`
    return ok({
      text,
      json: {
        body,
        kind: plan.kind,
        created: free.map(({ date }) => date),
        meetings: created.value.meetings,
        told: created.value.told,
        leftOut: proposals.filter((one) => !free.includes(one)),
      },
    })
  },
})

/** What is asked of the planner in words, as a command line or a program gives it. */
export type PlanOptions = Readonly<Partial<Record<'pattern' | 'from' | 'to' | 'time', string | undefined>>> & { readonly 'leave-out'?: readonly string[] | undefined } & KindOptions

type KindOptions = Readonly<Partial<Record<'open' | 'closed' | 'development', boolean | undefined>>>

function kindsChosen({ open, closed, development }: KindOptions): MeetingKind[] {
  return [...(open === true ? ['public' as const] : []), ...(closed === true ? ['closed' as const] : []), ...(development === true ? ['development' as const] : [])]
}

/** Reads what is asked and proposes the days, with what speaks against each. Nothing is created. */
export function proposeMeetings(context: Context, slug: string, options: PlanOptions): Promise<Outcome<{ plan: Plan; proposals: Proposal[] }>> {
  const usual = usualPeriod(context.today)
  return look(context, { verb: 'meetings.plan', subject: { kind: 'body', id: slug.slice(0, 200) } }, async (reader) => {
    const calendar = await calendarAround(reader, usual)
    const body = ownBodies(calendar.bodies.values(), context.today).find((one) => one.slug === slug)
    if (body === undefined) return refuse('not-found', `There is no body of this council’s own with the address word ${slug.slice(0, 100)}.`)
    const { usual: ways } = calendar.templateOf(slug)
    const fields: Readonly<Partial<Record<string, string>>> = {
      body: slug,
      from: usual.from,
      to: usual.to,
      time: ways.time ?? '',
      minutes: String(ways.minutes),
      venue: ways.venue ?? '',
      kind: kindsChosen(options)[0] ?? (body.meetsInPublic ? 'public' : 'closed'),
      ...Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value === 'string')),
    }
    const typed: TypedFields = { text: (name) => fields[name] ?? '', all: (name) => (name === 'leave-out' ? (options['leave-out'] ?? usualMonthsLeftOut) : []) }
    const plan = readPlan(typed)
    if (!plan.ok) return plan
    const dates = datesOfPlan(plan.value)
    if (!dates.ok) return dates
    const around = await calendarAround(reader, plan.value)
    return ok({
      plan: plan.value,
      proposals: proposalsOf(plan.value, dates.value.map((date) => ({ date, ...given('time', plan.value.time) })), around, context.today),
    })
  })
}

/** Why no day of a plan can be used, by day. */
export function clashFaults(proposals: readonly Proposal[]): Fault[] {
  return proposals.flatMap(({ date, clashes }) => clashes.map(({ words }) => ({ field: date, found: date, message: words }))).slice(0, 20)
}

function line({ date, time, clashes, suggestion }: Proposal): string {
  const when = `${formatDay(date)}${time === undefined ? '' : `, ${formatTime(time)}`}`
  if (clashes.length === 0) return when
  return [
    isFree({ date, ...given('time', time), clashes }) ? `${when}: at short notice` : `${when}: clash`,
    ...clashes.map(({ words }) => `  - ${words}`),
    ...(suggestion === undefined ? [] : [`  nearest free day: ${formatDay(suggestion)}`]),
  ].join('\n')
}
