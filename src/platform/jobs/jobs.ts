import { PgBoss } from 'pg-boss'
import type { Database } from '#platform/database/database.ts'

/** Work that is done later or again and again, kept in the database so that it survives the process. */
export interface Jobs {
  /** Says how jobs of this name are done; before `start`. A job whose handler throws is tried twice more. Data arrives as it was sent, as JSON. */
  define(name: string, handler: (data: unknown) => Promise<void>): void
  /** Has the job of this name done by the clock as well, without data: `0 3 * * *` is three in the morning, London time. Before `start`. */
  every(cron: string, name: string): void
  /** Puts a job in the queue, in no transaction; it is kept when this settles. Not from inside a transaction. */
  send(name: string, data?: object): Promise<void>
  start(): Promise<void>
  /** Waits for the jobs being done, at most ten seconds. */
  stop(): Promise<void>
}

interface JobsOptions {
  /** Told of each attempt that failed, and of trouble with the queue itself (then without a name). */
  readonly failed: (error: unknown, name?: string) => void
  /** How often each queue is looked at, in seconds. */
  readonly pollSeconds?: number
}

/** A queue over the database's own connections. Several processes on one server share the jobs; each job is done by one of them. */
export function makeJobs(database: Database, { failed, pollSeconds = 5 }: JobsOptions): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.queue(text, values) },
    schema: 'jobs',
    ...(database.kind === 'embedded' ? { backend: 'pglite' as const } : {}),
    flowIntervalSeconds: 60,
    cronWorkerIntervalSeconds: Math.min(30, Math.ceil(pollSeconds)),
  })
  boss.on('error', (error) => failed(error))
  // Councils that share a server have queues of their own.
  const queueOf = (name: string): string => `${database.council.replaceAll(/[^\w.-]/g, '-')}/${name}`
  const handlers = new Map<string, (data: unknown) => Promise<void>>()
  const crons = new Map<string, string>()

  const work = async (name: string, handler: (data: unknown) => Promise<void>): Promise<void> => {
    await boss.work(queueOf(name), { pollingIntervalSeconds: pollSeconds }, async (jobs) => {
      for (const { data } of jobs) await reporting(name, () => handler(data))
    })
  }
  const reporting = async (name: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run()
    } catch (error) {
      failed(error, name)
      throw error
    }
  }

  return {
    define: (name, handler) => void handlers.set(name, handler),
    every: (cron, name) => void crons.set(name, cron),
    send: async (name, data) => void (await boss.send(queueOf(name), data ?? {})),
    start: async () => {
      await boss.start()
      for (const name of handlers.keys()) await boss.createQueue(queueOf(name))
      for (const [name, cron] of crons) await boss.schedule(queueOf(name), cron, {}, { tz: 'Europe/London' })
      for (const [name, handler] of handlers) await work(name, handler)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: false }),
  }
}
