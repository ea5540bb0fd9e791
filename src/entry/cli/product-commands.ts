import type { Command } from '#platform/command/command.ts'
import type { Application } from '../application.ts'
import { apiResources, exporters, featureCommands, importers, publicPages, staffSections, styles } from '../features.ts'
import { exportCommand, importCommand } from '../transfer/transfer-commands.ts'
import { backupCommands } from './backup-commands.ts'
import { doctorCommand } from './doctor-command.ts'
import { exampleCommand } from './example-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { openFromSettings } from './open-from-settings.ts'
import { serveCommand } from './serve-command.ts'

/** Every command there is, in the order of the help. */
export const productCommands: readonly Command<Application>[] = [
  serveCommand(importers, { pages: publicPages, api: apiResources, sections: staffSections, styles }),
  migrateCommand,
  exampleCommand(importers),
  importCommand(importers),
  exportCommand(exporters),
  ...featureCommands,
  ...backupCommands,
  doctorCommand(openFromSettings),
]
