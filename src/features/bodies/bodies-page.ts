import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import type { Body } from './body.ts'
import { kindGroups } from './body-words.ts'
import { publishedBodies } from './published-bodies.ts'

/** `/bodies`: every body in the council's family, by what it is, each with its purpose. */
export async function bodiesPage({ read }: PublicRequest): Promise<Answer> {
  const bodies = await publishedBodies(read)
  return {
    kind: 'page',
    title: 'Boards, panels and partnerships',
    description: 'Every body that plans, decides or scrutinises, what it is for and whom it reports to.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`${lead(bodies.length === 0 ? 'No body is published yet.' : `${bodies.length === 1 ? 'One body plans, decides on or scrutinises' : `${bodies.length} bodies plan, decide on or scrutinise`} the services. Each page says what the body is for, who sits on it and when it meets.`)}
      <p class="govuk-body"><a class="govuk-link" href="/bodies/map">See who reports to whom on the governance map</a></p>
      ${kindGroups.map(({ heading, kinds }) => group(heading, bodies.filter((body) => kinds.includes(body.kind))))}`,
  }
}

function group(heading: string, bodies: readonly Body[]): Html | undefined {
  if (bodies.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${heading}</h2>
    <ul class="govuk-list gt-body-list">
      ${bodies.map(
        (body) =>
          html`<li><h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/bodies/${body.slug}">${body.name}</a></h3>
            <p class="govuk-body">${body.purpose}</p></li>`,
      )}
    </ul>`
}
