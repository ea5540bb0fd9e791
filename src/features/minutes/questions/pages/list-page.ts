import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'
import { questionsKept } from '../read-questions.ts'
import { aboutHtml, questionTags } from '../words.ts'
import { maySee } from './view.ts'

const path = '/staff/questions'
const mostOpen = 200
const pageSize = 25

/** `/staff/questions`: what waits to be taken as put (for a member their own), what is not answered, and what was. */
export const questionsPage: StaffPage<MeetingsApp> = {
  path,
  show: async ({ context, query, session, today }) => {
    const { actor, may } = context
    const mayPut = may(actor, 'questions.put')
    const asker = mayPut ? undefined : session.actor.person
    const before = Number(/^[1-9]\d{0,8}$/.exec(query.get('before') ?? '')?.[0]) || undefined
    const found = await look(context, { verb: 'questions.see', subject: { kind: 'questions', id: 'list' } }, async (reader) => {
      const done = await questionsKept(reader, { states: ['answered', 'withdrawn'], before: before ?? 1_000_000_000, order: 'newest', limit: pageSize + 1 })
      if (before !== undefined) return ok({ taken: [], put: [], done })
      const taken = await questionsKept(reader, { states: ['asked', 'not-put'], asker, order: 'newest', limit: mostOpen })
      return ok({ taken, put: await questionsKept(reader, { states: ['put'], order: 'due', limit: mostOpen }), done })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const shown = (questions: readonly Question[]) => questions.filter((question) => maySee(context, question))
    const { taken, put, done } = found.value
    const last = done.slice(0, pageSize).at(-1)
    const ask = may(actor, 'questions.ask') && html`<p>${button({ text: 'Ask a question', href: `${path}/ask` })}</p>`
    const own = mayPut || may(actor, 'questions.ask')
    const body = html`${lead('What members ask about items and figures. A question that is put is public, and comes back on each agenda of its body until it is answered.')}${ask}
${before === undefined && own && part(mayPut ? 'To be taken as put, or declined' : 'Yours that are not put', taken, today, 'Nothing waits.')}
${before === undefined && part('Not answered yet', shown(put), today, 'Every question is answered.')}
${part('Answered or withdrawn', shown(done.slice(0, pageSize)), today, 'Nothing here yet.')}
${cursorPagination({ label: 'Pages of questions', ...(before === undefined ? {} : { previous: { href: path, label: 'Back to the first page' } }), ...(done.length > pageSize && last?.number !== undefined ? { next: { href: `${path}?before=${last.number}`, label: 'Earlier questions' } } : {}) })}
<p class="govuk-body">${link('/questions', 'Questions as the public reads them')}${may(actor, 'requests.see') && html` · ${link('/staff/requests-for-documents', 'Requests for documents')}`}</p>`
    return { kind: 'page', title: 'Questions', body }
  },
}

function part(heading: string, questions: readonly Question[], today: LocalDate, none: string): Html {
  if (questions.length === 0) return html`<h2 class="govuk-heading-m">${heading}</h2><p class="govuk-body">${none}</p>`
  return dataTable({
    caption: heading,
    columns: [{ heading: 'Question' }, { heading: 'About' }, { heading: 'Asked by' }, { heading: 'Answered by' }, { heading: 'State' }],
    rows: questions.map((question) => [
      link(questionAddress(question), html`${question.number !== undefined && `${question.number}. `}${userText(shortened(question.text))}`),
      aboutHtml(question.about, question.body),
      html`${userText(question.askedBy)}, ${formatDate(question.askedOn)}`,
      question.owner === undefined ? '' : html`${userText(question.owner.role)}, by ${formatDate(question.owner.due)}`,
      questionTags(question.standing, question.owner?.due, today),
    ]),
  })
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}
