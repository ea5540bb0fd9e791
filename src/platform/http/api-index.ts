import type { ApiResource } from './api.ts'
import type { ApiInformation } from './openapi.ts'

/** What the first address of the API answers: what this is, where it is described, and every address with what it gives. */
export function apiIndex(resources: readonly ApiResource[], { title, version, description }: ApiInformation, root: string): unknown {
  return {
    name: title,
    version,
    description,
    openapi: `${root}/openapi.json`,
    resources: resources.map(({ path, summary }) => ({ path: `${root}${path}`, summary })),
  }
}
