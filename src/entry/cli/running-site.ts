import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { z } from 'zod'

/** A line as it was typed, and the folder in which whoever typed it stands. */
const handedLine = z.strictObject({ typed: z.array(z.string()).max(1000), folder: z.string() })

const spoken = z.union([z.strictObject({ out: z.string() }), z.strictObject({ err: z.string() }), z.strictObject({ code: z.int() })])

export type HandedLine = z.output<typeof handedLine>

/** How the words of a command that runs elsewhere reach whoever typed it. */
export interface Speaker {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Of a path for a socket; longer ones are cut by the system without a word. */
const longestPath = 100

function socketOf(dataDir: string): string | undefined {
  const path = join(dataDir, 'commands.sock')
  return process.platform === 'win32' || Buffer.byteLength(path) > longestPath ? undefined : path
}

/** Of a line, in characters: thousands of file names. */
const longestLine = 1024 * 1024
/** In milliseconds: a command that connects has its line at hand. */
const patience = 10_000
/** Whoever opens more than so many lines at once has lost count of them. */
const mostAtOnce = 50

/**
 * Takes lines from commands on this machine while the site holds the embedded store, which one process alone can open. The socket lies in the data
 * folder, where only the account that runs the site can reach it: the same that could run the command with the site stopped. Whatever a connection does,
 * the site goes on.
 */
export async function takeLines(dataDir: string, run: (line: HandedLine, speaker: Speaker) => Promise<number>): Promise<{ close: () => void }> {
  const path = socketOf(dataDir)
  if (path === undefined) return { close: () => undefined }
  const server = createServer((socket) => void answer(socket, run).catch(() => socket.destroy()))
  server.maxConnections = mostAtOnce
  // The folder's lock is ours: a socket that is there was left by a site that was killed.
  rmSync(path, { force: true })
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(path, () => resolve(true))
  })
  // Some network folders hold no sockets: then commands need the site stopped, and the site serves all the same.
  if (!isListening) return { close: () => undefined }
  chmodSync(path, 0o600)
  return { close: () => server.close() }
}

async function answer(socket: Socket, run: (line: HandedLine, speaker: Speaker) => Promise<number>): Promise<void> {
  // Whoever typed the line may go away; the command comes to its end all the same.
  socket.on('error', () => undefined)
  const say = (words: z.output<typeof spoken>) => void (socket.writable && socket.write(`${JSON.stringify(words)}\n`))
  const text = await firstLine(socket)
  if (text === undefined) return void socket.destroy()
  const line = handedLine.safeParse(json(text))
  const code = line.success ? await run(line.data, { out: (out) => say({ out }), err: (err) => say({ err }) }) : 2
  say({ code })
  socket.end()
}

/** The first line that arrives; undefined where none does in time, or it is longer than any command. */
function firstLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(patience, () => resolve(undefined))
    socket.once('close', () => resolve(undefined))
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\n')
      if (end < 0 && text.length <= longestLine) return
      socket.setTimeout(0)
      socket.pause()
      resolve(end < 0 || end > longestLine ? undefined : text.slice(0, end))
    })
  })
}

/** Hands a line to the site that runs on this data folder, and answers its exit code; undefined where none takes it. */
export function handToSite(dataDir: string, line: HandedLine, speaker: Speaker): Promise<number | undefined> {
  const path = socketOf(dataDir)
  if (path === undefined) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('error', () => resolve(undefined))
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(line)}\n`)
      void codeFrom(socket, speaker).then(resolve)
    })
  })
}

/** Passes the site's words on until it says how the command ended. */
async function codeFrom(socket: Socket, speaker: Speaker): Promise<number> {
  try {
    for await (const text of createInterface({ input: socket })) {
      const said = spoken.safeParse(json(text))
      if (!said.success) continue
      if ('code' in said.data) return said.data.code
      if ('out' in said.data) speaker.out(said.data.out)
      else speaker.err(said.data.err)
    }
  } catch {
    // The connection broke: the same as an end without a code.
  }
  speaker.err('The site stopped before the command had ended. Look whether it was done, and run it again if it was not.\n')
  return 1
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
