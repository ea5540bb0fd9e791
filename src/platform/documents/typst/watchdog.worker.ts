import { parentPort, workerData } from 'node:worker_threads'

/**
 * A thread beside the compiler, which blocks the thread it runs in: ends the whole process where whoever asked for documents is gone, and when the
 * time of a document is up, as nobody else would then.
 */
export interface Watch {
  /** The process that asks. */
  readonly parent: number
}

/** A document has begun that may take so many seconds, or has ended. */
export type Watched = { readonly seconds: number } | 'idle'

const { parent } = workerData as Watch
let limit: NodeJS.Timeout | undefined

function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

function endWhenAlone(): void {
  if (process.ppid !== parent) end()
}

parentPort?.on('message', (watched: Watched) => {
  clearTimeout(limit)
  limit = watched === 'idle' ? undefined : setTimeout(end, watched.seconds * 1000)
})

endWhenAlone()
setInterval(endWhenAlone, 250)
parentPort?.postMessage('watching')
