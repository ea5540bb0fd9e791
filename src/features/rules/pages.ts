import type { PublicPage } from '#platform/http/answers.ts'
import { rulePage } from './rule-page.ts'
import { rulesPage } from './rules-page.ts'

export const rulesPages: readonly PublicPage[] = [
  { path: '/rules', answer: () => Promise.resolve(rulesPage()) },
  { path: '/rules/:rule', answer: (request) => Promise.resolve(rulePage(request)) },
]
