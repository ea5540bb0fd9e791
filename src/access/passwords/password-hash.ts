import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

interface Cost {
  /** Kibibytes. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }

/**
 * The password as it is kept: argon2id in the PHC form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. The text is normalised first, so that
 * an é typed as one key and as two is the same password. Takes some 40 ms on another thread.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive('argon2id', parameters(password, salt, cost, 32))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

/**
 * Whether this is the password that was kept. With nothing kept (no such account, or one without a password) it works as long
 * and says no, so that the time taken tells nobody which accounts there are.
 */
export async function passwordMatches(kept: string | undefined, password: string): Promise<boolean> {
  const { cost: spent, salt, hash } = readKept(kept ?? nobodys)
  const found = await derive('argon2id', parameters(password, salt, spent, hash.length))
  return timingSafeEqual(found, hash) && kept !== undefined
}

/** Hash and salt of no password: the same cost as a real one. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(Buffer.alloc(16))}$${unpadded(Buffer.alloc(32))}`

function parameters(password: string, salt: Buffer, { memory, passes, parallelism }: Cost, tagLength: number): Argon2Parameters {
  return { message: Buffer.from(normalisePassword(password)), nonce: salt, memory, passes, parallelism, tagLength }
}

export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

function readKept(kept: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept)
  if (parts === null) throw new Error('A kept password is not in the argon2id form')
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
