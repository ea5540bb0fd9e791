import type { Answer } from '#platform/http/answers.ts'
import type { DescribedOperation } from '#platform/http/described-operation.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'

/** `/api`: the same public record for programs, with every address that there is, and what a program with a key may do. */
export function apiPage(resources: readonly DescribedOperation[], withKey: readonly DescribedOperation[], root: string): Answer {
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
${tablesOf(resources, root)}
${withKey.length > 0 && html`<h2 class="govuk-heading-m" id="key">With a key</h2>
<p class="govuk-body">A councillor’s or an officer’s program may do here what its account may do in the site, and no more. An administrator makes the key, which is sent with each
request as <code>Authorization: Bearer …</code>; cookies are not looked at. What is sent is one JSON object.</p>
${tablesOf(withKey, root, 's')}`}`,
  }
}

function tablesOf(operations: readonly DescribedOperation[], root: string, captionSize: 'm' | 's' = 'm'): Html[] {
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  return tags.map((tag) => tableOf(tag, operations.filter((one) => one.tag === tag), root, captionSize))
}

function tableOf(tag: string, operations: readonly DescribedOperation[], root: string, captionSize: 'm' | 's'): Html {
  return dataTable({
    caption: tag,
    captionSize,
    columns: [{ heading: 'Address' }, { heading: 'What it gives' }],
    rows: operations.map((one) => [addressOf(one, root), one.summary]),
  })
}

function addressOf({ method, path, needsKey }: DescribedOperation, root: string): Html {
  const address = `${root}${path}`
  const words = html`<code>${method === 'post' && 'POST '}${breakable(address)}</code>`
  return path.includes('{') || needsKey === true ? words : html`<a class="govuk-link" href="${address}">${words}</a>`
}

/** On a narrow screen an address goes on in the next line after a stroke. */
function breakable(address: string): Html {
  return html`${address.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`))}`
}
