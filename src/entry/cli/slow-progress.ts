/** Work that is over sooner needs no report, and one line a second is enough of it. */
const between = 1000

/** Passes reports of progress on only once the work has taken a second; then the latest at once, and one a second of those that follow; `forget` keeps the latest back. */
export function slowProgress(write: (line: string) => void): { progress: (line: string) => void; forget: () => void; end: () => void } {
  let latest: string | undefined
  const timer = setInterval(() => {
    if (latest !== undefined) write(latest)
    latest = undefined
  }, between)
  return {
    progress: (line) => {
      latest = line
    },
    forget: () => {
      latest = undefined
    },
    end: () => clearInterval(timer),
  }
}
