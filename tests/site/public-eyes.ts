import assert from 'node:assert/strict'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { words } from './staff-hands.ts'
import type { Site } from './start-site.ts'

/** Somebody who is not signed in, and looks everywhere. */
export interface PublicEyes {
  /** From now on nobody may read these words in public. */
  readonly notYet: (...secrets: readonly string[]) => void
  /** From now on they may be read. */
  readonly nowPublic: (...secrets: readonly string[]) => void
  /** From now on these addresses are looked at as well, whenever everything is looked at. */
  readonly watch: (...paths: readonly string[]) => void
  /** The words of a page that must be there, which says all this and nothing that is not yet public. */
  readonly reads: (path: string, ...expected: readonly RegExp[]) => Promise<string>
  readonly findsNothingAt: (path: string) => Promise<void>
  /** Looks at every address and every list once, and fails where a word stands that is not yet public. */
  readonly looksEverywhere: () => Promise<void>
}

const lists = [
  '/', '/meetings', '/meetings.ics', '/meetings.atom', '/bodies', '/sitemap.xml', '/interests', '/recommendations', '/recommendations.csv', '/questions', '/requests-for-documents',
  '/task-groups', '/forward-plan', '/forward-plan.atom', '/decisions', '/api/v1/meetings?limit=100', '/api/v1/interests', '/api/v1/recommendations?limit=100', '/api/v1/forward-plan',
  '/oparl/v1.1/meetings?limit=100&modified_since=2024-05-01T00:00:00Z', '/oparl/v1.1/papers?limit=100', '/oparl/v1.1/files?limit=100', '/oparl/v1.1/persons?limit=100',
  '/mgWebService.asmx/GetCommittees', '/mgWebService.asmx/GetCouncillorsByWard',
]

export function publicEyes(site: () => Site): PublicEyes {
  const secrets = new Set<string>()
  const watched = new Set<string>(lists)
  const secretsIn = (said: string) => {
    const plain = said.replaceAll('&#39;', "'").replaceAll('&amp;', '&').toLowerCase()
    return [...secrets].filter((secret) => plain.includes(secret.toLowerCase()))
  }
  return {
    notYet: (...more) => more.forEach((one) => secrets.add(one)),
    nowPublic: (...those) => those.forEach((one) => assert.ok(secrets.delete(one), `${one} was not secret`)),
    watch: (...paths) => paths.forEach((one) => watched.add(one)),
    reads: async (path, ...expected) => {
      const { status, said } = await ask(site(), path)
      assert.equal(status, 200, path)
      assert.deepEqual(secretsIn(said), [], `${path} tells what is not public`)
      const text = words(said)
      for (const one of expected) assert.match(text, one, path)
      return text
    },
    findsNothingAt: async (path) => assert.equal((await ask(site(), path)).status, 404, path),
    looksEverywhere: async () => {
      const told: string[] = []
      for (const path of watched) {
        const { status, said, headers } = await ask(site(), path)
        assert.ok([200, 303, 404, 410].includes(status), `${path} answers ${status}`)
        told.push(...secretsIn(said + headers).map((secret) => `${path}: ${secret}`))
      }
      assert.deepEqual(told, [])
    },
  }
}

async function ask({ address }: Site, path: string): Promise<{ status: number; said: string; headers: string }> {
  const answer = await fetch(address + path, { redirect: 'manual' })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isPdf = answer.headers.get('content-type') === 'application/pdf'
  const headers = answer.headers.get('content-disposition') ?? ''
  return { status: answer.status, said: isPdf ? JSON.stringify(await readPdf(bytes)) : new TextDecoder().decode(bytes), headers }
}
