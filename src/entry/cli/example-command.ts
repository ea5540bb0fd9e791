import { ok } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import type { Importer } from '#platform/command/transfer.ts'
import type { Application } from '../application.ts'
import { loadExample } from '../county/load-example.ts'
import { summaryWords } from '../transfer/transfer-commands.ts'

/** `example load`: the example county, through the imports that anybody has. */
export function exampleCommand(importers: readonly Importer<Application>[]): Command<Application> {
  return command({
    name: 'example load',
    summary: 'Load the example county',
    description: 'Loading it again replaces what it brought. It is not for a store that holds a real council.',
    needs: 'application',
    run: async (_input, io, app: Application) => {
      const loaded = await loadExample(app, importers, app.config.example ?? 'worcestershire', io.progress)
      return loaded.ok ? ok({ text: `Loaded ${summaryWords(loaded.value)}.`, json: loaded.value }) : loaded
    },
  })
}
