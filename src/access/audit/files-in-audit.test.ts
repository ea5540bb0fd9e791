import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadingDeed } from './files-in-audit.ts'

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const deedOf = (...files: Parameters<typeof loadingDeed>[2]) => loadingDeed('bodies.import', 'bodies', files)

test('the audit of a load has the kind of record, the count and form of the files, and nothing of their names or folders', () => {
  const deed = deedOf(file('/home/ada.lorne/Complaint about B. Tull/bodies.yaml', 'slug: a\n'), file('C:\\Users\\ada\\notes.YAML', 'slug: b\n'), file('odd.secret-name', 'x'))
  assert.deepEqual([deed.verb, deed.subject.kind, deed.detail], ['bodies.import', 'bodies', { files: 3, forms: 'other yaml' }])
  assert.match(deed.subject.id, /^sha256:[\da-f]{64}$/)
  assert.doesNotMatch(JSON.stringify(deed), /lorne|Tull|ada|secret|Users|home/)
})

test('the fingerprint is of what the files hold: under other names and in another order it stays, with another letter it does not', () => {
  const [one, two] = [file('a.yaml', 'slug: a\n'), file('b.yaml', 'slug: b\n')]
  const print = deedOf(one, two).subject.id
  assert.equal(deedOf(file('later/b.yaml', 'slug: b\n'), file('later/a.yaml', 'slug: a\n')).subject.id, print)
  assert.notEqual(deedOf(one, file('b.yaml', 'slug: c\n')).subject.id, print)
  assert.notEqual(deedOf(one).subject.id, print)
})

test('of one file it is the SHA-256 that any tool gives for it, read as text or as bytes', () => {
  const known = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  assert.equal(deedOf(file('a.yaml', 'abc')).subject.id, known)
  assert.equal(deedOf({ name: 'a.yaml', text: 'abc' }).subject.id, known)
})
