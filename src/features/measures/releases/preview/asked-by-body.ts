import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { actionName, actionsOf, inShort, publishedQuestions, type ActionInList, type PublicQuestion } from '#features/minutes'
import type { Definition } from '../../definitions/definition.ts'
import type { Reader } from '#platform/database/database.ts'
import { namesInFull } from '../names-in-full.ts'
import type { Release } from '../release.ts'

type Asked = Release['asked'][number]

/** More than anybody reads beside figures. */
const most = 40
/** As many of each are looked through. */
const mostRead = 500

/** A measure of the release, by the name that a question would call it. */
type Named = Pick<Definition, 'slug' | 'name'>

/** What the members of a body asked, and what it set others to do, that was not answered or closed on that day: first what names one of these measures. Of what is published only; two queries. */
export async function askedByBody(reader: Reader, body: string, day: LocalDate, measures: readonly Named[]): Promise<readonly Asked[]> {
  const questions = await publishedQuestions(reader, { body, today: day, limit: mostRead })
  const actions = await actionsOf(reader, { body, limit: mostRead })
  return openOn(questions, actions, day, measures).slice(0, most)
}

type Action = Pick<ActionInList, 'kind' | 'reference' | 'askedOn' | 'words' | 'chain' | 'due' | 'address' | 'invented'>

/**
 * Those that were open on a day: what names a measure first, however long ago it was asked, since it stands beside the figure until it is answered; of the rest what was asked at the last meeting before that
 * day, which may be long ago, or since. Of each questions first, each by when they were asked. What was withheld since is left out.
 */
export function openOn(questions: readonly PublicQuestion[], actions: readonly Action[], day: LocalDate, measures: readonly Named[] = []): readonly Asked[] {
  const since = lastMeeting(actions, day) ?? lastMeeting(questions, day) ?? day
  const about = (words: string) => measures.filter((measure) => namesInFull(words, measure)).map(({ slug }) => slug)
  const kept = (askedOn: LocalDate, slugs: readonly string[]) => askedOn <= day && (since <= askedOn || slugs.length > 0)
  const asked = questions.toSorted(byDay).flatMap((question) => {
    const slugs = 'text' in question ? about(question.text) : []
    return kept(question.askedOn, slugs) ? questionOn(question, day).map((one) => withMeasures(one, slugs)) : []
  })
  const set = actions.toSorted(byDay).flatMap((action) => {
    const [state, slugs] = [stateOn(action.chain, day), about(action.words)]
    if (state === undefined || !kept(action.askedOn, slugs)) return []
    return [withMeasures({ text: `${actionName(action.kind, action.reference)}: ${inShort(action.words, 200)}`, href: action.address, state: withDue(state, dueOn(action, day)), ...given('invented', action.invented) }, slugs)]
  })
  const all = [...asked, ...set]
  return [...all.filter(({ about: of }) => of !== undefined), ...all.filter(({ about: of }) => of === undefined)]
}

function withMeasures(asked: Asked, about: readonly string[]): Asked {
  return about.length === 0 ? asked : { ...asked, about }
}

/** The last day by then on which any of these was asked: actions are set at meetings alone, questions between them too. */
function lastMeeting(asked: readonly { readonly askedOn: LocalDate }[], day: LocalDate): LocalDate | undefined {
  return asked.map(({ askedOn }) => askedOn).filter((askedOn) => askedOn <= day).toSorted().at(-1)
}

function byDay(one: { readonly askedOn: LocalDate }, other: { readonly askedOn: LocalDate }): number {
  return one.askedOn < other.askedOn ? -1 : one.askedOn > other.askedOn ? 1 : 0
}

function questionOn(question: PublicQuestion, day: LocalDate): readonly Asked[] {
  if (!('text' in question)) return []
  const { standing, number, text, askedBy, due } = question
  const over = standing.state === 'put' ? undefined : standing.state === 'answered' ? (standing.firstOn ?? standing.on) : standing.on
  if (over !== undefined && over <= day) return []
  return [{ text: `Question ${number} from ${askedBy}: ${inShort(text, 200)}`, href: `/questions/${number}`, state: withDue('Not answered yet', due) }]
}

/** Where an action stood on a day, by what had happened to it; undefined where nothing more was to come of it. */
function stateOn(chain: ActionInList['chain'], day: LocalDate): string | undefined {
  const last = chain.findLast(({ what, on }) => on <= day && what !== 'corrected')
  switch (last?.what) {
    case undefined:
    case 'corrected':
      return 'Asked'
    case 'served':
      return 'Served'
    case 'answered':
      return last.answer === 'accepted' ? 'Accepted' : last.answer === 'in-part' ? 'Accepted in part' : 'Rejected'
    case 'progress':
      return 'In progress'
    case 'done':
      return 'Reported as done, and not closed yet'
    case 'kept-open':
      return 'Kept open'
    case 'closed':
    case 'withdrawn':
      return undefined
  }
}

/** By when it was to be done, as far as the record tells for that day: the day that it holds may have been agreed with what happened later. */
function dueOn({ chain, due }: Pick<ActionInList, 'chain' | 'due'>, day: LocalDate): LocalDate | undefined {
  return chain.some(({ on }) => on > day) ? undefined : due
}

function withDue(state: string, due: LocalDate | undefined): string {
  return due === undefined ? state : `${state}, due ${formatDate(due)}`
}
