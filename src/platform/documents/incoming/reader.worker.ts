import { Worker } from 'node:worker_threads'
import { refuse, type Outcome } from '#core/outcome.ts'
import type { ReadingOrder } from './read-apart.ts'

/**
 * The process in which one file is read. A thread reads, while this one watches the time, the memory and whether whoever asked is still there: a
 * parser at work would not notice any of them.
 */
const tooLarge = refuse('unavailable', 'The file takes too long or too much memory to read. Divide it into smaller files, or make its pictures smaller.')
const unreadable = refuse('invalid', 'The file cannot be read. Open it in the program that made it, save it again and choose it again.')

process.once('disconnect', () => process.exit())
process.once('message', (order) => read(order as ReadingOrder))

function read(order: ReadingOrder): void {
  const { seconds, megabytes } = order.limits
  const thread = new Worker(new URL('reading.worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: Math.round(megabytes * 0.8), stackSizeMb: 4 },
  })
  thread.once('message', answer)
  thread.once('error', (error) => answer('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : unreadable))
  setTimeout(() => answer(tooLarge), seconds * 1000)
  setInterval(() => {
    if (process.memoryUsage.rss() > megabytes * 1_000_000) answer(tooLarge)
  }, 50)
}

let isAnswered = false

function answer(outcome: Outcome<unknown>): void {
  if (isAnswered) return
  isAnswered = true
  process.send?.(outcome, () => process.exit())
}
