import type { PublicRequest } from '#platform/http/answers.ts'
import type { Html } from '#platform/pages/html.ts'
import type { ActionInList } from '../actions-of.ts'

/** A part of the page of a recommendation or an action that a later feature writes, after its chain. */
export type RecommendationSection = (request: PublicRequest, action: ActionInList) => Promise<Html | undefined>

/** The same below the list of all; `body` is whose recommendations it is narrowed to. */
export type RecommendationListSection = (request: PublicRequest, asked: { readonly body?: { readonly slug: string; readonly name: string } }) => Promise<Html | undefined>
