import { ok, type Outcome } from '#core/outcome.ts'
import { command, type Command, type CommandIo } from '#platform/command/command.ts'
import type { Importer } from '#platform/command/transfer.ts'
import { settingsInWords } from '#platform/config/settings.ts'
import { closeServer, couldListen, listen, stopSignal } from '#platform/http/listening.ts'
import type { Application } from '../application.ts'
import { keepExampleAccounts, type ExamplePassword } from '../county/example-accounts.ts'
import { exampleNews, newsLine } from '../county/example-news.ts'
import { isEmptyStore, loadExample } from '../county/load-example.ts'
import { runLine } from './run-line.ts'
import { takeLines, type HandedLine, type Speaker } from './running-site.ts'
import type { WebContent } from '../web/web.ts'

/** `serve`: fills an empty store with the example, listens, and tells whoever started it where to look and how to sign in. */
export function serveCommand(importers: readonly Importer<Application>[], content: WebContent, others: () => readonly Command<Application>[]): Command<Application> {
  return command({
    name: 'serve',
    summary: 'Serve the site until it is told to stop',
    description: `Settings are environment variables:\n${settingsInWords()}`,
    needs: 'application',
    alone: true,
    options: { 'without-housekeeping': { type: 'boolean', default: false, summary: 'leave the work of each hour and night to another process of the same council' } },
    run: async ({ options }, io, app: Application) => {
      const free = await couldListen(app.config)
      if (!free.ok) return free
      const filled = await fillStore(app, importers, io)
      if (!filled.ok) return filled
      // The web and the jobs are loaded here so that short commands start without them.
      const [{ makeWeb }, { startJobs }, { readinessOf }] = await Promise.all([
        import('../web/web.ts'),
        import('../jobs/jobs.ts'),
        import('../readiness.ts'),
      ])
      const web = await makeWeb(app, content, () => readinessOf(app))
      if (!web.ok) return web
      // Before it listens: whoever hears that the site is ready may hand it a command at once.
      const lines = await takeLines(app.config.dataDir, (line, speaker) => runHanded(app, others(), line, speaker))
      const port = await listen(web.value, app.config)
      if (!port.ok) {
        lines.close()
        return port
      }
      const told = stopSignal()
      for (const line of welcome(app, port.value, filled.value)) io.say(line)
      const jobs = await startJobs(app, { keepsHouse: !options['without-housekeeping'] })
      const signal = await told
      lines.close()
      io.say(`Stopping (${signal}): requests that have begun are finished first.`)
      await jobs.stop()
      await closeServer(web.value)
      return ok({ text: 'Stopped.', json: { stopped: signal } })
    },
  })
}

/** Runs a line that came from another process of this account, on the store that this one holds. */
function runHanded(app: Application, commands: readonly Command<Application>[], { typed, folder }: HandedLine, speaker: Speaker): Promise<number> {
  const failed = (err: unknown, requestId: string) => app.log.error({ err, requestId }, 'a command failed')
  return runLine({ commands, version: () => 'Golden Thread', open: async () => ok({ app, close: async () => undefined }), ...speaker, folder, failed }, typed)
}

async function fillStore(
  app: Application,
  importers: readonly Importer<Application>[],
  { say, progress }: Pick<CommandIo, 'say' | 'progress'>,
): Promise<Outcome<ExamplePassword | undefined>> {
  const { example, examplePassword } = app.config
  if (example === undefined) return ok(undefined)
  const known = app.county.current()?.example
  if (known?.whole === false || (known === undefined && (await isEmptyStore(app.database)))) {
    say('Loading the example county; this takes a minute, once.')
    const loaded = await loadExample(app, importers, example, progress)
    if (!loaded.ok) return loaded
    // The planner has no statistics until somebody asks; housekeeping asks again.
    await app.database.queue('analyze')
  } else if (known !== undefined) {
    const news = await exampleNews(app, importers, known.name)
    const line = news.ok ? newsLine(news.value) : undefined
    if (line !== undefined) say(line)
  }
  if (app.county.current()?.example === undefined) return ok(undefined)
  progress('Seeing to the example accounts')
  return keepExampleAccounts(app.context(), examplePassword, app.now())
}

function welcome(app: Application, port: number, example: ExamplePassword | undefined): string[] {
  const address = app.origin.replace(/:0$/, `:${port}`)
  const lines = ['', `Golden Thread is at ${address}`, 'Reading needs no sign-in.']
  if (example === undefined) return [...lines, ...firstAccount(), 'Stop with Ctrl+C.', '']
  return [
    ...lines,
    `To sign in, go to ${address}/sign-in as officer@example.test, chair@example.test or another example account,`,
    `with ${passwordWords(example)}.`,
    'Stop with Ctrl+C.',
    '',
  ]
}

function firstAccount(): string[] {
  return ['To add an account, in another terminal with the same settings:', '  npx golden-thread user add EMAIL --name NAME --role admin']
}

function passwordWords(example: ExamplePassword): string {
  switch (example.kind) {
    case 'made':
      return `the password ${example.password} (said only this once)`
    case 'as-set':
      return 'the password of EXAMPLE_PASSWORD'
    case 'as-before':
      return 'the password printed at the first start (EXAMPLE_PASSWORD sets another)'
  }
}
