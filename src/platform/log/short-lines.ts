import type { DestinationStream } from 'pino'

interface Line {
  readonly level: number
  readonly time: number
  readonly msg?: string
  readonly method?: string
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly requestId?: string
  readonly err?: { readonly stack?: string }
}

const warning = 40

/** Turns pino's JSON into lines for a person at a terminal: `14:05:09 GET /bodies/:body 200 in 12 ms`. */
export function shortLines(to: { write: (text: string) => unknown }): DestinationStream {
  return {
    write: (json) => {
      to.write(`${shortLine(JSON.parse(json) as Line)}\n`)
    },
  }
}

function shortLine(line: Line): string {
  const request = line.route === undefined ? [] : [line.method, line.route, line.status, `in ${line.ms} ms`]
  const words = [
    new Date(line.time).toTimeString().slice(0, 8),
    line.level >= warning ? 'WARNING' : undefined,
    ...request,
    line.msg,
    line.level >= warning ? line.requestId : undefined,
  ]
  const text = words.filter((word) => word !== undefined && word !== '').join(' ')
  return line.err?.stack === undefined ? text : `${text}\n${line.err.stack}`
}
