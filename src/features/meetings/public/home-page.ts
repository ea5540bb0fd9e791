import { formatDay, formatTime } from '#core/date-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { agendaTopics } from './agenda-topics.ts'
import { written, type HomeWay, type LaterParts } from '../later-parts.ts'
import { meetingAddress } from '../record/meeting.ts'
import { placeInWords } from '../record/meeting-words.ts'
import { meetingsList } from './meetings-list.ts'
import { meetingsInList, publishedMeeting, type MeetingInList } from '../publication/published-meetings.ts'

const coming = 5
const recent = 5

/** `/`: what this place is, the next meeting with what is on its agenda, what comes after, the given sections, and the latest agendas. */
export function homePage(later: Later = {}): (request: PublicRequest) => Promise<Answer> {
  return (request) => answerHome(request, later)
}

type Later = Pick<LaterParts, 'homeSections' | 'homeWays'>

async function answerHome(request: PublicRequest, { homeSections = [], homeWays = [] }: Later): Promise<Answer> {
  const next = await meetingsInList(request.read, { from: request.today, order: 'first-to-last', limit: coming })
  const past = await meetingsInList(request.read, { before: request.today, withAgenda: true, order: 'last-to-first', limit: recent })
  // A cancelled meeting stays in the list, and is never the one to come to.
  const first = next.find((meeting) => meeting.status !== 'cancelled')
  const later = next.filter((meeting) => meeting !== first)
  const stood = await written(homeSections.map((section) => () => section(request)))
  const list = { today: request.today, headingLevel: 3, heading: 'body' } as const
  return {
    kind: 'page',
    title: 'How the county holds its children’s services to account',
    description: 'Boards and panels, their meetings, agendas and papers.',
    body: html`${lead('Read what is planned for children and families, who questions it, and what was put before them: every meeting, agenda and report, open to anyone.')}
      ${first === undefined ? nothingComing : await nextMeeting(first, request)}
      ${later.length === 0 ? undefined : html`<h2 class="govuk-heading-m">Other coming meetings</h2>${meetingsList(later, list)}`}
      <p class="govuk-body"><a class="govuk-link" href="/meetings">All coming meetings</a></p>
      ${stood}
      ${past.length === 0 ? undefined : html`<h2 class="govuk-heading-m">Papers of recent meetings</h2>${meetingsList(past, list)}<p class="govuk-body"><a class="govuk-link" href="/meetings?when=past">All past meetings</a></p>`}
      ${waysIn(homeWays)}`,
  }
}

const nothingComing = html`<section class="gt-next"><h2 class="govuk-heading-m">Next meeting</h2><p class="govuk-body">No meetings are planned from today on.</p></section>`

async function nextMeeting(meeting: MeetingInList, request: PublicRequest): Promise<Html> {
  const found = await publishedMeeting(request.read, meeting.body, meeting.date)
  const address = meetingAddress(meeting)
  return html`<section class="gt-next" aria-labelledby="next-meeting">
    <h2 class="govuk-heading-m" id="next-meeting">Next meeting</h2>
    <p class="gt-next__when"><time datetime="${meeting.date}">${formatDay(meeting.date)}</time>${meeting.time === undefined ? '' : `, ${formatTime(meeting.time)}`}</p>
    <p class="govuk-body-l"><a class="govuk-link" href="${address}">${meeting.bodyName}<span class="govuk-visually-hidden">, ${formatDay(meeting.date)}</span></a></p>
    ${found === undefined ? undefined : html`<p class="govuk-body">${placeInWords(found.meeting)}</p>${agendaTopics(found.meeting, address)}`}
  </section>`
}

function waysIn(later: readonly HomeWay[]): Html {
  return html`<h2 class="govuk-heading-m">Find your way</h2>
  <ul class="govuk-list gt-ways">
    <li><a class="govuk-link" href="/bodies">Boards, panels and partnerships</a>: what each is for and who sits on it</li>
    ${later.map(({ text, href, about }) => html`<li><a class="govuk-link" href="${href}">${text}</a>: ${about}</li>`)}
    <li><a class="govuk-link" href="/bodies/map">Governance map</a>: who reports to whom</li>
    <li><a class="govuk-link" href="/rules">Time limits</a>: the rules that meetings and services must keep, with the law they rest on</li>
  </ul>`
}
