import { html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { governanceMap } from './governance.ts'
import { governanceList, governancePicture } from './governance-map.ts'
import { publishedBodies } from './published-bodies.ts'

/** `/bodies/map`: who reports to whom, as a picture and as a list that says the same. */
export async function mapPage({ read }: PublicRequest): Promise<Answer> {
  const map = governanceMap(await publishedBodies(read))
  const alone = map.alone.length
  return {
    kind: 'page',
    title: 'Governance map',
    description: 'Who reports to whom, and how often.',
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Bodies', href: '/bodies' },
    ],
    body: html`${lead('Each body reports to those on its left. A full line leads to the nearest of them, a broken line to others.')}
      <p class="govuk-body"><a class="govuk-link" href="#in-words">Read the same as a list</a>${alone === 0 ? '' : `, which also names ${alone === 1 ? 'one body' : `${alone} bodies`} whose lines of reporting the record does not show`}.</p>
      ${governancePicture(map, 'Who reports to whom')}
      <h2 class="govuk-heading-m" id="in-words">The map in words</h2>
      ${governanceList(map)}`,
  }
}
