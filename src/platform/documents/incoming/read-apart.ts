import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { refuse, type Outcome } from '#core/outcome.ts'
import type { IncomingPdf } from './pdf/pdf.ts'
import type { IncomingSheets } from './sheets/sheets.ts'
import { Turns } from './turns.ts'
import type { IncomingReport } from './word/report.ts'

/** What the reading of one file may use before it is ended. */
interface ReadingLimits {
  readonly seconds: number
  /** Memory of the whole process that reads. */
  readonly megabytes: number
}

/** Who asks, and the limits where they are not the usual ones. */
export interface ReadingAsked extends Partial<ReadingLimits> {
  /** So that one person's files do not hold up those of others. */
  readonly by?: string
}

/** What can be read apart, and what comes of it. */
export interface Readings {
  readonly word: IncomingReport
  readonly pdf: IncomingPdf
  readonly xlsx: IncomingSheets
  readonly csv: IncomingSheets
}

/** What the process that reads is told. */
export interface ReadingOrder {
  readonly reading: keyof Readings
  readonly bytes: Uint8Array
  readonly limits: ReadingLimits
}

const usualLimits: ReadingLimits = { seconds: 20, megabytes: 1000 }

/** The process ends itself at its limits; it is ended from here so much later if it cannot. */
const secondsBeyond = 3

const reader = fileURLToPath(new URL('reader.worker.ts', import.meta.url))

/** It reads the product's own code, may write nothing and start no other process, and knows no settings and no secrets. */
const execArgv = ['--permission', '--allow-fs-read=*', '--allow-worker', '--no-warnings']
const closedEnvironment = { HOME: '/dev/null', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }

const turns = new Turns({ atOnce: 2, waiting: 20, waitingOfOne: 2 })
const busy = refuse('unavailable', 'Too many files wait to be read at the moment: yours, or those of everybody. Wait a minute until those that you sent are read, then send this one again.')
const tooLarge = refuse('unavailable', 'The file takes too long or too much memory to read. Divide it into smaller files, or make its pictures smaller.')

/**
 * Reads a file that somebody sent in a process of its own, so that no file can slow the site or take it down: a parser that runs on, runs out of memory or
 * fails takes only itself with it.
 */
export async function readApart<Reading extends keyof Readings>(
  reading: Reading,
  bytes: Uint8Array,
  { by, ...limits }: ReadingAsked = {},
): Promise<Outcome<Readings[Reading]>> {
  const order: ReadingOrder = { reading, bytes, limits: { ...usualLimits, ...limits } }
  return (await turns.take(() => readOnce<Readings[Reading]>(order), by)) ?? busy
}

async function readOnce<Read>(order: ReadingOrder): Promise<Outcome<Read>> {
  const child = fork(reader, [], { serialization: 'advanced', env: closedEnvironment, execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const overrun = new AbortController()
  const guard = setTimeout(() => overrun.abort(), (order.limits.seconds + secondsBeyond) * 1000)
  try {
    return await answerOf<Read>(child, order, overrun.signal)
  } finally {
    clearTimeout(guard)
    child.kill('SIGKILL')
  }
}

function answerOf<Read>(child: ChildProcess, order: ReadingOrder, overrun: AbortSignal): Promise<Outcome<Read>> {
  return new Promise((resolve, reject) => {
    overrun.addEventListener('abort', () => resolve(tooLarge))
    child.once('message', (answer) => resolve(answer as Outcome<Read>))
    child.once('error', reject)
    // The engine ends the whole process where it cannot get any more memory.
    child.once('exit', () => resolve(tooLarge))
    child.send(order, (error) => {
      if (error !== null) reject(error)
    })
  })
}
