import { forAnySite } from './any-site.ts'

/** A file as a page function answers it. */
export interface FileAnswer {
  readonly contentType: string
  readonly body: string | Uint8Array
  /** Given to the browser as the name to save under. */
  readonly filename?: string
  readonly inline?: boolean
  /** Open data: scripts of other sites may read it too. */
  readonly isForAnySite?: boolean
}

/** What a file's response says beside its kind. */
export function fileHeaders(answer: FileAnswer): Record<string, string> {
  return { ...disposition(answer), ...ownPolicy(answer.contentType), ...(answer.isForAnySite === true ? forAnySite : {}) }
}

/** A picture in SVG could hold a script; opened by itself it may do nothing and belongs to no site. */
function ownPolicy(contentType: string): Record<string, string> {
  return contentType === 'image/svg+xml' ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" } : {}
}

/** RFC 6266: the plain name for old browsers, the full one beside it. */
function disposition({ filename, inline }: FileAnswer): Record<string, string> {
  if (filename === undefined) return {}
  const plain = filename.replaceAll(/[^\w. -]/g, '_')
  return { 'content-disposition': `${inline === true ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}` }
}
