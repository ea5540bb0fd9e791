import { parsePeriod } from '#core/periods/period.ts'
import { periodInWords } from '#core/periods/period-words.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { bodyNames } from '#features/bodies'
import { instantOf } from '#features/meetings'
import type { Definition } from '../../definitions/definition.ts'
import { likelyPeriodOf } from '../../observations/likely-period.ts'
import type { ReleaseDraft, ReleaseKey } from '../model/release-draft.ts'
import { definitionsIn } from '../store/definitions-in.ts'
import { addStep, insertRelease } from '../store/keep-release.ts'
import { nameOf, releaseKeptBefore } from '../store/read-releases.ts'
import { whoIs, type ReleasesApp } from './turn-release.ts'

/** Begins the release of a period for a body, with the parts of the one before; where there is one already, that is it. Refuses a period that is not over: its figures cannot be known. */
export function beginRelease(context: Context, app: ReleasesApp, typed: ReleaseKey): Promise<Outcome<ReleaseKey>> {
  const key = { body: typed.body.trim(), period: typed.period.trim().toLowerCase() }
  return act(context, { verb: 'releases.assemble', subject: { kind: 'release', id: nameOf(key).slice(0, 150) }, detail: { did: 'begun' } }, async (tx): Promise<Outcome<ReleaseKey>> => {
    const names = await bodyNames(tx.reader)
    const period = parsePeriod(key.period)
    const faults: Fault[] = [
      ...(names.has(key.body) ? [] : [{ field: 'body', found: key.body, message: 'Choose the body that reads the figures' }]),
      ...(period === undefined ? [{ field: 'period', found: key.period, message: noPeriod(key.period) }] : []),
      ...(period !== undefined && period.to >= context.today ? [{ field: 'period', found: key.period, message: 'This period is not over, so its figures cannot be known. Give one that is' }] : []),
    ]
    if (faults.length > 0 || period === undefined) return refuse('invalid', '', faults)
    const last = await releaseKeptBefore(tx.reader, key)
    const draft = likeLast(last?.draft, key.body, await definitionsIn(tx.reader, key.period))
    const begun = await insertRelease(tx, key, { ...draft, title: `Figures for ${periodInWords(period)}` })
    if (begun) await addStep(tx, key, { did: 'begun', who: whoIs(context.actor), words: last === undefined ? '' : `As in “${last.draft.title}”`, at: instantOf(context.today, app.now()) })
    return ok(key)
  })
}

function noPeriod(typed: string): string {
  const likely = likelyPeriodOf(typed, ['quarter', 'month', 'financial-year'])
  return likely === undefined ? 'Give a period such as 2019-20-q4, 2022-04 or 2022-23' : `Write the period as ${likely}`
}

/** The parts and rankings of the body's release before, as far as its measures are still defined for the body. */
function likeLast(last: ReleaseDraft | undefined, body: string, definitions: ReadonlyMap<string, Definition>): Pick<ReleaseDraft, 'headings' | 'rankings'> {
  const stands = (slug: string) => definitions.get(slug)?.bodies.includes(body) === true
  const headings = (last?.headings ?? []).map(({ heading, measures }) => ({ heading, measures: measures.filter(stands) }))
  return { headings: headings.filter(({ measures }) => measures.length > 0), rankings: (last?.rankings ?? []).filter(({ measure }) => stands(measure)) }
}
