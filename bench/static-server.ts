import staticFiles from '@fastify/static'
import { makeLog } from '#platform/log/log.ts'
import { makeServer } from '#platform/http/server.ts'
import { testSite } from '#platform/http/testing.ts'

/** Serves the files of FOLDER on PORT, with the headers, hooks, limits and log of the product's own server. */
const server = await makeServer({ log: makeLog({ production: false }), https: false, behindProxy: false, site: () => testSite })
await server.register(staticFiles, { root: process.env['FOLDER'] ?? '' })
await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
