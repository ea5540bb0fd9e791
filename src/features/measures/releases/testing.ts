import type { TestStore } from '#platform/database/testing.ts'
import { keepPublished } from './keep-published.ts'
import type { Release, ReleaseEntry } from './release.ts'

const usual: Release = {
  body: 'panel', bodyName: 'Children’s Panel', period: '2019-20-q4', version: 1, title: 'Figures of quarter 4 of 2019/20', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '',
  approvedBy: 'Director of Children’s Services', approvedOn: '2020-07-08', headings: ['Education'], rankings: [], asked: [], policy: 'one-to-five, version 1',
}

/** Writes a release straight into what is published, for tests of whoever reads it. */
export async function publishEntries(store: TestStore, entries: readonly ReleaseEntry[], changes: Partial<Release> = {}): Promise<Release> {
  const release = { ...usual, ...changes }
  await store.database.write('operator:test', (tx) => keepPublished(tx, release, entries))
  return release
}
