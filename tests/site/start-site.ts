import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { endGroup, examplePassword, launch, type Settings } from './product.ts'

const longestStart = 180_000

/** The product as anybody would start it, in its own process. */
export interface Site {
  readonly address: string
  readonly folder: string
  readonly output: () => string
  /** Ends the process as the system would, or it and all it started at once. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** `kill -9` of the launcher alone; answers when what it had started has ended too. */
  readonly orphan: () => Promise<void>
}

/**
 * Starts `golden-thread serve` over a data folder, on a free port, and waits until it is ready to answer. It keeps no house: what a story sees must not depend on the
 * minute at which it is told.
 */
export async function startSite(folder: string, settings: Settings = {}): Promise<Site> {
  const port = settings['PORT'] ?? (await freePort())
  const child = launch(['serve', '--without-housekeeping'], { PORT: String(port), DATA_DIR: folder, EXAMPLE_PASSWORD: examplePassword, ...settings })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address, () => said)
  return { address, folder, output: () => said, stop: (signal = 'SIGTERM') => end(child, signal), orphan: () => killLauncher(child) }
}

async function untilReady(child: ChildProcess, address: string, said: () => string): Promise<void> {
  const begun = performance.now()
  while (performance.now() - begun < longestStart) {
    if (child.exitCode !== null) throw new Error(`The site ended before it was ready:\n${said()}`)
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await end(child, 'SIGKILL')
  throw new Error(`The site was not ready in time:\n${said()}`)
}

const longestOrphan = 20_000

/** The pipes close once nobody holds them: so the product has ended, and not the launcher alone. */
async function killLauncher(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', () => resolve(true)))
  const late = new Promise((resolve) => setTimeout(resolve, longestOrphan, false).unref())
  child.kill('SIGKILL')
  if ((await Promise.race([ended, late])) === true) return
  endGroup(child, 'SIGKILL')
  throw new Error('The product goes on without the launcher')
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  if (signal === 'SIGKILL') endGroup(child, signal)
  else child.kill(signal)
  await ended
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
