import type { ReleaseKey } from '../model/release-draft.ts'

export const releasesPath = '/staff/releases'

/** Where a release is made; `below` is a page or a deed of it. */
export function staffReleaseAddress({ body, period }: ReleaseKey, below = ''): string {
  return `${releasesPath}/${body}/${period}${below === '' ? '' : `/${below}`}`
}

/** The way to the pages of one release. */
export function releaseCrumbs(release?: ReleaseKey & { readonly draft: { readonly title: string } }): readonly { readonly text: string; readonly href: string }[] {
  const all = { text: 'Releases of figures', href: releasesPath }
  return release === undefined ? [all] : [all, { text: release.draft.title, href: staffReleaseAddress(release) }]
}
