import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'

/** The body that considers what is called in: the scrutiny board, or the first scrutiny panel where a council has no board. */
export async function scrutinyBoardOf(reader: Reader): Promise<Body | undefined> {
  const bodies = await publishedBodies(reader)
  return bodies.find(({ kind }) => kind === 'scrutiny-board') ?? bodies.find(({ kind }) => kind === 'scrutiny-panel')
}
