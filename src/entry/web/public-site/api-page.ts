import type { Answer } from '#platform/http/answers.ts'
import type { ApiResource } from '#platform/http/api.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'

/** `/api`: the same public record for programs, with every address that there is. */
export function apiPage(resources: readonly ApiResource[], root: string): Answer {
  const tags = [...new Set(resources.map((resource) => resource.tag))]
  return {
    kind: 'page',
    title: 'The public record for programs',
    description: 'An open API for meetings, papers, bodies and rules.',
    body: html`
<p class="govuk-body-l">Everything published here can be read by programs too, as JSON, without a key.</p>
<p class="govuk-body">The whole is described in <a class="govuk-link" href="${root}/openapi.json">openapi.json</a> (OpenAPI 3.1). Lists come in
pages of up to 100 entries: follow
<code>next</code> until there is none. Send the <code>ETag</code> of an answer back as <code>If-None-Match</code> and you are told 304 while
nothing has changed. Errors are
<code>application/problem+json</code> and say what to put right.</p>
${tags.map((tag) => tableOf(tag, resources, root))}`,
  }
}

function tableOf(tag: string, resources: readonly ApiResource[], root: string): Html {
  return dataTable({
    caption: tag,
    captionSize: 'm',
    columns: [{ heading: 'Address' }, { heading: 'What it gives' }],
    rows: resources.filter((resource) => resource.tag === tag).map((resource) => [addressOf(resource, root), resource.summary]),
  })
}

function addressOf(resource: ApiResource, root: string): Html {
  const address = `${root}${resource.path}`
  const words = html`<code>${breakable(address)}</code>`
  return resource.path.includes('{') ? words : html`<a class="govuk-link" href="${address}">${words}</a>`
}

/** On a narrow screen an address goes on in the next line after a stroke. */
function breakable(address: string): Html {
  return html`${address.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`))}`
}
