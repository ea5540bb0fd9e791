import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOfOparl, faultsOfOparlList } from '../testing.ts'
import type { OparlKind } from './addresses.ts'
import { oparlPages } from './pages.ts'
import { bodies, eachOpenDataDesk, heldMeeting, ines, meeting, minutes, otto, secret, third } from './testing.ts'

eachOpenDataDesk(oparlPages, ({ ask, textOf, loadBodies, loadMeeting, loadMinutes }) => {
  const json = async (address: string) => JSON.parse(await textOf(address)) as { readonly data: Record<string, unknown>[]; readonly links: Record<string, string> } & Record<string, unknown>
  const root = '/oparl/v1.1'
  const lists: readonly (readonly [string, OparlKind])[] = [
    ['bodies', 'Body'], ['organizations', 'Organization'], ['persons', 'Person'], ['memberships', 'Membership'], ['meetings', 'Meeting'], ['agenda-items', 'AgendaItem'], ['papers', 'Paper'], ['consultations', 'Consultation'], ['files', 'File'],
    ['locations', 'Location'], ['legislative-terms', 'LegislativeTerm'], ['organizations/panel/meetings', 'Meeting'], ['organizations/panel/consultations', 'Consultation'],
  ]

  /** Every object of every list, at its own address too, and whatever it refers to. */
  const everythingIsRight = async () => {
    const system = await json(`${root}/system`)
    assert.deepEqual(faultsOfOparl(system, 'System'), [])
    assert.ok(system['created'] !== undefined && system['modified'] !== undefined)
    const referred = new Set<string>()
    for (const [list, kind] of lists) {
      const found = await json(`${root}/${list}`)
      assert.deepEqual(faultsOfOparlList(found, kind), [], list)
      if (kind !== 'LegislativeTerm') assert.ok(found.data.length > 0, `${list} is not empty`)
      for (const object of found.data) {
        assert.deepEqual(await json(String(object['id'])), object, `${kind} at its own address`)
        for (const inner of objectsIn(object)) assert.ok((inner['modified'] as string) >= (inner['created'] as string), `${kind}: when it was made and changed`)
        for (const [, address = ''] of JSON.stringify(object).matchAll(/"(http:\/\/council\.test\/oparl[^"]*)"/g)) referred.add(address)
      }
    }
    for (const address of referred) await textOf(address)
  }

  test('every object of every list passes the checks of the standard, is answered at its own address, and refers to nothing that is not there', async () => {
    await loadBodies(bodies(otto))
    await loadMeeting(meeting(third + secret))
    await everythingIsRight()
  })

  test('of what is withheld there is the public title and no paper', async () => {
    const text = JSON.stringify(await Promise.all(lists.map(([list]) => json(`${root}/${list}`))))
    assert.match(text, /"name":"A contract"/)
    assert.doesNotMatch(text, /item-4-report/)
    const items = (await json(`${root}/agenda-items`)).data
    assert.deepEqual(items.map((item) => [item['number'], item['order'], item['public'], item['consultation'] !== undefined]), [['1', 0, true, false], ['2', 1, true, true], ['3', 2, true, false], ['4', 3, false, false]])
  })

  test('times are those of London, and a vote that a seat does not have is said', async () => {
    assert.equal((await json(`${root}/meetings/panel/2023-07-07`))['start'], '2023-07-07T09:00:00Z')
    const memberships = (await json(`${root}/memberships`)).data
    assert.deepEqual(memberships.map((one) => String(one['votingRight'])).toSorted(), ['false', 'true'])
    assert.doesNotMatch(JSON.stringify(memberships.map((one) => one['id'])), /finch|lane/i)
  })

  test('lists are paged by links, and narrowed by moments and without what is inside', async () => {
    const first = await json(`${root}/memberships?limit=1`)
    assert.equal(first.data.length, 1)
    const next = await json(first.links['next'] ?? '')
    assert.deepEqual([next.data.length, next.links['next'], next.data[0]?.['id'] === first.data[0]?.['id']], [1, undefined, false])
    assert.equal((await json(`${root}/meetings?modified_since=2099-01-01T00:00:00Z`)).data.length, 0)
    assert.equal((await json(`${root}/meetings?created_until=2099-01-01T00:00:00+01:00`)).data.length, 1)
    assert.equal((await json(`${root}/meetings?omit_internal=true`)).data[0]?.['agendaItem'], undefined)
  })

  test('what cannot be answered is an object that says so, with the status of an error', async () => {
    const errorAt = async (path: string) => {
      const answer = await ask(`${root}/${path}`)
      const { type, message, debug } = JSON.parse(answer.kind === 'file' ? String(answer.body) : '{}') as Record<string, string>
      assert.ok(type === 'https://schema.oparl.org/1.1/Error' && (message ?? '').length > 10 && (debug ?? '').length > 10, path)
      return answer.kind === 'file' && answer.status
    }
    for (const list of ['bodies', 'legislative-terms', 'organizations', 'persons', 'meetings', 'files']) {
      for (const wrong of ['limit=0', 'limit=ten', 'modified_since=yesterday', 'omit_internal=perhaps', 'created_since=2023-02-31T99:00:00Z']) assert.equal(await errorAt(`${list}?${wrong}`), 400, `${list} ${wrong}`)
    }
    for (const strange of ['meetings?cursor=nonsense', 'persons?cursor=nonsense', 'persons?cursor=/oparl/v1.1/memberships/1']) assert.equal(await errorAt(strange), 400, strange)
    for (const none of ['meetings/panel/2023-07-08', 'meetings/panel/soon', 'organizations/nobody', 'papers/panel/2023-07-07/1', 'files/panel/2023-07-07/x', 'consultations/panel/2023-07-07/9', 'locations/nobody/2023-07-07', 'towns', 'meetings/a/b/c/d']) assert.equal(await errorAt(none), 404, none)
    assert.deepEqual(await ask('/oparl'), { kind: 'moved', to: `${root}/system` })
    for (const { path, sayError } of oparlPages) assert.deepEqual(Object.keys(JSON.parse(String(sayError?.('It can only be read.').body)) as object), ['type', 'message', 'debug'], path)
  })

  test('every list has each object once however it is paged, and takes the filters of the standard', async () => {
    for (const [list, kind] of lists) {
      const whole = (await json(`${root}/${list}`)).data.map(({ id }) => id)
      for (const limit of [1, 2]) {
        const paged: unknown[] = []
        for (let next: string | undefined = `${root}/${list}?limit=${limit}&omit_internal=true`; next !== undefined; ) {
          const page: Awaited<ReturnType<typeof json>> = await json(next)
          assert.deepEqual(faultsOfOparlList(page, kind), [])
          if (page.links['next'] !== undefined) assert.match(page.links['next'], /omit_internal=true/)
          paged.push(...page.data.map(({ id }) => id))
          next = page.links['next']
        }
        assert.deepEqual([paged.length, new Set(paged)], [whole.length, new Set(whole)], `${list} by ${limit}`)
      }
      for (const [filter, count] of [['created_until=1990-01-01T00:00:00Z', 0], ['modified_since=2099-01-01T00:00:00Z', 0], ['created_since=1990-01-01T00:00:00+01:00', whole.length], ['modified_until=2099-01-01T00:00:00Z', whole.length]] as const) assert.equal((await json(`${root}/${list}?${filter}`)).data.length, count, `${list} ${filter}`)
    }
  })

  test('what is corrected away says at its old address that it is gone, and is told to those who ask what changed', async () => {
    const seat = (await json(`${root}/memberships`)).data.find((one) => one['votingRight'] === false) ?? assert.fail('no seat')
    await loadBodies(bodies(''))
    await loadMeeting(meeting(secret, 'correction: An item was listed by mistake\n'))
    const gone = [String(seat['id']), String(seat['person']), `http://council.test${root}/agenda-items/panel/2023-07-07/3`]
    for (const id of gone) {
      const object = await json(id)
      assert.deepEqual([object['deleted'], object['id'], faultsOfOparl(object)], [true, id, []])
    }
    for (const [list, kind] of lists.filter(([name]) => ['memberships', 'persons', 'agenda-items'].includes(name))) {
      assert.equal((await json(`${root}/${list}`)).data.some((one) => one['deleted'] === true), false, list)
      const told = await json(`${root}/${list}?modified_since=2020-01-01`)
      assert.deepEqual(faultsOfOparlList(told, kind), [])
      assert.equal(told.data.filter((one) => one['deleted'] === true && gone.includes(String(one['id']))).length, 1, list)
    }
  })

  test('a meeting has its published minutes as a file, and who was there of those who hold or held a seat', async () => {
    await loadBodies(bodies(otto + ines))
    await loadMeeting(heldMeeting)
    const held = `${root}/meetings/panel/2023-05-10`
    assert.deepEqual([(await json(held))['resultsProtocol'], (await json(held))['participant']], [undefined, undefined])
    await loadMinutes(minutes())
    await everythingIsRight()
    const { resultsProtocol, participant } = await json(held)
    const { size, 'goldenthread:sha256Checksum': checksum, created: _created, modified: _modified, ...file } = resultsProtocol as Record<string, unknown>
    const pdf = 'http://council.test/bodies/panel/2023-05-10/minutes/versions/1/minutes.pdf'
    assert.deepEqual(file, {
      id: `http://council.test${root}/files/panel/2023-05-10/minutes`,
      type: 'https://schema.oparl.org/1.1/File',
      name: 'Minutes: Draft, to be confirmed',
      fileName: 'panel-2023-05-10-minutes-version-1.pdf',
      mimeType: 'application/pdf',
      date: '2023-05-20',
      accessUrl: pdf,
      downloadUrl: pdf,
      web: 'http://council.test/bodies/panel/2023-05-10/minutes',
      meeting: [`http://council.test${held}`],
    })
    assert.ok(Number(size) > 1000)
    assert.match(String(checksum), /^[0-9a-f]{64}$/)
    const dora = (await json(`${root}/persons`)).data.find(({ name }) => name === 'Cllr Dora Finch')
    assert.deepEqual(participant, [dora?.['id']])
  })

  test('an item says by which kinds it was resolved and in which words, and nothing of the words that are withheld', async () => {
    const items = (await json(`${root}/meetings/panel/2023-05-10`))['agendaItem'] as Record<string, unknown>[]
    assert.deepEqual(items.map(({ result }) => result), [undefined, 'Noted; Recommended to Cabinet', undefined, undefined])
    const [, transport, clubs, bids] = items.map(({ resolutionText }) => resolutionText)
    assert.equal(transport, 'a) The report. (Noted)\nb) That fares be frozen. (Recommended to Cabinet, by 1 September 2023, 2 for, 0 against, 0 abstained)')
    assert.equal(clubs, undefined)
    assert.match(String(bids), /One resolution is in that part\.$/)
    assert.doesNotMatch(JSON.stringify(await Promise.all(lists.map(([list]) => json(`${root}/${list}`)))), /bid A|4 million/i)
  })

  test('corrected minutes are another file at the same address, and told to those who ask what changed', async () => {
    const address = `${root}/files/panel/2023-05-10/minutes`
    const before = await json(address)
    const since = `modified_since=${new Date().toISOString()}`
    const dates = async () => (await json(`${root}/meetings?${since}`)).data.map(({ id }) => String(id).slice(-10))
    assert.ok(!(await dates()).includes('2023-05-10'))
    await loadMinutes(minutes('correction: How full the buses were.\n'))
    const after = await json(address)
    assert.deepEqual([after['date'], after['downloadUrl'] === before['downloadUrl'], after['id']], ['2023-07-07', false, before['id']])
    assert.ok((await dates()).includes('2023-05-10'))
    assert.ok((await json(`${root}/files?${since}`)).data.some(({ id }) => id === after['id']))
  })

  test('the resolutions of minutes that an example makes up say so', async () => {
    await loadMinutes(minutes('correction: Whose they are.\nsource: Invented as an example.\n'))
    const items = (await json(`${root}/meetings/panel/2023-05-10`))['agendaItem'] as Record<string, unknown>[]
    assert.deepEqual(items.map(({ resolutionText }) => String(resolutionText).startsWith('Invented for the example.\n')), [false, true, false, true])
  })

  test('what a file tells of an earlier day counts as made and changed when it came into this store, so that whoever asks what changed since then is told', async () => {
    const before = new Date().toISOString()
    await loadMeeting('body: panel\ndate: 2022-03-09\ntime: "10:00"\nstatus: held\nissued: 2022-02-28\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n')
    for (const list of ['meetings', 'agenda-items']) {
      for (const asked of ['modified_since', 'created_since']) {
        const told = (await json(`${root}/${list}?${asked}=${before}`)).data
        assert.ok(told.some(({ id }) => String(id).includes('panel/2022-03-09')), `${list} ${asked}`)
        assert.ok(!told.some(({ id }) => String(id).includes('panel/2023-07-07')), `${list} ${asked}`)
      }
    }
  })

  test('a paper, its files and a place that an agenda has no more stay at their addresses as what is gone', async () => {
    await loadMeeting(meeting(secret, 'correction: The report was taken off\n').replace(', report: report.md', '').replace('venue: County Hall\n', ''))
    for (const [list, path] of [['papers', 'papers/panel/2023-07-07/2'], ['consultations', 'consultations/panel/2023-07-07/2'], ['files', 'files/panel/2023-07-07/item-2-report'], ['locations', 'locations/panel/2023-07-07']] as const) {
      const object = await json(`${root}/${path}`)
      assert.deepEqual([object['deleted'], faultsOfOparl(object)], [true, []], path)
      assert.ok(!(await json(`${root}/${list}`)).data.some(({ id }) => id === object['id']), list)
      assert.ok((await json(`${root}/${list}?modified_since=2020-01-01T00:00:00Z`)).data.some(({ id, deleted }) => id === object['id'] && deleted === true), list)
    }
  })
})

