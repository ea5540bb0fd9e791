import type { Command } from '#platform/command/command.ts'
import type { Application } from '../application.ts'
import { exporters, featureCommands, importers, loads, webContent } from '../features.ts'
import { exportCommand, importCommand } from '../transfer/transfer-commands.ts'
import { backupCommands } from './backup-commands.ts'
import { doctorCommand, storeDoctorCommand } from './doctor-command.ts'
import { exampleCommand } from './example-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { openFromSettings } from './open-from-settings.ts'
import { serveCommand } from './serve-command.ts'

/** What can also be handed to a site that is running. */
const onAnyStore: readonly Command<Application>[] = [
  exampleCommand(loads),
  importCommand(importers, loads),
  exportCommand(exporters),
  ...featureCommands,
  ...backupCommands,
]

/** Every command there is, in the order of the help. */
export const productCommands: readonly Command<Application>[] = [
  serveCommand(loads, webContent, () => [...onAnyStore, storeDoctorCommand]),
  migrateCommand,
  ...onAnyStore,
  doctorCommand(openFromSettings),
]
