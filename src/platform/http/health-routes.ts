import type { Server } from './server.ts'

/** Whether requests can be answered, and what is missing if not. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly waitingFor: string }

/** `/health`: the process is alive. `/health/ready`: it can answer, its database reached and its migrations run. */
export function registerHealth(server: Server, readiness: () => Promise<Readiness>): void {
  server.get('/health', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))
  server.get('/health/ready', async (_request, reply) => {
    const found = await readiness()
    reply.header('cache-control', 'no-store').code(found.ready ? 200 : 503)
    return found.ready ? { status: 'ready' } : { status: 'not ready', waitingFor: found.waitingFor }
  })
}
