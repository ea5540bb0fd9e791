import { readFileSync } from 'node:fs'

// `golden-thread … | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
  process.exit(0)
})

// Whoever kills the launcher means the product: it stops as if it had been told to, and keeps neither the port nor the store.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

// The parts take seconds to load on a busy machine: whoever starts the site hears at once that it has begun.
if (process.argv.slice(2).join(' ') === 'serve') process.stdout.write('Golden Thread is starting.\n')
const [{ productCommands }, { handOver, logFailure, openFromSettings }, { runLine }] = await Promise.all([
  import('./cli/product-commands.ts'),
  import('./cli/open-from-settings.ts'),
  import('./cli/run-line.ts'),
])

process.exitCode = await runLine(
  {
    commands: productCommands,
    version: nameAndVersion,
    open: openFromSettings,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    folder: process.cwd(),
    failed: logFailure,
    handOver: () => handOver({ typed: process.argv.slice(2), folder: process.cwd() }, { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }),
  },
  process.argv.slice(2),
)

function nameAndVersion(): string {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string; version: string }
  return `${name} ${version}`
}
