import type { Answer } from '#platform/http/answers.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'

/** Only what is strictly necessary, so there is nothing to consent to (Privacy and Electronic Communications Regulations 2003, reg 6(4)). */
export function cookiesPage(): Answer {
  return {
    kind: 'page',
    title: 'Cookies',
    description: 'This site sets no cookie unless you sign in or fill in a form, and what else your browser keeps.',
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
    ['golden-thread-browser', 'Remembers that you have signed in with this browser before, so that strangers who guess at your password do not keep you out. It signs nobody in, and names nobody', '400 days from when you last signed in'],
  ],
})}
<p class="govuk-body">Over https their names begin with <code>__Host-</code>, which stops other sites from setting them.</p>
<h2 class="govuk-heading-m" id="browser">What else your browser keeps</h2>
<p class="govuk-body">If you only read, nothing: no page for the public keeps anything in your browser. For those who sign in:</p>
<ul class="govuk-list govuk-list--bullet">
<li>While you write a report, the text that is not saved yet is kept in your browser’s storage (<code>localStorage</code>, under names that begin
<code>golden-thread:report:</code>), so that a lost connection, an ended session or a closed tab does not lose it. It goes when it is saved, when you throw it away, and when you sign out; what is
older than 30 days goes when you next open that report. Until then whoever uses the same browser on the same device could read it: sign out on a device that you share.</li>
<li>The pages on which members read their packs keep nothing in the browser, and need a connection. What you download to read without one, the PDF or the papers as one page, is a
file on your device, with your notes in it if you asked for them. It stays there until you delete it: signing out does not, and we cannot.</li>
</ul>`,
  }
}
