import { Engine } from './engine.ts'
import type { EngineStart } from './engine-messages.ts'

/** Keeps an engine running: one that died over data on disk is started again when it is next needed, and recovers. */
export class EngineKeeper {
  readonly #start: EngineStart
  #engine: Engine

  private constructor(start: EngineStart, engine: Engine) {
    this.#start = start
    this.#engine = engine
  }

  static async start(start: EngineStart): Promise<EngineKeeper> {
    return new EngineKeeper(start, await Engine.start(start))
  }

  /** The engine that runs now. Only whoever has the turn asks, so it is never started twice. */
  async running(): Promise<Engine> {
    if (this.#engine.isDead && this.#start.kind === 'folder') this.#engine = await this.#startAgain()
    return this.#engine
  }

  async #startAgain(): Promise<Engine> {
    try {
      return await Engine.start(this.#start)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`The embedded database has stopped and does not start again: ${reason}`, { cause: error })
    }
  }

  async close(): Promise<void> {
    await this.#engine.close()
  }
}
