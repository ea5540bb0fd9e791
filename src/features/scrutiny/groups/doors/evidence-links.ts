import { unreadableAddress } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { publishedGroup } from '../task-groups/published-groups.ts'

interface Cited {
  readonly link?: string | undefined
}

/** Those of the addresses that evidence leads to which the public cannot read, each with why. A record has few, and each is asked for once. */
export async function unreadableLinks(reader: Reader, evidence: readonly Cited[], origin: string): Promise<ReadonlyMap<string, string>> {
  const unreadable = new Map<string, string>()
  for (const link of new Set(evidence.flatMap(({ link: address }) => address ?? []))) {
    const why = (await unreadableAddress(reader, link, origin)) ?? (await missingGroup(reader, link, origin))
    if (why !== undefined) unreadable.set(link, why)
  }
  return unreadable
}

async function missingGroup(reader: Reader, link: string, origin: string): Promise<string | undefined> {
  const url = new URL(link, origin)
  const [, slug] = url.origin === new URL(origin).origin ? (/^\/task-groups\/([^/]+)\/?$/.exec(url.pathname) ?? []) : []
  return slug === undefined || (await publishedGroup(reader, slug)) !== undefined ? undefined : `No task group has the address /task-groups/${slug.slice(0, 80)} in public`
}

/** What is wrong with the addresses of a record's evidence, by its place in the list. */
export function linkFaults(evidence: readonly Cited[], unreadable: ReadonlyMap<string, string>): FieldFault[] {
  return evidence.flatMap(({ link }, index) => {
    const message = link === undefined ? undefined : unreadable.get(link)
    return link === undefined || message === undefined ? [] : [{ field: `evidence[${index + 1}].link`, found: link, message }]
  })
}
