import type { PackStep } from '../pack/set-papers.ts'

/** How often, at least, work under way shows that it goes on. */
const beatEvery = 10_000

/** Shows again and again that work goes on, and how far it is, one writing at a time. */
export interface Pulse {
  readonly tell: (step: PackStep) => void
  /** Ends it, when the last writing is through. */
  readonly stop: () => Promise<void>
}

/** `write` may fail: what it says is no record, and the work is not stopped for it. */
export function startPulse(write: (step?: PackStep) => Promise<void>): Pulse {
  let waiting: PackStep | undefined
  let writing: Promise<void> | undefined
  const beat = (): void => {
    if (writing !== undefined) return
    const step = waiting
    waiting = undefined
    writing = write(step)
      .catch(() => undefined)
      .finally(() => {
        writing = undefined
        if (waiting !== undefined) beat()
      })
  }
  const timer = setInterval(beat, beatEvery)
  timer.unref()
  return {
    tell: (step) => {
      waiting = step
      beat()
    },
    stop: async () => {
      clearInterval(timer)
      waiting = undefined
      await writing
    },
  }
}
