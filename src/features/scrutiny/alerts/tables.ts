import type { Generated } from 'kysely'
import type { TopicKind } from './topic.ts'

/** The tables of this room. Nothing of it is ever published: who asks for news is their own affair. */
export interface AlertsTables {
  'work.alert_readers': {
    id: string
    email: string
    /** Where its letters go, however the address is spelled. */
    mailbox: string
    /** Stands for the network from which it was asked; for a day only. */
    network: string | null
    /** Stands for one sending of one form: the same form sent twice is one asking. */
    sending: string
    /** The hash of the secret by which the reader said last, or is still to say, that it was they who asked; none of those who said so before it was kept. */
    confirm_hash: string | null
    asked_at: Date
    confirmed_at: Date | null
  }
  /** The hashes of the secrets by which a reader ends their news: each letter has one of its own. */
  'work.alert_stops': { hash: string; reader: string; at: Date }
  'work.alert_topics': { reader: string; kind: TopicKind; key: string; since: Date }
  /** News that was told, so that none is told twice. */
  'work.alert_told': { id: string; at: Date }
  /** Until when all news has been told, and when letters went out last; one row. */
  'work.alert_mark': { told_until: Date; letters_at: Date | null; revision: Generated<number> }
}
