import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { inspect } from 'node:util'

/**
 * Runs every test file, or those that are named, two at a time, and more on a larger machine. `node --test` would take them by their names, and the journeys, which take
 * minutes each and keep a browser and a site busy besides, last; here they come first.
 */
const root = join(import.meta.dirname, '..')
const found = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted()
const every = () => new Set([...found('tests/journeys/*.test.ts'), ...found('src/**/*.test.ts'), ...found('tests/**/*.test.ts')])
const named = process.argv.slice(2)
const files = named.length > 0 ? named : [...every()].map((file) => join(root, file))

// What one process has compiled the next ones load.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compile')
// A test's database lives for seconds: to optimise PostgreSQL's code takes longer than it saves. The product that journeys start does so as ever.
const execArgv = ['--liftoff-only']

run({ files, cwd: root, concurrency: Math.max(2, Math.floor(availableParallelism() * 0.75)), execArgv })
  .on('test:fail', ({ name, file, details: { error } }) => {
    process.exitCode = 1
    // The reporter tells why a test failed when the last file has ended; a run that is stopped before has said it here. Of a group its tests have said it.
    if ('failureType' in error && error.failureType === 'subtestsFailed') return
    process.stdout.write(`FAILED ${relative(root, file ?? '')}: ${name}\n${inspect(error.cause)}\n`)
  })
  .compose(new spec())
  .pipe(process.stdout)
