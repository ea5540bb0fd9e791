import { Feed } from 'feed'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { escapeHtml } from '#platform/pages/html.ts'
import { markedTitle } from '../entry/invention.ts'
import { latestEditions } from '../store/published-plan.ts'

const newest = 50

/** `/forward-plan.atom`: every change of the plan and every decision, the newest first. */
export async function planFeed({ read, origin, publisher, today }: PublicRequest): Promise<Answer> {
  const editions = await latestEditions(read, newest)
  const self = `${origin}/forward-plan.atom`
  const feed = new Feed({
    id: self,
    title: 'Forward plan and decisions',
    // RFC 4287 asks for an author.
    author: { name: publisher ?? new URL(origin).host, link: origin },
    link: `${origin}/forward-plan`,
    feedLinks: { atom: self },
    copyright: '',
    generator: 'Golden Thread',
    updated: editions[0]?.toldAt ?? new Date(`${today}T00:00:00Z`),
  })
  for (const { reference, edition, matter, invented, what, toldAt } of editions) {
    feed.addItem({
      id: `${origin}/forward-plan/${reference}/editions/${edition}`,
      link: `${origin}/forward-plan/${reference}`,
      title: escapeHtml(markedTitle(matter, invented)),
      description: escapeHtml(what),
      date: toldAt,
    })
  }
  return { kind: 'file', contentType: 'application/atom+xml; charset=utf-8', body: feed.atom1() }
}
