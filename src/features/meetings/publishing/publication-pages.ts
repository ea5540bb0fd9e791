import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { panel } from '#platform/pages/components/panel.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { progressSteps } from '#platform/pages/progress-steps.ts'
import { userText } from '#platform/pages/text.ts'
import { publishedBodies } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { toldOf } from '../planner/notices.ts'
import { meetingAddress } from '../record/meeting.ts'
import { meetingInWork } from '../work/read-work.ts'
import { nameOf } from './ask-publication.ts'
import { publicationById, type PublicationRecord } from './keep-publication.ts'
import { crumbsTo, isPrivate, meetingOf, momentInWords, staffAddress, type NamedMeeting } from './page-frame.ts'
import type { PublicationId } from './tables.ts'

/** How far a publication is: a page for people, and the same for the script that watches it. */
export const publicationPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/meetings/:meeting/publications/:publication', show: showPublication },
  { path: '/staff/meetings/:meeting/publications/:publication/state', show: showState },
]

interface FoundPublication extends NamedMeeting {
  readonly record: PublicationRecord
  /** How many members are told by e-mail. */
  readonly told: number
}

async function showPublication(request: StaffRequest): Promise<StaffAnswer> {
  const found = await readPublication(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { record, meeting } = found.value
  const titles = { queued: 'Publishing', building: 'Publishing', done: 'Published', failed: 'Not published' } as const
  return {
    kind: 'page',
    title: titles[record.state],
    crumbs: crumbsTo(found.value, { text: 'Publish', href: `${staffAddress(meeting.id)}/publish` }),
    body: html`${record.state === 'done' ? done(found.value) : record.state === 'failed' ? failed(found.value) : underWay(found.value)}
      <p class="govuk-body">Asked for by <bdi>${nameOf(record.askedBy)}</bdi>, ${momentInWords(record.askedAt)}.</p>`,
  }
}

async function showState(request: StaffRequest): Promise<StaffAnswer> {
  const found = await readPublication(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { state } = found.value.record
  return { kind: 'data', body: { state, words: stepInWords(found.value.record) } }
}

function readPublication(request: StaffRequest): Promise<Outcome<FoundPublication>> {
  const id = meetingOf(request)
  const wanted = request.params['publication'] ?? ''
  return look(request.context, { verb: 'meetings.publish', subject: { kind: 'publication', id: wanted.slice(0, 100) } }, async (reader) => {
    const record = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(wanted) ? await publicationById(reader, wanted as PublicationId) : undefined
    const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
    const body = (await publishedBodies(reader)).find((one) => one.slug === meeting?.facts.body)
    if (record === undefined || meeting === undefined || body === undefined || record.meeting !== meeting.id) return refuse('not-found', 'There is no such publication.')
    return ok({ record, meeting, body, told: (await toldOf(reader, meeting.facts.body, meeting.facts.date)).length })
  })
}

function underWay({ record, meeting }: FoundPublication): Html {
  const here = `${staffAddress(meeting.id)}/publications/${record.id}`
  return html`<div data-publication="${here}/state">
      ${progressSteps({
        label: 'Publishing',
        steps: [
          { text: 'Check that nothing stands in the way', state: 'done' },
          { text: record.plan.kind === 'supplement' ? 'Set the supplement' : 'Set the pack', state: 'doing', detail: html`<span data-publication-step>${stepInWords(record)}</span>` },
          { text: 'Publish all of it at once, and tell members', state: 'to-do' },
        ],
      })}
    </div>
    <p class="govuk-body">You may leave this page: it goes on without you. Nothing is public until all of it is.</p>
    <p class="govuk-body"><a class="govuk-link" href="${here}">Look again</a></p>`
}

function stepInWords({ step, state }: PublicationRecord): string {
  if (step === undefined) return state === 'queued' ? 'Waiting to begin' : 'Reading the papers'
  return `${step.words} (step ${Math.min(step.done + 1, step.of)} of ${step.of})`
}

function done(found: FoundPublication): Html {
  const { record, meeting } = found
  const address = meetingAddress(meeting.facts)
  return html`${panel({ title: `Version ${record.version} is published`, text: readersOf(found) })} ${notInIt(found)}
    <ul class="govuk-list">
      <li><a class="govuk-link" href="${address}">As the public sees it</a></li>
      <li><a class="govuk-link" href="/staff/packs/${meeting.facts.body}/${meeting.facts.date}">As members see it</a></li>
      <li><a class="govuk-link" href="${staffAddress(meeting.id)}/after">Supplements, corrections and withdrawals</a></li>
    </ul>`
}

/** Who can read it now. */
function readersOf({ meeting, told }: FoundPublication): string {
  if (isPrivate(meeting.facts)) return `The public reads only that the meeting takes place. ${told === 0 ? nobodyHere : 'Its members have it.'}`
  return told === 0 ? `The public has it. ${nobodyHere}` : 'The public and the members have it.'
}

const nobodyHere = 'No member of this body has an account here yet.'

/** What was written while the version was made waits for the next. */
function notInIt({ record: { changedMeanwhile: papers }, meeting }: FoundPublication): Html | undefined {
  if (papers.length === 0) return undefined
  const [were, change] = papers.length === 1 ? ['was', 'The change is'] : ['were', 'The changes are']
  return insetText({
    text: html`<p class="govuk-body">${countOf(papers.length, 'papers')} ${were} changed while this was published. ${change} not in it:</p>
      <ul class="govuk-list govuk-list--bullet">${papers.map(({ item, title }) => html`<li>Item ${item}, ${userText(title)}</li>`)}</ul>
      <a class="govuk-link" href="${staffAddress(meeting.id)}/publish">See what has changed</a>`,
  })
}

function failed({ record, meeting }: FoundPublication): Html {
  const { refusal } = record
  return html`${warningText({ text: refusal?.message === undefined || refusal.message === '' ? 'Something has to be put right first.' : refusal.message })}
    ${refusal !== undefined && refusal.faults.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${refusal.faults.map((fault) => html`<li>${fault.message}</li>`)}</ul>` : undefined}
    <p class="govuk-body"><a class="govuk-link" href="${staffAddress(meeting.id)}/publish">Check and publish again</a></p>`
}
