import { Feed } from 'feed'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { escapeHtml } from '#platform/pages/html.ts'
import { latestOf } from '../sources/all-sources.ts'
import { knownTopic } from '../subscribing/known-topics.ts'
import { askAddress, feedAddress, parseTopic } from '../topic.ts'

const newest = 50

/** `/alerts/{kind}/{key}.atom`: the latest news of a topic, for programs that read feeds; it needs no address of anybody. */
export async function topicFeed({ read, params, today, origin, publisher }: PublicRequest): Promise<Answer> {
  const asked = parseTopic(`${params['kind'] ?? ''}:${(params['key'] ?? '').replace(/\.atom$/, '')}`)
  const topic = asked && (await knownTopic(read, asked))
  if (topic === undefined || params['key']?.endsWith('.atom') !== true) return { kind: 'not-found', message: 'There is no feed at this address. The page of alerts says what there is news of.' }
  const changes = await latestOf(read, topic, { today, limit: newest })
  const self = `${origin}${feedAddress(topic)}`
  const feed = new Feed({
    id: self,
    title: escapeHtml(topic.label),
    // RFC 4287 asks for an author.
    author: { name: publisher ?? new URL(origin).host, link: origin },
    link: `${origin}${askAddress(topic)}`,
    feedLinks: { atom: self },
    copyright: '',
    generator: 'Golden Thread',
    updated: changes[0]?.at ?? new Date(`${today}T00:00:00Z`),
  })
  for (const { id, at, title, words, href } of changes) feed.addItem({ id: `${origin}/alerts#${encodeURIComponent(id)}`, link: `${origin}${href}`, title: escapeHtml(title), description: escapeHtml(words), date: at })
  return { kind: 'file', contentType: 'application/atom+xml; charset=utf-8', body: feed.atom1() }
}
