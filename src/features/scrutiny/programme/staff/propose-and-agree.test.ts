import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from '#access/act.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { beginProgramme } from '../deeds/keep-head.ts'
import { keptChanges } from '../store/read-programmes.ts'
import { eachProgrammeDesk, key } from '../testing.ts'
import { aboutPage } from './about-page.ts'
import { staffProgrammePage } from './programme-page.ts'
import { proposalsPage } from './proposals-page.ts'
import { proposePage } from './propose-page.ts'

eachProgrammeDesk(({ store, app, officer, member: signedIn, load }) => {
  const member = (): Context => ({ ...signedIn(), may: (_actor, verb) => verb !== 'programme.edit' })
  const request = (context: Context, path: string, fields: readonly (readonly [string, string])[] = []): StaffRequest => {
    const { pathname, searchParams } = new URL(path, 'https://council.test')
    const session = { formToken: { field: 'token', value: 't' } } as unknown as StaffRequest['session']
    return { context, session, path: pathname, params: { body: pathname.split('/')[3] ?? '' }, query: searchParams, form: postedForm(fields), today: context.today, now: app().now(), origin: app().origin }
  }
  const words = (answer: StaffAnswer | undefined) => {
    assert.ok(answer?.kind === 'page', JSON.stringify(answer))
    return answer.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  const shown = async (page: StaffPage<MeetingsApp>, who: () => Context, path: string) => page.show?.(request(who(), path), app())

  test('whoever proposes an issue on the way to a draft that they do not see lands where their proposal stands', async () => {
    assert.ok((await beginProgramme(officer(), app(), { body: 'panel', year: '2024-25', from: '2024-05-01', to: '2025-04-30' })).ok)
    assert.match(words(await shown(proposePage, member, '/staff/programmes/panel/propose?year=2024-25')), /Propose it/)
    for (const year of ['2024-25', 'nonsense', '']) {
      const fields = [['issue', `Nursery places ${year}`], ['why', 'Parents ask'], ['year', year]] as const
      const moved = await proposePage.submit?.(request(member(), '/staff/programmes/panel/propose', fields), app())
      assert.ok(moved?.kind === 'moved')
      assert.match(words(await shown(proposalsPage, member, moved.to)), new RegExp(`has reached the scrutiny officer.*Nursery places ${year}`))
    }
    const ofOfficer = await proposePage.submit?.(request(officer(), '/staff/programmes/panel/propose', [['issue', 'Mine'], ['why', 'Mine'], ['year', '2024-25']]), app())
    assert.deepEqual(ofOfficer, { kind: 'moved', to: '/staff/programmes/panel/proposals?year=2024-25&done=proposed' })
  })

  test('nobody is asked to type a proposal to a body that has no public programme', async () => {
    const answer = await shown(proposePage, member, '/staff/programmes/council/propose')
    assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
  })

  const basedOn = async () => {
    const page = await shown(aboutPage, officer, '/staff/programmes/panel/about?year=2023-24')
    return /name="based-on" value="(\w+)"/.exec(page?.kind === 'page' ? page.body.toString() : '')?.[1] ?? ''
  }
  const save = async (on: string, focus = 'Places', mark?: string) => {
    const fields = [['year', key.year], ['based-on', mark ?? (await basedOn())], ['focus', focus], ['agreed-by', 'council'], ['agreed-on', on]] as const
    return aboutPage.submit?.(request(officer(), '/staff/programmes/panel/about', fields), app())
  }

  test('an agreement of a body of which no meeting is kept stands, and the officer reads beside the day that nothing shows it', async () => {
    assert.match(words(await shown(aboutPage, officer, '/staff/programmes/panel/about?year=2023-24')), /No meeting of the The council of that time is kept here: nothing shows that it met on 18 May 2023/)
  })

  test('a day on which the body has no meeting is refused at its field, and an agreement that stands does not keep other changes back', async () => {
    await load('meetings', 'body: council\ndate: 2023-05-10\nstatus: planned\n')
    const refused = await save('2023-05-19')
    assert.ok(refused?.kind === 'page' && refused.status === 400)
    assert.match(words(refused), /The The council has no meeting on 19 May 2023\. Give the day of a meeting in its calendar.*Places/)
    assert.equal((await save('2023-05-18', 'Kept as it stands'))?.kind, 'moved')
  })

  test('two officers with what stands above the entries open: the second is shown what the first saved, beside what they typed', async () => {
    const mark = await basedOn()
    assert.equal((await save('2023-05-18', 'Homes', mark))?.kind, 'moved')
    assert.equal((await save('2023-05-18', 'Homes', mark))?.kind, 'moved', 'the same press again')
    const refused = await save('2023-05-18', 'Schools', mark)
    assert.ok(refused?.kind === 'page' && refused.status === 409)
    assert.match(words(refused), /Somebody else changed this.*What stands now, where it differs from what you typed Focus Homes.*Schools/)
  })

  test('an agreement by a body that the programme does not report to is refused at its field, as in a file', async () => {
    const refused = await aboutPage.submit?.(request(officer(), '/staff/programmes/panel/about', [['year', key.year], ['based-on', await basedOn()], ['recommended-by', 'cabinet'], ['recommended-on', '2023-05-10']]), app())
    assert.ok(refused?.kind === 'page' && refused.status === 400)
    assert.match(words(refused), /A programme is agreed by its own body, by one that it reports to, or by the council/)
  })

  test('an agreement at a meeting without a record of having been held is saved, with a warning on the pages of those who keep it, and said in the history', async () => {
    assert.equal((await save('2023-05-10'))?.kind, 'moved')
    const warning = /The record does not show that the meeting of the The council on 10 May 2023 was held/
    assert.match(words(await shown(aboutPage, officer, '/staff/programmes/panel/about?year=2023-24')), warning)
    assert.match(words(await shown(staffProgrammePage, officer, '/staff/programmes/panel?year=2023-24')), warning)
    assert.doesNotMatch(words(await shown(staffProgrammePage, member, '/staff/programmes/panel?year=2023-24')), warning)
    const [change] = await store().database.read('operator:test', (reader) => keptChanges(reader, key, 1))
    assert.equal(change?.what, 'Changed: focus, by whom it was agreed, with no record here that the The council met on 10 May 2023')
    await load('meetings', 'body: council\ndate: 2023-05-10\nstatus: held\n')
    assert.doesNotMatch(words(await shown(aboutPage, officer, '/staff/programmes/panel/about?year=2023-24')), warning)
  })
})
