import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { bodyNames, seatsOf } from '#features/bodies'
import { agendaAddress, isWithheldItem, meetingIdOf, meetingInWork, sightOf, type MeetingInWork, type MeetingsApp, type Sight } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { LocalDate } from '#core/dates.ts'
import { itemKey } from '../asking-form.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'
import { questionsKept } from '../read-questions.ts'
import { questionTags } from '../words.ts'
import { maySee } from './view.ts'

interface Shown {
  readonly meeting: MeetingInWork
  readonly bodyName: string
  readonly sight: Sight
  readonly questions: readonly Question[]
  /** The reader sits on this body and may ask. */
  readonly mayAsk: boolean
}

/** More than a meeting ever has. */
const most = 300

/** `/staff/meetings/:meeting/questions`: what members ask about the items of one meeting, for those who prepare for it. */
export const meetingQuestionsPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/questions',
  show: async ({ context, params, today }) => {
    const id = meetingIdOf(params['meeting'])
    if (id === undefined) return { kind: 'refused', refusal: noMeeting.refusal }
    const found = await look(context, { verb: 'questions.see', subject: { kind: 'meeting', id } }, async (reader): Promise<Outcome<Shown>> => {
      const meeting = await meetingInWork(reader, id)
      const sight = meeting && (await sightOf(reader, meeting, context))
      if (meeting === undefined || sight?.isMeetingShown !== true) return noMeeting
      const { body, date } = meeting.facts
      const questions = (await questionsKept(reader, { at: { body, date }, order: 'newest', limit: most })).filter((question) => maySee(context, question))
      const mayAsk = context.actor.kind === 'person' && context.may(context.actor, 'questions.ask') && (await seatsOf(reader, context.actor.person, today)).some((seat) => seat.body === body)
      return ok({ meeting, bodyName: (await bodyNames(reader)).get(body) ?? body, sight, questions, mayAsk })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { meeting, bodyName } = found.value
    const where = `${bodyName}, ${formatDay(meeting.facts.date)}`
    return {
      kind: 'page',
      title: `Questions: ${where}`,
      crumbs: [
        { text: 'Meetings', href: '/staff/meetings' },
        { text: where, href: agendaAddress(meeting) },
      ],
      body: questionsByItem(found.value, today),
    }
  },
}

const noMeeting = refuse('not-found', 'There is no such meeting.')

function questionsByItem({ meeting, sight, questions, mayAsk }: Shown, today: LocalDate): Html {
  const { body, date, status } = meeting.facts
  const items = meeting.items.filter((item) => sight.isShown(item) && !isWithheldItem(item.facts))
  if (items.length === 0) return html`<p class="govuk-body">There is no open item on this agenda yet.</p>`
  return html`${items.map((item) => {
    const own = questions.filter(({ about }) => about.kind === 'item' && about.item === item.number)
    const ask = mayAsk && status !== 'planned' && html`<p class="govuk-body">${link(`/staff/questions/ask?item=${itemKey({ body, date, item: item.number })}`, html`Ask a question<span class="govuk-visually-hidden"> about item ${item.number}</span>`)}</p>`
    return html`<h2 class="govuk-heading-s">${item.number}. ${userText(item.facts.title)}</h2>
${own.length === 0 ? html`<p class="govuk-body">No questions.</p>` : html`<ul class="govuk-list govuk-list--spaced">${own.map((question) => html`<li>${link(questionAddress(question), userText(question.text))}<br>${userText(question.askedBy)} ${questionTags(question.standing.state, question.owner?.due, today)}</li>`)}</ul>`}${ask}`
  })}`
}
