import { parentPort, workerData } from 'node:worker_threads'

/**
 * A thread beside the compiler, which blocks the thread it runs in: ends the whole process where whoever asked for the document is gone and when the
 * time is up, as nobody else would then.
 */
export interface Watch {
  /** The process that asked. */
  readonly parent: number
  readonly seconds: number
}

const { parent, seconds } = workerData as Watch

function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

function endWhenAlone(): void {
  if (process.ppid !== parent) end()
}

endWhenAlone()
setInterval(endWhenAlone, 250)
setTimeout(end, seconds * 1000)
parentPort?.postMessage('watching')
