import type { Answer } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import type { SiteFacts } from '../site-facts.ts'
import { contactLine } from '../contact-line.ts'

/** The statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask for. */
export function accessibilityPage(facts: SiteFacts): Answer {
  return {
    kind: 'page',
    title: 'Accessibility statement',
    description: 'What works, what does not, and what to do about it.',
    body: html`
<p class="govuk-body-l">We want everybody to be able to read what was put before a board or panel, and what came of it.</p>
<p class="govuk-body">You should be able to read every page on a screen 320 pixels wide, magnify it to 400 %, go through it with a keyboard alone,
listen to it with a screen
reader, and use it with scripts switched off. Your own colours and text spacing are respected.</p>
<h2 class="govuk-heading-m">How it is tested</h2>
<p class="govuk-body">Before each release a program opens every kind of page in a browser, narrow and wide, checks it against the automatic rules
of the Web Content
Accessibility Guidelines (WCAG) 2.2, level AA, and goes through the main ways of the site by keyboard and without scripts. The PDF packs are made
as tagged files with
bookmarks, a language and described figures, after the standard PDF/UA-1; the program that writes them refuses a figure without a description.</p>
<p class="govuk-body">Automatic tests find only a part of what can be wrong. The site has not yet been examined by independent auditors, or tried
by disabled people with their
own equipment.</p>
<h2 class="govuk-heading-m">How accessible it is</h2>
<p class="govuk-body">This site is partially compliant with WCAG 2.2, level AA, because of what is listed here:</p>
<ul class="govuk-list govuk-list--bullet">
<li>Wide tables of figures scroll sideways on a narrow screen; a shadow shows where there is more, and each
can be reached and scrolled by keyboard.</li>
<li>The picture of who reports to whom is large. The list beneath it says the same in words.</li>
<li>Papers that were written elsewhere and are kept only as they were sent may lack headings, table headers or descriptions. Where we hold the
text, the page of the item is
the form to read.</li>
</ul>
<h2 class="govuk-heading-m">If you cannot read something</h2>
<p class="govuk-body">${contactLine(facts)} Say which page or paper it is and in which form you need it: large print, easy read, audio or braille.${languages(facts)}</p>
<h2 class="govuk-heading-m">If you are not content with our answer</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
Accessibility Regulations 2018. Ask
the <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p>
<p class="govuk-body">This statement is part of the software and is brought up to date with each release.</p>`,
  }
}

function languages({ languages: known }: SiteFacts): string | undefined {
  return known.length === 0 ? undefined : ` Help in understanding a paper can be asked for in ${new Intl.ListFormat('en-GB').format(known)}.`
}
