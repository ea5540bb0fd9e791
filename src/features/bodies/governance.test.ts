import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { ReportsTo } from './body.ts'
import { governanceMap, type MappedBody } from './governance.ts'
import { governanceList, governancePicture } from './governance-map.ts'

function body(slug: string, ...parents: string[]): MappedBody {
  return { slug, name: slug.toUpperCase(), reportsTo: parents.map((parent): ReportsTo => ({ body: parent, cadence: 'annually' })) }
}

test('a body stands one tier below the lowest body it reports to', () => {
  const map = governanceMap([body('council'), body('board', 'council'), body('group', 'board', 'council')])
  assert.deepEqual(
    map.places.map((place) => [place.slug, place.tier]),
    [
      ['council', 0],
      ['board', 1],
      ['group', 2],
    ],
  )
})

test('bodies that report to each other are still placed, and both lines are drawn', () => {
  const map = governanceMap([body('one', 'other'), body('other', 'one')])
  assert.equal(map.places.length, 2)
  assert.equal(map.lines.length, 2)
})

test('no two bodies share a place on the map', () => {
  const map = governanceMap([body('a'), body('b', 'a'), body('c', 'a'), body('d', 'a'), body('e', 'b', 'c')])
  assert.equal(new Set(map.places.map((place) => `${place.tier}/${place.row}`)).size, 5)
})

test('the list says every line that the picture draws', () => {
  const map = governanceMap([body('council'), body('cabinet', 'council'), body('board', 'council', 'cabinet')])
  const picture = String(governancePicture(map, 'Who reports to whom'))
  const list = String(governanceList(map))
  assert.equal(picture.match(/<path class="gt-map__line/g)?.length, 3)
  assert.equal(picture.match(/gt-map__line--other/g)?.length, 1)
  assert.match(list, /BOARD<\/a>\s*reports to <a class="govuk-link" href="\/bodies\/council">COUNCIL<\/a> \(every year\) and <a [^>]*>CABINET<\/a> \(every year\)/)
})

test('hostile names stay text in the picture', () => {
  const map = governanceMap([{ ...body('x', 'y'), name: '<script>alert(1)</script>' }, body('y')])
  assert.doesNotMatch(String(governancePicture(map, 'Map')), /<script>/)
})

test('bodies that report to the same body stand together, so that main lines do not cross', () => {
  const map = governanceMap([body('council'), body('a', 'council'), body('b', 'council'), body('a1', 'a'), body('b1', 'b'), body('a2', 'a')])
  const rows = (slugs: string[]) => map.places.filter((place) => slugs.includes(place.slug)).map((place) => place.row)
  assert.ok(Math.max(...rows(['a1', 'a2'])) < Math.min(...rows(['b1'])))
})

test('a body without any line is not on the picture, and is in the list', () => {
  const map = governanceMap([body('council'), body('cabinet', 'council'), body('choir')])
  assert.doesNotMatch(String(governancePicture(map, 'Map')), /CHOIR/)
  assert.match(String(governanceList(map)), /CHOIR<\/a>\s*<span[^>]*>reports to no other body here/)
})
