import type { Importer } from '#platform/command/transfer.ts'
import type { MeetingsApp } from '#features/meetings'
import { eesImporter } from '../../comparators/ees/import-ees.ts'
import { fingertipsImporter } from '../../comparators/fingertips/import-fingertips.ts'
import { areasImporter } from '../../comparators/import-areas.ts'
import { neighboursImporter } from '../../comparators/import-neighbours.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import type { FiguresImporter } from '../../observations/loading/figures-importer.ts'
import { columnsNeeded } from '../../observations/observation.ts'
import type { MeasuresVerb } from '../../permissions.ts'

/** A kind of file that is loaded on the screen, by the importer of the command. */
interface LoadKind {
  readonly name: string
  readonly hint: string
  readonly verb: MeasuresVerb
  readonly importer: Importer<Pick<MeetingsApp, 'context' | 'now'>> | FiguresImporter<Pick<MeetingsApp, 'context' | 'now'>>
  /** A second file says what of the first is meant. */
  readonly hasMapping: boolean
  /** What such a file looks like. */
  readonly example: string
}

export const loadKinds = {
  observations: {
    name: 'Figures, one a row',
    hint: 'A CSV file of your own, or of others in our form.',
    verb: 'observations.import',
    importer: observationsImporter,
    hasMapping: false,
    example: `${columnsNeeded.join(',')}\nplans-on-time,2023-24-q1,E10000034,,52,100,,final,\nplans-on-time,2023-24-q1,E10000034,phase=primary,30,50,,provisional,Two schools are missing`,
  },
  ees: {
    name: 'From the Department for Education',
    hint: 'A data file of explore education statistics as it was published, with a second file that says which of its columns are which measure.',
    verb: 'comparators.import',
    importer: eesImporter,
    hasMapping: true,
    example: 'file: the-data-file.csv\nsource: The publication and its release\nfigures:\n  - measure: plans-on-time\n    value: percent_within_20_weeks\n    where: [{ column: school_type, is: Total }]',
  },
  fingertips: {
    name: 'From Fingertips',
    hint: 'A data file of Fingertips as it was published, with a second file that says which of its indicators are which measure.',
    verb: 'comparators.import',
    importer: fingertipsImporter,
    hasMapping: true,
    example: 'file: the-data-file.csv\nsource: The profile, and the day on which it was taken\nfigures:\n  - measure: admissions-for-self-harm\n    indicator: 90813\n    age: 10-24 yrs',
  },
  neighbours: {
    name: 'Statistical neighbours',
    hint: 'A CSV file of the councils that this one is compared with, from a day on.',
    verb: 'neighbours.import',
    importer: neighboursImporter,
    hasMapping: false,
    example: 'from,area,name,closeness\n2023-04-01,E10000031,Warwickshire,Very Close',
  },
  areas: {
    name: 'Areas',
    hint: 'A CSV file of the council itself and those it is compared with.',
    verb: 'areas.import',
    importer: areasImporter,
    hasMapping: false,
    example: 'code,name,region,own\nE10000034,Worcestershire,E12000005,yes\nE10000031,Warwickshire,E12000005,',
  },
} as const satisfies Record<string, LoadKind>

export type LoadKindName = keyof typeof loadKinds

export function isLoadKind(word: string): word is LoadKindName {
  return Object.hasOwn(loadKinds, word)
}
