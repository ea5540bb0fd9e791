import { accessCommands } from '#access/commands.ts'
import { bodiesApi, bodiesExporter, bodiesImporter, bodiesPages, bodiesStyles } from '#features/bodies'
import { meetingsApi, meetingsExporter, meetingsFiles, meetingsImporter, meetingsOfBody, meetingsPages, meetingsStyles, packCommand } from '#features/meetings'
import { rulesApi, rulesCommands, rulesPages } from '#features/rules'
import type { Command } from '#platform/command/command.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import type { PublicPage } from '#platform/http/answers.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { ApiResource } from '#platform/http/api.ts'
import type { Application } from './application.ts'
import { countyImporter } from './county/county-importer.ts'
import type { StaffSection } from './web/staff-site/home-page.ts'

/** What each feature brings to each door. A new feature is added here, in `roles.ts` and in `migrations.ts`, and nowhere else. */
export const publicPages: readonly PublicPage[] = [...meetingsPages, ...bodiesPages([meetingsOfBody]), ...rulesPages]

/** What features add to the style sheet. */
export const styles: readonly URL[] = [bodiesStyles, meetingsStyles]

export const apiResources: readonly ApiResource[] = [...bodiesApi, ...meetingsApi, ...rulesApi]

export const staffSections: readonly StaffSection[] = []

export const featureCommands: readonly Command<Application>[] = [packCommand, ...rulesCommands, ...accessCommands]

/** In the order in which an example is loaded: what comes later may speak of what came before. */
export const importers: readonly Importer<Application>[] = [countyImporter, bodiesImporter, meetingsImporter]

export const exporters: readonly Exporter<Application>[] = [bodiesExporter, meetingsExporter]

/** Which files of the content store the features refer to: a backup holds them all. */
export const fileReferences: readonly FileReferences[] = [meetingsFiles]
