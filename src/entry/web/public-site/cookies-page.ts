import type { Answer } from '#platform/http/answers.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'

/** Only what is strictly necessary, so there is nothing to consent to (Privacy and Electronic Communications Regulations 2003, reg 6(4)). */
export function cookiesPage(): Answer {
  return {
    kind: 'page',
    title: 'Cookies',
    description: 'This site sets no cookie unless you sign in or fill in a form.',
    body: html`
<p class="govuk-body-l">Reading this site sets no cookie at all.</p>
<p class="govuk-body">A form, such as the one to ask to speak at a meeting, and signing in cannot do without one. None of them counts visits or follows
anyone, so there is nothing to accept or refuse.</p>
${dataTable({
  caption: 'Cookies for those who fill in a form or sign in',
  columns: [{ heading: 'Name' }, { heading: 'What it does' }, { heading: 'How long it lasts' }],
  rows: [
    ['golden-thread-form', 'Ties a form, the one to sign in among them, to your browser, so that no other site can send it for you', '12 hours'],
    ['golden-thread-session', 'Remembers that you are signed in', 'Until you sign out; 30 minutes without use, 12 hours at most'],
    ['golden-thread-sign-on', 'Holds the thread while you are at your organisation’s own sign-in page', 'Until you come back'],
  ],
})}
<p class="govuk-body">Over https their names begin with <code>__Host-</code>, which stops other sites from setting them.</p>`,
  }
}
