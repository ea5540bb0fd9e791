import { ok } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import type { Application } from '../application.ts'

/** `migrate`: opening the database brings its schema up to date, so that all that is left is to say what was done. */
export const migrateCommand: Command<Application> = command({
  name: 'migrate',
  summary: 'Bring the database up to date',
  description: 'Starting the site does this too. What is there is kept.',
  needs: 'application',
  alone: true,
  run: async (_input, _io, { migrated }: Application) =>
    ok({
      text: migrated.length === 0 ? 'The database is up to date.' : `The database is up to date. Run now: ${migrated.join(', ')}.`,
      json: { run: migrated },
    }),
})
