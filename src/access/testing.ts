import { date } from '#core/dates.ts'
import type { Database } from '#platform/database/database.ts'
import type { Context } from './act.ts'

/** For tests: the operator at the command line on 7 July 2023, who may do everything; change what the test is about. */
export function testContext(database: Database, changes: Partial<Context> = {}): Context {
  return { database, actor: { kind: 'operator', name: 'test' }, door: 'cli', may: () => true, today: date('2023-07-07'), ...changes }
}

/** A moment on that day. */
export function at(time: string): Date {
  return new Date(`2023-07-07T${time}Z`)
}
