import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAccountByEmail } from '#access/accounts/account-store.ts'
import { changeRoles } from '#access/accounts/change-roles.ts'
import { disableAccount } from '#access/accounts/disable-account.ts'
import { addPerson } from '#access/accounts/testing.ts'
import type { Context } from '#access/act.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { versionsOf } from '../publication/published-meetings.ts'
import { publicationById } from './keep-publication.ts'
import { resumePublications } from './resume-publications.ts'
import { eachPublishingDesk, makeMeeting, now, officer, unwrap } from './testing.ts'

const minutesLater = (minutes: number) => ({ now: () => new Date(now.getTime() + minutes * 60_000) })

eachPublishingDesk(({ database, app, ask, standing }) => {
  /** An officer with an account. */
  const officerBy = async (email: string): Promise<Context> => {
    const context = officer(database(), 'Ada Lorne')
    await addPerson(app().context(), email, ['officer'], 'Ada Lorne')
    const account = await database().read('operator:test', (reader) => findAccountByEmail(reader, email, context.today))
    assert.ok(account)
    return { ...context, actor: { kind: 'person', account: account.id, person: account.person, name: account.name, roles: account.roles } }
  }
  /** A publication that was begun so often, and whose machine then stopped. */
  const halfMade = async (day: LocalDate, context: Context, attempts = 1) => {
    const { id } = await makeMeeting(database(), day, [{ title: 'Apologies', standing: 'apologies' }])
    const publication = unwrap(await ask(id, {}, context))
    await database().write('operator:test', (tx) => tx.tables<{ 'work.publications': { state: string; attempts: number } }>().updateTable('work.publications').set({ state: 'building', attempts }).where('work.publications.state', '=', 'queued').execute())
    return { id, record: async () => (await database().read('operator:test', (reader) => publicationById(reader, publication))) ?? assert.fail() }
  }

  test('what a stopped machine left half-made is taken up once it is silent, and published once by whoever asked', async () => {
    const day = date('2023-09-19')
    const { record } = await halfMade(day, await officerBy('ada@example.test'))
    await resumePublications(app(minutesLater(0.5)))
    assert.equal(await standing(day), undefined, 'it may still be alive')
    await Promise.all([resumePublications(app(minutesLater(2))), resumePublications(app(minutesLater(2)))])
    assert.deepEqual((await database().readPublished((reader) => versionsOf(reader, 'panel', day))).map((one) => one.version), [1])
    const { state, version, attempts } = await record()
    assert.deepEqual([state, version, attempts], ['done', 1, 2])
    const [row] = await database().read('operator:test', (reader) =>
      reader.tables<{ 'access.audit': { verb: string; actor: string; door: string; number: number } }>().selectFrom('access.audit').select(['access.audit.actor', 'access.audit.door']).where('access.audit.verb', '=', 'meetings.publish').where('access.audit.door', '=', 'job').execute(),
    )
    assert.match(row?.actor ?? '', /^person:/)
  })

  test('a publication that stopped the machine three times is given up and says so', async () => {
    const day = date('2023-09-26')
    const { id, record } = await halfMade(day, await officerBy('thrice@example.test'), 3)
    await resumePublications(app(minutesLater(2)))
    assert.equal((await record()).state, 'failed')
    assert.equal(await standing(day), undefined)
    unwrap(await ask(id))
  })

  test('what somebody asked for whose account was closed since is not carried through, and says why', async () => {
    const day = date('2023-10-17')
    const { record } = await halfMade(day, await officerBy('left@example.test'))
    unwrap(await disableAccount(app().context(), 'left@example.test', 'left'))
    await resumePublications(app(minutesLater(2)))
    const { state, refusal } = await record()
    assert.equal(state, 'failed')
    assert.match(refusal?.message ?? '', /Ada Lorne, who asked for it, has no open account any more\. Nothing was published/)
    assert.equal(await standing(day), undefined)
  })

  test('what somebody asked for who may no longer publish is not carried through, and says why', async () => {
    const day = date('2023-10-24')
    const { record } = await halfMade(day, await officerBy('moved@example.test'))
    unwrap(await changeRoles(app().context(), 'moved@example.test', ['councillor']))
    const ofOfficers = app({ ...minutesLater(2), context: () => ({ ...app().context(), may: (actor) => actor.kind === 'operator' || (actor.kind === 'person' && actor.roles.includes('officer')) }) })
    await resumePublications(ofOfficers)
    const { state, refusal } = await record()
    assert.equal(state, 'failed')
    assert.match(refusal?.message ?? '', /Ada Lorne, who asked for it, may no longer publish\. Nothing was published/)
    assert.equal(await standing(day), undefined)
  })
})
