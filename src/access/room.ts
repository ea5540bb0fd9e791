import type { ApiResource } from '#platform/http/api.ts'
import type { PublicPage } from '#platform/http/answers.ts'
import type { Command } from '#platform/command/command.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import type { Migration } from '#platform/database/database.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Context } from './act.ts'
import type { MachineResource } from './machines/machine-resource.ts'
import type { PublicForm } from './staff/public-form.ts'
import type { StaffNavigation } from './staff/staff-navigation.ts'
import type { StaffPage } from './staff/staff-page.ts'
import type { StaffSection } from './staff/staff-section.ts'
import type { TokenPage } from './staff/token-page.ts'

/** What the product does by itself, once an hour or a minute, as the housekeeper; what it refuses is logged. */
export interface HourlyWork<App> {
  /** For the log: "old requests to speak". */
  readonly name: string
  readonly work: (context: Context, app: App) => Promise<Outcome<unknown>>
}

/** What one room of a feature brings to the doors. `entry/features.ts` joins the rooms of all features; a room says here all that it brings. */
export interface Room<App> {
  readonly migrations?: readonly Migration[]
  readonly pages?: readonly PublicPage[]
  readonly api?: readonly ApiResource[]
  readonly staffPages?: readonly StaffPage<App>[]
  /** What is on today: at the head of "Your work", before all that waits. */
  readonly todaySections?: readonly StaffSection<App>[]
  readonly sections?: readonly StaffSection<App>[]
  readonly navigation?: readonly StaffNavigation[]
  readonly publicForms?: readonly PublicForm<App>[]
  readonly tokenPages?: readonly TokenPage<App>[]
  readonly machines?: readonly MachineResource<App>[]
  readonly commands?: readonly Command<App>[]
  readonly importers?: readonly Importer<App>[]
  readonly exporters?: readonly Exporter<App>[]
  readonly files?: readonly FileReferences[]
  readonly hourly?: readonly HourlyWork<App>[]
  /** What goes out at a moment of its own. */
  readonly minutely?: readonly HourlyWork<App>[]
  readonly styles?: readonly URL[]
  readonly scripts?: readonly URL[]
}
