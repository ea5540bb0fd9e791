import type { Log } from '#platform/log/log.ts'

/** How long, in milliseconds, closing waits for work that has begun. */
const patience = 20_000

export interface Background {
  /** Begins work that goes on after the answer was sent; what goes wrong with it is logged. */
  readonly begin: (name: string, work: () => Promise<void>) => void
  /** Waits until all of it has ended, for twenty seconds at most. */
  readonly ended: () => Promise<void>
}

export function makeBackground(log: Log): Background {
  const underWay = new Map<Promise<void>, string>()
  return {
    begin: (name, work) => {
      const running = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.error({ err: error, work: name }, 'work in the background failed'))
        .finally(() => underWay.delete(running))
      underWay.set(running, name)
    },
    ended: async () => {
      const until = Date.now() + patience
      // Work may begin other work.
      while (underWay.size > 0 && Date.now() < until) await Promise.race([Promise.all(underWay.keys()), pause(until - Date.now())])
      for (const name of underWay.values()) log.warn({ work: name }, 'closing does not wait any longer for work in the background')
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
