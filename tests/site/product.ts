import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../bin/golden-thread.mjs', import.meta.url))

/** Of this machine only what any program needs; the product's settings come from the test alone. */
const passedOn = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_COMPILE_CACHE']

/** The password of the example accounts in every store of these tests. */
export const examplePassword = 'a-long-password-for-tests'

export type Settings = Readonly<Record<string, string>>

/** `golden-thread <words>` as its own process group, so that it can be ended with everything it has started. */
export function launch(words: readonly string[], settings: Settings): ChildProcess {
  const machine = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
  const child = spawn(process.execPath, [launcher, ...words], { env: { ...machine, ...settings }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const endWithTests = () => endGroup(child, 'SIGKILL')
  process.once('exit', endWithTests)
  child.once('exit', () => process.removeListener('exit', endWithTests))
  return child
}

/** Signals the process and all it has started, at the same moment. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem
  }
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const longestCommand = 120_000

/** Runs a command to its end; one that does not come to an end is stopped, and its code is null. */
export async function goldenThread(words: readonly string[], settings: Settings = {}): Promise<Ended> {
  const child = launch(words, settings)
  const said = { out: '', err: '' }
  child.stdout?.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr?.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
  const limit = setTimeout(() => endGroup(child, 'SIGKILL'), longestCommand)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(limit)
  return { code, ...said }
}
