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
import { questionsComingBack, questionsKept } from '../read-questions.ts'
import { questionTags } from '../words.ts'
import { comingBackList, isToCome, itemOfOutstanding } from './coming-back.ts'
import { maySee } from './view.ts'

interface Shown {
  readonly meeting: MeetingInWork
  readonly bodyName: string
  readonly sight: Sight
  /** About its own items. */
  readonly questions: readonly Question[]
  /** Put before, and not answered since. */
  readonly back: readonly Question[]
  /** The reader sits on this body and may ask. */
  readonly mayAsk: boolean
}

/** More than a meeting ever has. */
const most = 300

/** `/staff/meetings/:meeting/questions`: what members ask about the items of one meeting, and what comes back to it unanswered, for those who prepare for it. */
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
      const back = isToCome(meeting, today) ? (await questionsComingBack(reader, body, today)).filter((question) => maySee(context, question)) : []
      const mayAsk = context.actor.kind === 'person' && context.may(context.actor, 'questions.ask') && (await seatsOf(reader, context.actor.person, today)).some((seat) => seat.body === body)
      return ok({ meeting, bodyName: (await bodyNames(reader)).get(body) ?? body, sight, questions, back, mayAsk })
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
      body: html`${questionsBack(found.value, today)}${questionsByItem(found.value, today)}`,
    }
  },
}

const noMeeting = refuse('not-found', 'There is no such meeting.')

/** What comes back stands first: nobody has to know under which item it does. */
function questionsBack({ meeting, back }: Shown, today: LocalDate): Html | undefined {
  if (back.length === 0) return undefined
  const item = itemOfOutstanding(meeting)
  return html`<h2 class="govuk-heading-m" id="coming-back">Questions that come back unanswered</h2>
${item !== undefined && html`<p class="govuk-body">They come back under item ${item.number}.</p>`}${comingBackList(back, today)}
<h2 class="govuk-heading-m">Questions about the items of this agenda</h2>`
}

function questionsByItem({ meeting, sight, questions, back, mayAsk }: Shown, today: LocalDate): Html {
  const { body, date, status } = meeting.facts
  const items = meeting.items.filter((item) => sight.isShown(item) && !isWithheldItem(item.facts))
  if (items.length === 0) return html`<p class="govuk-body">There is no open item on this agenda yet.</p>`
  const outstanding = back.length === 0 ? undefined : itemOfOutstanding(meeting)?.number
  const heading = html.raw(back.length === 0 ? 'h2' : 'h3')
  return html`${items.map((item) => {
    const own = questions.filter(({ about }) => about.kind === 'item' && about.item === item.number)
    const ask = mayAsk && status !== 'planned' && html`<p class="govuk-body">${link(`/staff/questions/ask?item=${itemKey({ body, date, item: item.number })}`, html`Ask a question<span class="govuk-visually-hidden"> about item ${item.number}</span>`)}</p>`
    const none = item.number === outstanding ? html`<p class="govuk-body"><a class="govuk-link" href="#coming-back">The questions that come back unanswered</a> are for this item.</p>` : html`<p class="govuk-body">No questions.</p>`
    return html`<${heading} class="govuk-heading-s">${item.number}. ${userText(item.facts.title)}</${heading}>
${own.length === 0 ? none : html`<ul class="govuk-list govuk-list--spaced">${own.map((question) => html`<li>${link(questionAddress(question), userText(question.text))}<br>${userText(question.askedBy)} ${questionTags(question.standing, question.owner?.due, today)}</li>`)}</ul>`}${ask}`
  })}`
}
