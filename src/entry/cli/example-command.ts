import { faultLine, ok } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import type { Importer } from '#platform/command/transfer.ts'
import type { Application } from '../application.ts'
import { loadExample } from '../county/load-example.ts'
import { kindsLoaded } from '../transfer/transfer-commands.ts'

/** Of each kind that was left so many reasons are said. */
const mostFaults = 3

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
      const left = loaded.value.left.flatMap(({ what, refusal }) => [`Left as it is: ${what}. ${refusal.message}`, ...refusal.faults.slice(0, mostFaults).map((fault) => `  ${faultLine(fault)}`)])
      return ok({ text: [kindsLoaded(loaded.value.loaded), ...left].join('\n'), json: loaded.value })
    },
  })
}
