import { spawn, type ChildProcess } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../tests/site/start-site.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
/** Where the product's own launcher keeps what Node has compiled, so that ours and the alternatives start alike. */
const compileCache = join(root, 'node_modules', '.cache', 'compile')
const longestStart = 180_000

/** A server in a process of its own. */
export interface StartedProcess {
  readonly address: string
  readonly pid: number
  /** From the start of the process to its first page, in seconds. */
  readonly secondsToFirstPage: number
  readonly stop: () => Promise<void>
}

/** Runs a script of this repository that serves on PORT, and waits until `path` answers 200. What it says is thrown away. */
export async function startProcess(script: readonly string[], path: string, settings: Readonly<Record<string, string>> = {}): Promise<StartedProcess> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const child = spawn(process.execPath, [...script], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, PORT: String(port), ...settings },
    stdio: 'ignore',
  })
  while (!(await answers(`${address}${path}`))) {
    if (child.exitCode !== null || performance.now() - begun > longestStart) throw new Error(`${script.join(' ')} does not serve ${path}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const secondsToFirstPage = (performance.now() - begun) / 1000
  return { address, pid: child.pid ?? 0, secondsToFirstPage, stop: () => end(child) }
}

/** The product, as anybody starts it, on a folder of data. */
export function startProduct(folder: string, path = '/', settings: Readonly<Record<string, string>> = {}): Promise<StartedProcess> {
  return startProcess(['bin/golden-thread.mjs', 'serve'], path, { DATA_DIR: folder, EXAMPLE_PASSWORD: 'a-long-password-for-benchmarks', ...settings })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(address, { agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    })
    request.on('error', () => resolve(false))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
}
