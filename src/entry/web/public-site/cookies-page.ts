import type { Answer } from '#platform/http/answers.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'

/** Only what is strictly necessary, so there is nothing to consent to (Privacy and Electronic Communications Regulations 2003, reg 6(4)). */
export function cookiesPage(): Answer {
  return {
    kind: 'page',
    title: 'Cookies',
    description: 'This site sets no cookie unless you sign in.',
    body: html`
<p class="govuk-body-l">Reading this site sets no cookie at all.</p>
<p class="govuk-body">Councillors and staff who sign in get the cookies that signing in cannot do without. None of them counts visits or follows
anyone, so there is nothing to
accept or refuse.</p>
${dataTable({
  caption: 'Cookies for those who sign in',
  columns: [{ heading: 'Name' }, { heading: 'What it does' }, { heading: 'How long it lasts' }],
  rows: [
    ['golden-thread-form', 'Ties the sign-in form to your browser, so that no other site can send it for you', '12 hours'],
    ['golden-thread-session', 'Remembers that you are signed in', 'Until you sign out; 30 minutes without use, 12 hours at most'],
    ['golden-thread-sign-on', 'Holds the thread while you are at your organisation’s own sign-in page', 'Until you come back'],
  ],
})}
<p class="govuk-body">Over https their names begin with <code>__Host-</code>, which stops other sites from setting them.</p>`,
  }
}
