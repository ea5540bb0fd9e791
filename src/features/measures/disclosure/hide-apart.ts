import { Worker } from 'node:worker_threads'
import type { DisclosurePolicy } from '#core/suppression/policy.ts'
import { componentsOf } from './components.ts'
import { needsProtection } from './hide-component.ts'
import type { HiddenFigures } from './hide-figures.ts'
import type { World } from './world.ts'

type LinkedCells = Pick<World, 'cells' | 'sums'>

export interface HidingRequest {
  readonly number: number
  readonly world: LinkedCells
  readonly policy: DisclosurePolicy
}

export interface HidingReport {
  readonly number: number
  readonly found: HiddenFigures
}

/** As `hideFigures`, in a thread of its own: linked tables may take seconds, in which everybody else would wait for their pages. Where nothing is small no thread is asked. */
export async function hideApart({ cells, sums }: World, policy: DisclosurePolicy): Promise<HiddenFigures> {
  const world = { cells, sums }
  if (!componentsOf(world).some((component) => needsProtection(component, world, policy))) return { cells: new Set(), points: new Map(), beside: new Set(), unsafe: [] }
  thread ??= new Thread((ended) => {
    if (thread === ended) thread = undefined
  })
  return await thread.hide(world, policy)
}

let thread: Thread | undefined

interface Waiting {
  readonly resolve: (found: HiddenFigures) => void
  readonly reject: (error: Error) => void
}

/** Whoever waits for an answer keeps the process alive; a thread that nobody waits for does not. When it dies all that wait for it fail, and the next begin another. */
class Thread {
  // Without the arguments that this process was started with, some of which a thread does not bear.
  readonly #worker = new Worker(new URL('./hiding.worker.ts', import.meta.url), { execArgv: [] })
  readonly #waiting = new Map<number, Waiting>()
  readonly #ended: (thread: Thread) => void
  #asked = 0

  constructor(ended: (thread: Thread) => void) {
    this.#ended = ended
    this.#worker.on('message', ({ number, found }: HidingReport) => this.#settle(number, ({ resolve }) => resolve(found)))
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#die(new Error('The thread that hides small numbers has stopped')))
    this.#worker.unref()
  }

  async hide(world: LinkedCells, policy: DisclosurePolicy): Promise<HiddenFigures> {
    const number = (this.#asked += 1)
    this.#worker.postMessage({ number, world, policy } satisfies HidingRequest)
    this.#worker.ref()
    return await new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }))
  }

  #settle(number: number, how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(number)
    this.#waiting.delete(number)
    if (this.#waiting.size === 0) this.#worker.unref()
    if (waiting !== undefined) how(waiting)
  }

  #die(error: Error): void {
    this.#ended(this)
    for (const number of this.#waiting.keys()) this.#settle(number, ({ reject }) => reject(error))
  }
}
