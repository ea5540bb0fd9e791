import type { Browser } from 'playwright-core'
import { webContent } from '#entry/features.ts'
import { faultsInMarkup, type MarkupFaults } from './markup.ts'
import type { StaffAtWork } from './staff-at-work.ts'
import { handsOf } from './staff-hands.ts'

/** A page behind the sign-in as one account finds it. */
export interface StaffFound extends MarkupFaults {
  readonly account: string
  readonly address: string
  /** The address as the product writes it, `/staff/meetings/:meeting`: pages of one kind share it. */
  readonly kind: string
  readonly status: number
  readonly text: string
}

export interface StaffCrawled {
  readonly pages: readonly StaffFound[]
  /** Packs, pictures, calendars, and what only scripts ask for. */
  readonly files: readonly Pick<StaffFound, 'account' | 'address' | 'kind' | 'status'>[]
}

const accounts = ['officer', 'director', 'analyst', 'chair', 'finance', 'auditor', 'admin']

/** One account looks at so many pages of a kind. */
const mostOfAKind = 3

/** Everything that can be read behind the sign-in, the addresses without parameters first. */
export const staffKinds: readonly string[] = [...webContent.staffPages.filter(({ show }) => show !== undefined).map(({ path }) => path), '/staff', '/staff/password'].toSorted(
  (one, other) => one.split(':').length - other.split(':').length,
)

const patterns = staffKinds.map((kind) => ({ kind, pattern: new RegExp(`^${kind.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`) }))

function kindOf(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  return patterns.find(({ pattern }) => pattern.test(path))?.kind ?? path
}

/** Follows the links from “Your work” on, as each account, a few pages of each kind. */
export async function crawlStaff({ site }: StaffAtWork, browser: Browser): Promise<StaffCrawled> {
  const reader = await browser.newPage()
  await reader.goto(site.address)
  const pages: StaffFound[] = []
  const files: Pick<StaffFound, 'account' | 'address' | 'kind' | 'status'>[] = []
  for (const account of accounts) {
    const hands = await handsOf(site, account)
    const looked = new Map<string, number>()
    const met = new Set(['/staff'])
    const waiting = ['/staff']
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const kind = kindOf(address)
      const seen = looked.get(kind) ?? 0
      if (seen >= mostOfAKind) continue
      looked.set(kind, seen + 1)
      const { status, text, type, isDownload } = await hands.get(address)
      if (isDownload || !type.startsWith('text/html')) {
        files.push({ account, address, kind, status })
        continue
      }
      const read = await faultsInMarkup(reader, text, `${site.address}${address}`)
      pages.push({ account, address, kind, status, text, ...read })
      for (const link of read.links) {
        const [next = ''] = link.split('#')
        if (met.has(next) || !next.startsWith('/staff')) continue
        met.add(next)
        // The lists come before what they list.
        if (next.split('/').length <= 3) waiting.unshift(next)
        else waiting.push(next)
      }
    }
  }
  await reader.close()
  return { pages, files }
}
