import { parentPort } from 'node:worker_threads'
import { solver } from '#platform/linear-programs/solver.ts'
import type { HidingReport, HidingRequest } from './hide-apart.ts'
import { hideFigures } from './hide-figures.ts'

/** The thread in which small numbers are hidden; it takes one request after the other. */
const port = parentPort
if (port === null) throw new Error('Small numbers are hidden in a worker thread')

const withModel = await solver()

port.on('message', ({ number, world, policy }: HidingRequest) => {
  port.postMessage({ number, found: hideFigures(world, policy, withModel) } satisfies HidingReport)
})
