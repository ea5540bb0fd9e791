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
}

/** Starts `golden-thread serve` over a data folder, on a free port, and waits until it is ready to answer. */
export async function startSite(folder: string, settings: Settings = {}): Promise<Site> {
  const port = await freePort()
  const child = launch(['serve'], { PORT: String(port), DATA_DIR: folder, EXAMPLE_PASSWORD: examplePassword, ...settings })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address, () => said)
  return { address, folder, output: () => said, stop: (signal = 'SIGTERM') => end(child, signal) }
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
