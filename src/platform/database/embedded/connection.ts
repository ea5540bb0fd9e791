import { Duplex } from 'node:stream'
import type { Engine } from './engine.ts'
import type { EngineKeeper } from './engine-keeper.ts'
import type { Turns } from './turns.ts'
import type { TransactionStatus, WireMessage } from './wire.ts'
import { errorResponse, lastErrorIn, MessageCutter, readyForQuery, statusOf, welcome } from './wire.ts'

/** Looks at every batch of messages before it reaches PostgreSQL; gives back why it may not, or undefined. */
export type Guard = (batch: readonly WireMessage[], status: TransactionStatus) => string | undefined

export interface LineLimits {
  readonly guard?: Guard
  /** Longest that one statement may run, in milliseconds; then the engine is stopped under it. */
  readonly statementLimit?: number
}

interface ConnectionParts extends LineLimits {
  readonly keeper: EngineKeeper
  readonly turns: Turns
}

/**
 * A connection to the embedded database, as `pg` wants it: a stream that behaves like a socket. It takes the turn with its first
 * message and gives it back when its transaction is over, so transactions never mix on the one session.
 */
export class EmbeddedConnection extends Duplex {
  readonly #parts: ConnectionParts
  readonly #cutter = new MessageCutter()
  #batch: WireMessage[] = []
  #status: TransactionStatus = 'I'
  /** The engine of this turn; undefined between turns. */
  #engine: Engine | undefined

  constructor(parts: ConnectionParts) {
    super()
    this.#parts = parts
  }

  /** `pg` calls these four on its socket. */
  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    void this.#takeAll(chunk, done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#letGo()
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#letGo()
    done(error)
  }

  async #takeAll(chunk: Buffer, done: (error?: Error) => void): Promise<void> {
    try {
      for (const message of this.#cutter.take(chunk)) await this.#take(message)
      done()
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  }

  async #take(message: WireMessage): Promise<void> {
    if (message.kind === '') return void this.push(welcome())
    if (message.kind === 'X') return
    this.#batch.push(message)
    // PostgreSQL answers at a simple query or at Sync; until then the messages of a statement are gathered.
    if (message.kind === 'Q' || message.kind === 'S') await this.#answer(this.#batch.splice(0))
  }

  async #answer(batch: readonly WireMessage[]): Promise<void> {
    const objection = this.#parts.guard?.(batch, this.#status)
    if (objection !== undefined) {
      return void this.push(Buffer.concat([errorResponse('42501', objection), readyForQuery(this.#status)]))
    }
    this.#engine ??= await this.#takeTurn()
    const request = Buffer.concat(batch.map((message) => message.bytes))
    const answer = await this.#engine.execute(request, this.#parts.statementLimit)
    this.#status = statusOf(answer) ?? this.#engine.stop(lastErrorIn(answer) ?? 'it broke off its answer')
    if (this.#status === 'I' || this.destroyed) this.#letGo()
    this.push(answer)
  }

  async #takeTurn(): Promise<Engine> {
    await this.#parts.turns.take()
    try {
      return await this.#parts.keeper.running()
    } catch (error) {
      this.#parts.turns.giveBack()
      throw error
    }
  }

  /** Gives the turn back with the session as new, an open transaction rolled back included. */
  #letGo(): void {
    this.#engine?.reset()
    if (this.#engine !== undefined) this.#parts.turns.giveBack()
    this.#engine = undefined
  }
}
