import { globSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/**
 * Runs every test file, two at a time. `node --test` would take them by their names, and the journeys, which take minutes each, last and side by side
 * with nothing else; here they come first.
 */
const root = join(import.meta.dirname, '..')
const found = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted()
const files = new Set([...found('tests/journeys/*.test.ts'), ...found('src/**/*.test.ts'), ...found('tests/**/*.test.ts')])

// What one process has compiled the next ones load.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compile')
// A test's database lives for seconds: to optimise PostgreSQL's code takes longer than it saves. The product that journeys start does so as ever.
const execArgv = ['--liftoff-only']

run({ files: [...files].map((file) => join(root, file)), cwd: root, concurrency: 2, execArgv })
  .on('test:fail', () => {
    process.exitCode = 1
  })
  .compose(new spec())
  .pipe(process.stdout)
