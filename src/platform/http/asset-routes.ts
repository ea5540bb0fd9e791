import type { Asset } from '#platform/pages/assets.ts'
import { compress, rendered, send } from './rendered.ts'
import type { Server } from './server.ts'

/** Styles, scripts and typefaces, from memory; their addresses change with their bytes, so a browser keeps them for a year. */
export async function registerAssets(server: Server, assets: readonly Asset[]): Promise<void> {
  for (const asset of assets) {
    const file = await compress(rendered(200, asset.contentType, asset.body, { 'cache-control': 'public, max-age=31536000, immutable' }))
    server.get(asset.path, (request, reply) => send(request, reply, file))
  }
}
