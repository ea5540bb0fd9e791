import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { MeetingsApp } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'
import { questionsKept } from '../read-questions.ts'
import { questionTags } from '../words.ts'

const most = 10

/** What a person has to do or wait for: an officer takes questions as put, whoever was asked answers, a member sees how their own stand. */
export const questionsSection: StaffSection<MeetingsApp> = async ({ context, session, today }) => {
  const { actor, may } = context
  const { person } = session.actor
  if (!may(actor, 'questions.answer') && !may(actor, 'questions.ask')) return undefined
  const found = await look(context, { verb: 'questions.see', subject: { kind: 'questions', id: 'own' } }, async (reader) => {
    const toTake = may(actor, 'questions.put') ? await questionsKept(reader, { states: ['asked'], order: 'newest', limit: most }) : []
    const toAnswer = may(actor, 'questions.answer') ? await questionsKept(reader, { states: ['put'], owner: person, order: 'due', limit: most }) : []
    const asked = may(actor, 'questions.ask') ? await questionsKept(reader, { states: ['asked', 'put'], asker: person, order: 'newest', limit: most }) : []
    return ok({ toTake, toAnswer, asked })
  })
  if (!found.ok) return undefined
  const { toTake, toAnswer, asked } = found.value
  if (toTake.length + toAnswer.length + asked.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Questions from members</h2>
${part('To be taken as put, or declined', toTake, today)}${part('For you to answer', toAnswer, today)}${part('Yours', asked, today)}`
}

function part(heading: string, questions: readonly Question[], today: LocalDate): Html | undefined {
  if (questions.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">${heading}</h3><ul class="govuk-list govuk-list--spaced">${questions.map(
    (question) =>
      html`<li>${link(questionAddress(question), html`${question.number === undefined ? 'A question' : `Question ${question.number}`} from ${userText(question.askedBy)}, ${formatDate(question.askedOn)}`)}${question.owner !== undefined && `: by ${formatDate(question.owner.due)}`}. ${questionTags(question.standing, question.owner?.due, today)}</li>`,
  )}</ul>`
}