/** An object, and those that stand in it. */
function objectsIn(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const inner = Object.values(object).flat().filter((value): value is Record<string, unknown> => typeof value === 'object' && value !== null && 'id' in value)
  return [object, ...inner.flatMap(objectsIn)]
}

test('the checks find what the standard forbids, and pass over additions under a prefix', () => {
  const right = { id: 'https://a.test/f', type: 'https://schema.oparl.org/1.1/File', accessUrl: 'https://a.test/f.pdf' }
  assert.deepEqual(faultsOfOparl(right, 'File'), [])
  assert.deepEqual(faultsOfOparl({ ...right, 'goldenthread:sha256Checksum': 'ab' }, 'File'), [])
  assert.deepEqual(faultsOfOparl({ ...right, accessUrl: undefined }), ['File without accessUrl', 'File.accessUrl: undefined is no url'])
  assert.deepEqual(faultsOfOparl({ ...right, size: '3', date: '7 July', colour: 'red' }), ['File.size: "3" is no integer', 'File.date: "7 July" is no date', 'File has no field colour'])
  assert.deepEqual(faultsOfOparl(right, 'Paper'), ['a File stands where a Paper belongs'])
  assert.deepEqual(faultsOfOparl({ ...right, type: 'https://schema.oparl.org/1.0/File' }), ['https://schema.oparl.org/1.0/File is no type of OParl 1.1'])
})
