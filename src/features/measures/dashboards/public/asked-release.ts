import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { releaseOut, type ReleaseOut } from '../../releases/published-releases.ts'

/** For an address at which no figures are published. */
export const noFiguresPublished: Answer = { kind: 'not-found', message: 'No figures are published at this address. The list of dashboards has all that are.' }

/** The release that an address asks for, in the version that it names or the newest; undefined where there is none. Two queries at most. */
export async function askedRelease({ read, params, query }: PublicRequest): Promise<ReleaseOut | undefined> {
  const { body = '', period = '' } = params
  const version = askedVersion(query)
  return version === 'none' ? undefined : releaseOut(read, { body, period }, version)
}

/** The version in the address, undefined where it names none; `none` where what it names is no number. */
function askedVersion(query: URLSearchParams): number | undefined | 'none' {
  const asked = query.get('version')
  if (asked === null) return undefined
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 'none'
}
