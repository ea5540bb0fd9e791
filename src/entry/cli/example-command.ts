import { ok } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import type { Importer } from '#platform/command/transfer.ts'
import type { Application } from '../application.ts'
import { leftInWords } from '../county/left-in-words.ts'
import { loadExample } from '../county/load-example.ts'
import { kindsLoaded } from '../transfer/transfer-commands.ts'

/** `example load`: the example county, through the imports that anybody has. */
export function exampleCommand(importers: readonly Importer<Application>[]): Command<Application> {
  return command({
    name: 'example load',
    summary: 'Load the example county',
    description: 'Loading it again brings what is new in it, and leaves what was worked on here. It is not for a store that holds a real council.',
    needs: 'application',
    run: async (_input, io, app: Application) => {
      const loaded = await loadExample(app, importers, app.config.example ?? 'worcestershire', io.progress)
      if (!loaded.ok) return loaded
      return ok({ text: [kindsLoaded(loaded.value.loaded), ...leftInWords(loaded.value.left)].join('\n'), json: loaded.value })
    },
  })
}
