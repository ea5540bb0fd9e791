import { notificationBanner } from './components/notification-banner.ts'
import { html, type Html, type Piece } from './html.ts'

/**
 * Says that what was posted is done, on the page to which the reader was sent with `?done=word`. The words are the page's own,
 * so nobody can make it say anything by an address; a word that the page does not know prints nothing.
 */
export function doneBanner(query: URLSearchParams, words: Readonly<Record<string, Piece>>): Html | undefined {
  const word = query.get('done')
  if (word === null || !Object.hasOwn(words, word)) return undefined
  return notificationBanner({ type: 'success', content: html`<p class="govuk-notification-banner__heading">${words[word]}</p>` })
}
