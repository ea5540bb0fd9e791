import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { endKey } from './key-store.ts'

/** Ends a key at once and for good; it is named by its mark, or by the key itself as it was found. */
export function revokeKey(context: Context, given: string): Promise<Outcome<{ readonly mark: string }>> {
  const mark = /^(?:gtk_)?([\da-f]{8})(?:_[\w-]*)?$/.exec(given.trim())?.[1]
  return act(context, { verb: 'accounts.revoke-key', subject: { kind: 'api-key', id: mark ?? 'unknown' } }, async (tx) => {
    if (mark === undefined) return refuse('invalid', 'Name the key by its mark, the eight letters and figures that api-key list shows.')
    return (await endKey(tx, mark)) ? ok({ mark }) : refuse('not-found', `There is no key ${mark} in use. api-key list shows those there are.`)
  })
}
