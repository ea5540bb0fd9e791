import type { Definition } from '../../definitions/definition.ts'
import type { ReleaseEntry } from '../../releases/release.ts'
import { unitInWords } from '../../sheets/shown.ts'
import { versionsHeld } from '../../sheets/counted-by.ts'
import { judgingRule } from '../judging-rule.ts'
import { notApplicable, type TableSheet } from './table-sheet.ts'

const better: Readonly<Record<Definition['polarity'], string>> = { higher: 'More is better', lower: 'Less is better', neither: 'Neither: for context only, never coloured' }

/** What each measure is, and why it was chosen; below it the versions by which its older figures were counted, the newest first. */
export function definitionsSheet(entries: readonly Pick<ReleaseEntry, 'sheet'>[]): TableSheet {
  return {
    name: 'Definitions',
    holds: 'What each measure is, why it was chosen and by which rules it is judged',
    columns: [
      { heading: 'Measure', width: 40 },
      { heading: 'Definition', width: 60 },
      { heading: 'Why it was chosen', width: 60 },
      { heading: 'Numerator', width: 30 },
      { heading: 'Denominator', width: 30 },
      { heading: 'Unit', width: 14 },
      { heading: 'Which is better', width: 20 },
      { heading: 'How often', width: 16 },
      { heading: 'Days until it is known', width: 12 },
      { heading: 'Source', width: 40 },
      { heading: 'Kept by', width: 30 },
      { heading: 'Answered for by', width: 30 },
      { heading: 'Judged by', width: 60 },
      { heading: 'Version', width: 9 },
      { heading: 'Holds from', width: 14 },
      { heading: 'Held until', width: 14 },
      { heading: 'What the version changed', width: 40 },
    ],
    rows: entries.flatMap(({ sheet }) => versionsHeld(sheet)).map(({ definition, from, until }) => [
      definition.name,
      definition.definition,
      definition.why,
      definition.numerator ?? notApplicable,
      definition.denominator ?? notApplicable,
      unitInWords(definition),
      better[definition.polarity],
      definition.frequency.replaceAll('-', ' '),
      definition.lag.days,
      definition.source.name,
      definition.steward,
      definition.owner,
      judgingRule(definition),
      definition.version,
      from === undefined ? notApplicable : { date: from },
      until === undefined ? notApplicable : { date: until },
      definition.changed ?? notApplicable,
    ]),
  }
}
