import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { refuse, type Outcome } from '#core/outcome.ts'
import { Turns } from '#platform/documents/incoming/turns.ts'
import type { Html } from '#platform/pages/html.ts'

/** What the process that draws is told. */
export interface PngOrder {
  readonly svg: string
  readonly width: number
}

interface PngSettings {
  /** In pixels; the height follows from the drawing. */
  readonly width: number
}

const mostPixelsWide = 4000
const seconds = 20

const worker = fileURLToPath(new URL('png.worker.ts', import.meta.url))
const closedEnvironment = { HOME: '/dev/null', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }

const turns = new Turns({ atOnce: 2, waiting: 20 })
const busy = refuse('unavailable', 'Many pictures are being drawn at the moment. Try again in a minute, or take the SVG.')
const tooLong = refuse('unavailable', 'The picture cannot be drawn at the moment. Try again in a minute, or take the SVG.')
const wrongWidth = refuse('invalid', `Give the width as a whole number of pixels from 100 to ${mostPixelsWide}.`)

/**
 * A drawing as a PNG of this width, with the typeface of the house. It is drawn in a process of its own, as native code in a thread could neither be
 * stopped nor survived. Refused: a width that is none, and `unavailable` where too many wait or the process fails.
 */
export async function pngOf(svg: Html, { width }: PngSettings): Promise<Outcome<Uint8Array>> {
  if (!Number.isInteger(width) || width < 100 || width > mostPixelsWide) return wrongWidth
  return (await turns.take(() => drawOnce({ svg: svg.toString(), width }))) ?? busy
}

async function drawOnce(order: PngOrder): Promise<Outcome<Uint8Array>> {
  const child = fork(worker, [], { serialization: 'advanced', env: closedEnvironment, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const guard = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  try {
    return await answerOf(child, order)
  } finally {
    clearTimeout(guard)
    child.kill('SIGKILL')
  }
}

function answerOf(child: ChildProcess, order: PngOrder): Promise<Outcome<Uint8Array>> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Outcome<Uint8Array>))
    child.once('error', reject)
    child.once('exit', () => resolve(tooLong))
    child.send(order, (error) => {
      if (error !== null) reject(error)
    })
  })
}
