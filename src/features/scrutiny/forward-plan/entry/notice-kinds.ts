/** The notices that are issued before a decision, by the last part of their address. */
export const issuedKinds = ['key-decision', 'general-exception', 'special-urgency', 'private-first', 'private-second', 'private-urgency'] as const
export type IssuedKind = (typeof issuedKinds)[number]

/** Every notice or statement that an entry can have. */
export const noticeKinds = [...issuedKinds, 'decision'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Those that say that a key decision comes, and by which route: they hold or fall together. */
export const keyKindsOfNotice: readonly IssuedKind[] = ['key-decision', 'general-exception', 'special-urgency']
/** Those that say that a meeting is held in private. */
export const privateKindsOfNotice: readonly IssuedKind[] = ['private-first', 'private-second', 'private-urgency']
