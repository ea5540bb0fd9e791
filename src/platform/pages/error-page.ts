import { html, type Html } from './html.ts'

export type ErrorStatus = 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503

const words: Record<ErrorStatus, { readonly title: string; readonly what: string; readonly next: string }> = {
  400: {
    title: 'That could not be read',
    what: 'Something in the address or in what was sent is not as it should be.',
    next: 'Check the address, or go back and try again.',
  },
  403: {
    title: 'You may not do this',
    what: 'Either you are not signed in as someone who may, or the form was open for so long that it is no longer valid.',
    next: 'Go back, load the page again and repeat what you did. If you believe you should be able to, ask the administrator of this site.',
  },
  404: {
    title: 'There is no such page',
    what: 'Nothing is published at this address. If you typed it, check that it is right; if you followed a link, the link may be out of date.',
    next: 'You can begin again at the home page.',
  },
  409: {
    title: 'Someone else has changed this',
    what: 'It was changed after you opened it, so what you sent has not been saved.',
    next: 'Go back, copy anything you do not want to lose, load the page again and make your change there.',
  },
  413: {
    title: 'That is too large',
    what: 'What was sent is larger than this site accepts, so none of it has been kept.',
    next: 'Send a smaller file, or split it.',
  },
  429: {
    title: 'Too many requests',
    what: 'More came from your connection in a short time than this site answers.',
    next: 'Wait a minute, then try again.',
  },
  500: {
    title: 'Something went wrong here',
    what: 'This is our fault, not yours. Nothing that was saved before is lost.',
    next: 'Try again later. If it goes on, tell us what you were doing.',
  },
  503: {
    title: 'This is not available at the moment',
    what: 'The site is starting, being looked after, or short of room.',
    next: 'Try again in a few minutes.',
  },
}

/**
 * The page for a request that could not be answered: what happened, what to do, and the reference by which we can find it in
 * the log. A message of the caller's takes the place of the general explanation; it must be in the reader's words.
 */
export function errorPage(
  status: ErrorStatus,
  about: { readonly requestId: string; readonly message?: string | undefined },
): { readonly title: string; readonly body: Html } {
  const { title, what, next } = words[status]
  const body = html`<p class="govuk-body-l">${about.message ?? what}</p>
<p class="govuk-body">${next}</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>
<p class="govuk-body gt-quiet">If you tell us about this, quote the reference <span class="gt-reference">${about.requestId}</span>.</p>`
  return { title, body }
}
