import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { openCluster, openInMemory } from './cluster.ts'
import type { EngineReport, EngineRequest, EngineStart } from './engine-messages.ts'
import { simpleQuery } from './wire.ts'

/**
 * The thread in which PostgreSQL runs. It answers requests in the order in which they come; what it computes blocks nothing else.
 */
const port = parentPort
if (port === null) throw new Error('The engine runs in a worker thread')

const start = workerData as EngineStart
const database = await (start.kind === 'folder' ? openCluster(start.folder) : openInMemory(start.template))
const discard = simpleQuery('DISCARD ALL')
const rollback = simpleQuery('ROLLBACK')

report({ kind: 'ready' })

port.on('message', (request: EngineRequest) => {
  switch (request.kind) {
    case 'execute':
      return report({ kind: 'answer', bytes: execute(database, request.bytes) })
    case 'reset':
      return reset(database)
    case 'image':
      return void image(database)
    case 'close':
      return void close(database)
  }
})

function execute(database: PGlite, bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  // The engine's promise holds no waiting: everything has happened when the call returns.
  void database.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (chunk) => void chunks.push(chunk.slice()) })
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
}

/** One session serves every connection in turn: whatever the last one set, prepared or locked goes before the next one comes. */
function reset(database: PGlite): void {
  if (database.isInTransaction()) execute(database, rollback)
  execute(database, discard)
}

async function image(database: PGlite): Promise<void> {
  const dump = await database.dumpDataDir('none')
  report({ kind: 'image', bytes: new Uint8Array(await dump.arrayBuffer()) })
}

async function close(database: PGlite): Promise<void> {
  await database.close()
  report({ kind: 'closed' })
  port?.close()
}

function report(message: EngineReport): void {
  port?.postMessage(message)
}
