import type { Answer } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import type { SiteFacts } from '../site-facts.ts'
import { contactLine } from '../contact-line.ts'

/** What the site keeps of its visitors and of its users. */
export function privacyPage(facts: SiteFacts): Answer {
  return {
    kind: 'page',
    title: 'Privacy',
    description: 'What this site keeps about the people who use it.',
    body: html`
<p class="govuk-body-l">You can read everything here without telling us who you are.</p>
<p class="govuk-body">${responsible(facts)}</p>
<h2 class="govuk-heading-m">If you only read</h2>
<ul class="govuk-list govuk-list--bullet">
<li>We set no cookie and load nothing from other sites, so no one else learns what you read.</li>
<li>Our log has the kind of page, the time, and whether it worked. It does not have your internet address, what you searched for, or what browser
you use.</li>
<li>Your internet address is held in the server’s memory for a minute, to stop one visitor from taking the site away from the others. It is not
written down.</li>
</ul>
<h2 class="govuk-heading-m">If you ask to speak at a meeting</h2>
<ul class="govuk-list govuk-list--bullet">
<li>We keep what you send: your name, how to reach you, what you wish to say, what you need to take part. The officers who arrange the meeting see it; the
chair sees all but how to reach you.</li>
<li>For a day we keep a mark of the network that it came from, which does not show the address, so that nobody can send requests by the hundred.</li>
<li>It is deleted one year after the meeting. That somebody asked, on which item, and what was decided stays.</li>
<li>Your name is published beside a written response only if you agreed. A response that is published stays.</li>
</ul>
<h2 class="govuk-heading-m">If you ask for news by e-mail</h2>
<ul class="govuk-list govuk-list--bullet">
<li>We keep your e-mail address and what you want news of, and use them for nothing else. Nobody is shown them.</li>
<li>Before you confirm by the link that we send you we write nothing else, and forget the address after seven days. For a day we keep a mark of the network that you asked from, which
does not show the address.</li>
<li>Every e-mail has a link that stops them. With that press your address is deleted. A feed needs no address.</li>
</ul>
<h2 class="govuk-heading-m">If you sign in</h2>
<ul class="govuk-list govuk-list--bullet">
<li>We keep your name, your work e-mail address, the roles you hold and when you last signed in, because the law asks who did what in a council’s
decisions.</li>
<li>Your password is kept only in a form from which it cannot be read back.</li>
<li>What you do here is recorded in an audit that nobody can change: who, what, when. It is kept for as long as the records it speaks of.</li>
<li>Attempts to sign in are counted for five minutes, in a form that does not show the address or the account.</li>
<li>What you note on papers is yours: it is kept here, and nobody else is shown it.</li>
<li>While you write a report, what is not saved yet is kept in your own browser, on the device that you write on, and is not sent to us until it is saved.
<a class="govuk-link" href="/cookies#browser">What your browser keeps</a>.</li>
<li>If a program of yours comes in by a key, we keep what the key is for, whose it is, when it ends and the day it was last used. The key itself is kept only in a form from which
it cannot be read back.</li>
</ul>
<h2 class="govuk-heading-m">If you sit on a body of the council</h2>
<ul class="govuk-list govuk-list--bullet">
<li>The interests that you tell the monitoring officer, your spouse’s or partner’s among them, are published once they are registered, because the law asks for it (Localism Act 2011,
section 29). What ended stays in the history.</li>
<li>The address of your home is never published. Where publishing an interest would put somebody at risk, its details are withheld, and are taken out of the history too. Only you
and the monitoring officer’s office read them.</li>
<li>Agendas are looked through for the names that you gave, to remind you. What is found is shown to you alone, and is not kept.</li>
</ul>
<h2 class="govuk-heading-m">People named in papers</h2>
<p class="govuk-body">Councillors, and people who hold a place on a board or panel, are named because the law asks that meetings and their papers
are open to the public (Local
Government Act 1972, Part VA). ${facts.isExample ? 'In this example every person is invented.' : ''} Nothing published here may identify a
child.</p>
<h2 class="govuk-heading-m">Your rights</h2>
<p class="govuk-body">You may ask what is held about you, and ask for it to be corrected. ${contactLine(facts)} If you are not content with the
answer, complain to the
<a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.</p>`,
  }
}

/** UK GDPR art. 13(1)(a): who is the controller. */
function responsible({ name, isNamed, isExample }: SiteFacts): string {
  if (isExample) return `This is an example and not a site of ${name}: whoever runs it is responsible for what it keeps.`
  if (!isNamed) return 'The council that runs this site is responsible for what it keeps; its name has not been loaded here yet.'
  return `${name} is responsible for what this site keeps (the controller).`
}
