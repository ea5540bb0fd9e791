import type { StaffAnswer } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import type { Html } from '#platform/pages/html.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { paperCrumbs } from './paper-frame.ts'

/** A page of a paper: as it is asked for, or shown again with what was refused. */
export function paperPage(opened: OpenPaper, title: string, body: Html, refusal: Refusal | undefined): StaffAnswer {
  return { kind: 'page', title, body, crumbs: paperCrumbs(opened), status: refusal === undefined ? 200 : refusalStatus[refusal.kind], hasFaults: refusal !== undefined }
}
