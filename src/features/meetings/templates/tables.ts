import type { ColumnType, Generated } from 'kysely'
import type { BodyTemplate } from './body-template.ts'

/** The tables of this room. */
export interface TemplatesTables {
  'work.body_templates': {
    body: string
    template: ColumnType<BodyTemplate, string, string>
    /** Goes up with every change, so that two people cannot overwrite each other unseen. */
    revision: Generated<number>
  }
}
