import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { Context } from '#access/act.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { Reader } from '#platform/database/database.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingTag, placeInWords, whenInWords } from '../record/meeting-words.ts'
import { meetingAtHand, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import { toldInWords, toldOf } from './notices.ts'

/** A page that takes a meeting through a turn of events: first what is asked, which its address may fill in, then what will happen, then the deed. */
interface TurnOfMeeting<Ready> {
  /** The end of its address, and what the list says when it is done. */
  readonly word: 'move' | 'cancel' | 'adjourn'
  readonly done: string
  readonly title: string
  /** The button under what will happen. */
  readonly confirm: string
  /** Refused where the meeting is past this turn. */
  readonly may: (found: MeetingAtHand, request: StaffRequest) => Outcome<void>
  readonly fields: (found: MeetingAtHand, typed: PostedForm, refusal: Refusal | undefined) => Html
  /** The names of the fields, to go with the confirmation unseen. */
  readonly names: readonly string[]
  readonly read: (reader: Reader, found: MeetingAtHand, typed: PostedForm, request: StaffRequest) => Promise<Outcome<Ready>>
  /** Sentences that say what will happen. */
  readonly outlook: (found: MeetingAtHand, ready: Ready, request: StaffRequest) => readonly Piece[]
  /** What must be ticked before it is done; undefined where nothing is out of the ordinary. */
  readonly warning?: (ready: Ready) => string | undefined
  readonly deed: (context: Context, app: MeetingsApp, seen: MeetingSeen, found: MeetingAtHand, ready: Ready) => Promise<Outcome<{ told: number }>>
  /** From which day the list shows the meeting afterwards. */
  readonly day: (found: MeetingAtHand, ready: Ready) => string
}

/** The page of one turn, at `/staff/meetings/:meeting/{move,cancel,adjourn}`. */
export function turnPage<Ready>(turn: TurnOfMeeting<Ready>): StaffPage<MeetingsApp> {
  return {
    path: `/staff/meetings/:meeting/${turn.word}`,
    show: async (request) => {
      const found = await atHand(request)
      if (!found.ok) return { kind: 'refused', refusal: found.refusal }
      const may = turn.may(found.value, request)
      return may.ok ? formPage(turn, found.value, request, postedForm([...request.query])) : { kind: 'refused', refusal: may.refusal }
    },
    submit: async (request, app) => {
      const read = await look(request.context, seeing(request), async (reader) => {
        const found = await meetingAtHand(reader, request.params['meeting'] ?? '')
        if (!found.ok) return found
        const told = await toldOf(reader, found.value.body.slug, found.value.meeting.facts.date)
        return ok({ found: found.value, told: told.length, ready: await turn.read(reader, found.value, request.form, request) })
      })
      if (!read.ok) return { kind: 'refused', refusal: read.refusal }
      const { found, told, ready } = read.value
      if (!ready.ok) return refused(turn, found, request, ready.refusal)
      const step = request.form.text('step')
      if (step === 'change') return formPage(turn, found, request, request.form)
      const revision = request.form.whole('revision')
      if (revision !== found.meeting.revision) return refused(turn, found, request, changedMeanwhile)
      const warning = turn.warning?.(ready.value)
      const isUnsure = warning !== undefined && !request.form.has('sure')
      if (step !== 'do' || isUnsure) return confirmPage(turn, found, request, turn.outlook(found, ready.value, request), { told, warning, wasAsked: step === 'do' })
      const done = await turn.deed(request.context, app, { id: found.meeting.id, revision }, found, ready.value)
      if (!done.ok) return refused(turn, found, request, done.refusal)
      return { kind: 'moved', to: `/staff/meetings?body=${found.body.slug}&from=${turn.day(found, ready.value)}&done=${turn.done}` }
    },
  }
}

const changedMeanwhile = refuse(
  'conflict',
  'Somebody else changed this meeting while you had it open. What you typed is still here: compare it with the meeting as it stands now, and go on if it still holds.',
).refusal

function seeing({ params }: StaffRequest) {
  return { verb: 'meetings.plan', subject: { kind: 'meeting', id: (params['meeting'] ?? '').slice(0, 100) } }
}

/** The meeting of the address, for those who plan. */
function atHand(request: StaffRequest): Promise<Outcome<MeetingAtHand>> {
  return look(request.context, seeing(request), (reader) => meetingAtHand(reader, request.params['meeting'] ?? ''))
}

function refused<Ready>(turn: TurnOfMeeting<Ready>, found: MeetingAtHand, request: StaffRequest, refusal: Refusal): StaffAnswer {
  const isOfForm = refusal.kind === 'invalid' || refusal.kind === 'conflict'
  return isOfForm ? formPage(turn, found, request, request.form, refusal) : { kind: 'refused', refusal }
}

function formPage<Ready>(turn: TurnOfMeeting<Ready>, found: MeetingAtHand, request: StaffRequest, typed: PostedForm, refusal?: Refusal): StaffAnswer {
  const body = html`${refusal && faultSummary(refusal)} ${meetingNow(found, request)}
    <form method="post" action="${request.path}" novalidate>
      ${csrfInput(request.session.formToken)} <input type="hidden" name="revision" value="${found.meeting.revision}">
      ${turn.fields(found, typed, refusal)} ${button({ text: 'Continue' })}
      <p class="govuk-body">Nothing happens yet: the next page says what will.</p>
    </form>`
  const status = refusal === undefined ? {} : { hasFaults: true, status: refusal.kind === 'conflict' ? (409 as const) : (400 as const) }
  return { kind: 'page', title: turn.title, crumbs: crumbsOf(found), body, ...status }
}

function confirmPage<Ready>(
  turn: TurnOfMeeting<Ready>,
  found: MeetingAtHand,
  { path, form, session }: StaffRequest,
  outlook: readonly Piece[],
  { told, warning, wasAsked }: { readonly told: number; readonly warning: string | undefined; readonly wasAsked: boolean },
): StaffAnswer {
  const kept = turn.names.flatMap((name) => form.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))
  const body = html`${wasAsked && faultSummary(notTicked)}<h2 class="govuk-heading-m">What will happen</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${[...outlook, toldInWords(told)].filter((sentence) => sentence !== false).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <form method="post" action="${path}">
      ${csrfInput(session.formToken)} <input type="hidden" name="revision" value="${found.meeting.revision}"> ${kept}
      ${warning !== undefined && html`${warningText({ text: warning })}${checkboxes({ name: 'sure', error: wasAsked ? faultFor(notTicked, 'sure') : undefined, items: [{ value: 'yes', text: 'Yes, on that day all the same' }] })}`}
      <div class="govuk-button-group">
        ${button({
          text: turn.confirm,
          name: 'step',
          value: 'do',
          classes: 'govuk-button--warning',
          preventDoubleClick: true,
        })} ${button({ text: 'Change this', name: 'step', value: 'change', classes: 'govuk-button--secondary' })}
        <a class="govuk-link" href="/staff/meetings/${found.meeting.id}">Leave the meeting as it is</a>
      </div>
    </form>`
  return { kind: 'page', title: `${turn.title}: confirm`, crumbs: crumbsOf(found), body, ...(wasAsked ? { hasFaults: true, status: 400 as const } : {}) }
}

const notTicked = refuse('invalid', '', [{ field: 'sure', message: 'Tick that it is meant so, or change the day' }]).refusal

/** The way to a page about one meeting. */
export function crumbsOf({ meeting, body }: MeetingAtHand): { text: string; href: string }[] {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: `${body.name}, ${whenInWords(meeting.facts)}`, href: `/staff/meetings/${meeting.id}` },
  ]
}

function meetingNow({ meeting, body }: MeetingAtHand, { today }: StaffRequest): Html {
  const rows = [
    { key: 'Meeting', value: body.name },
    { key: 'When', value: whenInWords(meeting.facts) },
    { key: 'Where', value: placeInWords(meeting.facts) },
    { key: 'State', value: meetingTag(meeting.facts, today) },
  ]
  return summaryList({ rows })
}
