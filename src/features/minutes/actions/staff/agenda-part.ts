import { html } from '#platform/pages/html.ts'
import { details } from '#platform/pages/components/details.ts'
import type { LaterParts } from '#features/meetings'
import { trackerCounts } from '../public/read-tracker.ts'
import { outstandingSection } from '../public/outstanding-section.ts'

/** Under the agenda that is being built: what its item about what is outstanding will show. */
export const agendaParts: NonNullable<LaterParts['agendaParts']> = [
  async (reader, { today }, { facts }) => {
    if (facts.status !== 'planned') return undefined
    const { all, byStage, late } = await trackerCounts(reader, { body: facts.body }, today)
    const open = all - byStage.closed - byStage.withdrawn
    if (open === 0) return undefined
    return details({ summary: `Outstanding for this body: ${open}${late === 0 ? '' : `, ${late} of them late`}`, content: html`${await outstandingSection(reader, facts, today)}` })
  },
]
