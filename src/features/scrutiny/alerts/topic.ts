/** What somebody can have news of. */
const topicKinds = ['body', 'subject', 'recommendation', 'decision', 'call-in', 'response'] as const
export type TopicKind = (typeof topicKinds)[number]

/** A body by its address word, a matter by its name, a recommendation by its number, a decision by its address word; `all` for every decision, call-in or response. */
export interface Topic {
  readonly kind: TopicKind
  readonly key: string
}

export const everything = 'all'

/** `body:cabinet`: as forms and addresses write a topic. */
export function topicText({ kind, key }: Topic): string {
  return `${kind}:${key}`
}

/** Reads `body:cabinet`; undefined for anything that can be no topic. */
export function parseTopic(text: string): Topic | undefined {
  const [, kind, key] = /^([a-z-]{1,20}):([a-z0-9-]{1,200})$/.exec(text) ?? []
  const known = topicKinds.find((one) => one === kind)
  return known === undefined || key === undefined ? undefined : { kind: known, key }
}

export function feedAddress({ kind, key }: Topic): string {
  return `/alerts/${kind}/${key}.atom`
}

/** Where one asks for news of this topic by mail. */
export function askAddress(topic: Topic): string {
  return `/alerts?topic=${topicText(topic)}`
}
