import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Server } from './server.ts'

/** How long requests that have begun may take to end when the server stops. */
const patience = 10_000

/** Starts to listen; answers the port, which the system chose where 0 was asked for. */
export async function listen(server: Server, at: Place): Promise<Outcome<number>> {
  keepConnections(server)
  try {
    await server.listen({ host: at.host, port: at.port })
  } catch (problem) {
    return notListening(problem, at)
  }
  const address = server.server.address()
  return ok(typeof address === 'object' && address !== null ? address.port : at.port)
}

/** Whether it could listen there: asked before long work, so that nobody waits for a start that cannot be. */
export async function couldListen(at: Place): Promise<Outcome<void>> {
  const probe = createServer()
  try {
    await once(probe.listen({ host: at.host, port: at.port }), 'listening')
  } catch (problem) {
    return notListening(problem, at)
  }
  probe.close()
  await once(probe, 'close')
  return ok(undefined)
}

function notListening(problem: unknown, at: Place): Outcome<never> {
  const words = whyNot[(problem as NodeJS.ErrnoException).code ?? '']
  if (words === undefined) throw problem
  return refuse('unavailable', words(at))
}

type Place = { readonly host: string; readonly port: number }

const notHere = ({ host }: Place) =>
  `${host} is not an address of this machine. Give HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for all its addresses.`

const whyNot: Readonly<Record<string, (at: Place) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program (perhaps another Golden Thread). Stop that one, or give another port: PORT=${port + 1}.`,
  EACCES: ({ port }) => `This account may not listen on port ${port}. Give a port from 1024 up, e.g. PORT=3000.`,
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
}

/** Accepts nothing new, lets what has begun come to its end for ten seconds, then cuts it off. */
export async function closeServer(server: Server): Promise<void> {
  // A connection whose last request has just been answered is idle only now, and would hold the server open.
  const tidy = setInterval(() => endUnused(server), 50)
  const cut = setTimeout(() => server.server.closeAllConnections(), patience)
  try {
    const closed = server.close()
    endUnused(server)
    await closed
  } finally {
    clearTimeout(cut)
    clearInterval(tidy)
  }
}

const connections = new WeakMap<Server, Set<Socket>>()

function keepConnections(server: Server): void {
  const open = new Set<Socket>()
  connections.set(server, open)
  server.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
}

/** Browsers connect ahead of what they may come to ask; Node counts a connection as idle only once something was asked on it. */
function endUnused(server: Server): void {
  server.server.closeIdleConnections()
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
}

/** Waits for the signal to stop that a terminal or a service manager sends; a second one ends the process at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
}
