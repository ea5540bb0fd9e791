/** Work that is begun again so long after its last end, until it is stopped; never twice at once. */
export function repeat(milliseconds: number, work: () => Promise<void>, failed: (problem: unknown) => void): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let timer = setTimeout(run, milliseconds)
  function run(): void {
    running = round()
  }
  async function round(): Promise<void> {
    await work().catch(failed)
    if (!stopped) timer = setTimeout(run, milliseconds)
  }
  return {
    /** Lets work that is under way come to its end. */
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return running
    },
  }
}
