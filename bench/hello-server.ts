import { fastify } from 'fastify'

/** The least that Fastify can serve, on PORT. */
const server = fastify()
server.get('/', async () => 'Hello')
await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
