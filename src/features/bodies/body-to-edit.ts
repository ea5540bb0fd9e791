import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Body } from './body.ts'
import { publishedBody } from './published-bodies.ts'

/** The body that an address below `/staff/bodies` names, for somebody who may edit it. */
export function bodyToEdit({ context, params }: Pick<StaffRequest, 'context' | 'params'>): Promise<Outcome<Body>> {
  const slug = params['body'] ?? ''
  return look(context, { verb: 'bodies.edit-members', subject: { kind: 'body', id: slug.slice(0, 200) } }, async (reader) => {
    const found = await publishedBody(reader, slug)
    return found === undefined ? refuse('not-found', 'There is no body of this name. The list of bodies shows those there are.') : ok(found.body)
  })
}
