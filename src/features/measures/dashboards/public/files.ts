import type { PublicPage } from '#platform/http/answers.ts'
import { fileForms, releaseDownload } from '../../downloads/downloads.ts'
import { askedRelease, noFiguresPublished } from './asked-release.ts'

/** `/dashboards/{body}/{period}.csv` and the other forms of a release, in the version that `?version=` names or the newest. Two queries each. */
export const dashboardFiles: readonly PublicPage[] = fileForms.map((form) => ({
  path: `/dashboards/:body/:period.${form}`,
  answer: async (request) => {
    const out = await askedRelease(request)
    return out === undefined ? noFiguresPublished : releaseDownload(out, form, request)
  },
}))
