import { sitting } from './sitting/sitting.ts'
import { declaring } from './declaring/declaring.ts'
import { taking } from './taking/taking.ts'
import { actions } from './actions/actions.ts'
import { requests } from './requests/requests.ts'
import { questions } from './questions/questions.ts'
import type { MinutesRoom } from './minutes-room.ts'
import { recommendationPage } from './actions/public/recommendation-page.ts'
import type { RecommendationListSection, RecommendationSection } from './actions/public/recommendation-section.ts'
import { trackerListPage } from './actions/public/tracker-page.ts'
import type { PublicPage } from '#platform/http/answers.ts'

export type { MinutesVerb } from './permissions.ts'
export { actionsOf, actionsChangedSince, actionsDueBetween, type ActionInList, type ChangedAction } from './actions/actions-of.ts'
export { heldStatuses, meetingsToClose } from './actions/closing.ts'
export { actionName, inShort, inventionTag, inventionWords, stateWords } from './actions/action-words.ts'
export { nameAwaitedOwners } from './actions/awaited-owners.ts'
export type { RecommendationListSection, RecommendationSection }
export { actionList } from './actions/public/action-list.ts'
export { publishedAction } from './actions/public/read-tracker.ts'
export { heldMeetings, notHeldOn } from './actions/closing.ts'
export { hiddenAddress } from './actions/public-evidence.ts'
export { unreadableAddress } from './actions/published-address.ts'
export { raiseActions, withdrawActions } from './actions/raise-actions.ts'
export { personsNames } from './not-a-persons-name.ts'
export { inTurn } from './sent-by-member.ts'
export type { PublicQuestion } from './questions/question.ts'
export { publishedQuestions } from './questions/read-questions.ts'
export { uuidOf } from './taking/record/resolution-id.ts'
export { inventions, type ActionOrigin, type Invention } from './actions/action.ts'
export { minutesOfMeetings, publicationsOfMinutes } from './taking/public/minutes-of-meetings.ts'
export { publishedMinutes, type MinutesVersion } from './taking/public/published-minutes.ts'
export { minutesAddress, minutesPages, minutesPdfAddress, type MinutesSection } from './taking/public/minutes-page.ts'
export { minuteHtml } from './taking/record/minutes-html.ts'
export { areInvented, inventedMark } from './taking/record/invented.ts'
export { resolvedInWords } from './taking/record/minutes-text.ts'
export { stateInWords } from './taking/record/minutes-state.ts'

/** The list of recommendations and actions and the page of each, with what later features write there. */
export function recommendationPages(later: { readonly list: readonly RecommendationListSection[]; readonly one: readonly RecommendationSection[] }): readonly PublicPage[] {
  return [
    { path: '/recommendations', answer: (request) => trackerListPage(request, later.list) },
    { path: '/recommendations/:reference', answer: (request) => recommendationPage(request, later.one) },
  ]
}

/** What this feature brings to the doors, room by room. */
export const minutesRooms: readonly MinutesRoom[] = [sitting, declaring, taking, actions, requests, questions]
