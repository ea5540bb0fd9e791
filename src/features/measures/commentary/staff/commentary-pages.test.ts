import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { observationsImporter } from '../../observations/import-observations.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { commentaryPage } from './commentary-page.ts'
import { listPage } from './list-page.ts'
import { commentarySection } from './work-section.ts'

const figures = `measure,period,area,breakdown,numerator,denominator,value,status,note
plans-on-time,2021-22-q4,Worcestershire,,49,1000,4.9,,
plans-on-time,2022-23-q4,Worcestershire,,52,1000,5.2,,
contacts,2022-23-q4,Worcestershire,,,,300,,
`
const at = { measure: 'plans-on-time', period: '2022-23-q4' }

eachMeasuresDesk(({ app, load }) => {
  const visit = (fields: Readonly<Record<string, string>> = {}, params: Readonly<Record<string, string>> = at, query = '') => {
    const context = app().context()
    return { context, session: { formToken: { field: 'token', value: 't' } }, path: '/staff/commentary/plans-on-time/2022-23-q4', params, query: new URLSearchParams(query), form: postedForm(Object.entries(fields)), today: context.today, now: app().now(), origin: 'http://localhost' } as unknown as StaffRequest
  }
  const text = (answer: StaffAnswer | undefined) => (answer?.kind === 'page' ? answer.body.toString() : assert.fail(JSON.stringify(answer)))
  const show = async (query = '', params = at) => text(await commentaryPage.show?.(visit({}, params, query), app() as MeetingsApp))
  const press = (fields: Readonly<Record<string, string>>) => commentaryPage.submit?.(visit({ revision: '0', as: 'Head of Inclusion', ...fields }), app() as MeetingsApp)
  const plain = (body: string) => body.replaceAll(/<\/?(?:bdi|span|a|strong)\b[^>]*>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  before(async () => assert.ok((await load(observationsImporter, { 'a.csv': figures })).loaded.ok))

  test('what waits is listed exceptions first, and a period without a figure apart', async () => {
    const list = async (query: string) => text(await listPage.show?.(visit({}, {}, query), app() as MeetingsApp))
    assert.match(plain(await list('period=2022-23-q4')), /2 measures, exceptions first Contacts Not begun Q4 2022\/23: 300 Owner: Head of Inclusion Plans on time Not begun Q4 2022\/23: 5\.2%/)
    assert.match(plain(await list('period=2022-23-q4&state=no-figure')), /1 measure, exceptions first Persistent absence/)
    const wrong = await listPage.show?.(visit({}, {}, 'period=x<b>&owner=Nobody&body=none&state=odd&page=-1'), app() as MeetingsApp)
    assert.ok(wrong?.kind === 'page' && wrong.status === 400)
    assert.doesNotMatch(wrong.body.toString(), /x<b>/)
    for (const year of ['1000', '8999', '9999']) {
      const far = await listPage.show?.(visit({}, {}, `period=${year}`), app() as MeetingsApp)
      assert.ok(far?.kind === 'page' && far.status === 400, year)
    }
  })

  test('a check tells each claim and keeps everything that was typed, without saving', async () => {
    const body = text(await press({ press: 'check', happened: 'Timeliness improved to 7.7%.', 'doing-1-what': 'Review them', 'doing-1-by-whom': 'The team', 'doing-1-by-when': 'July' }))
    assert.match(plain(body), /1 claim\. .*“Timeliness improved to 7\.7%” Not borne out .*You could write: “was higher than a year before, 5\.2% against 4\.9%”/)
    assert.match(plain(body), /Numbers that are no figure of this measure 7\.7%/)
    assert.match(body, /name="doing-1-what"[^>]*>Review them<\/textarea>/)
    assert.match(body, /name="doing-2-what"/)
    assert.match(await show(), /Not begun/)
  })

  test('words that may name a child are shown before anybody signs, and so are those of the lines', async () => {
    const body = plain(text(await press({ press: 'check', happened: 'The boy, Tom Smith, 9, was moved.', 'doing-1-what': 'Find a home for a girl of 14 in Pershore', 'doing-1-by-whom': 'Head of Inclusion', 'doing-1-by-when': 'July' })))
    assert.match(body, /Words that may name or point to a child “Tom Smith” “a girl of 14 in Pershore”/)
    assert.doesNotMatch(plain(text(await press({ press: 'check', happened: 'Each child was seen, as the Children Act asks.' }))), /may name or point/)
  })

  test('numbers that the figures hide are told before anybody signs, by what they do to the figures, and once more beside what was signed', async () => {
    const of = { measure: 'contacts', period: '2021-22-q4' }
    assert.ok((await load(observationsImporter, { 'b.csv': 'measure,period,area,breakdown,numerator,denominator,value,status,note\ncontacts,2021-22-q4,Worcestershire,,,,3,,\n' })).loaded.ok)
    const contacts = (fields: Readonly<Record<string, string>>) => commentaryPage.submit?.(visit({ as: 'Head of Inclusion', revision: '0', press: 'check', ...fields }, of), app() as MeetingsApp)
    const checked = plain(text(await contacts({ happened: 'Three children came.', 'doing-1-what': 'Open three family hubs' })))
    assert.match(checked, /Numbers that are hidden in the figures Stops it .* The commentary says “Three children came”, and that number is hidden in the figures\. Say it without the number\. Warning .*“three family hubs”, which may tell a hidden figure of “Contacts”\./)
    assert.doesNotMatch(plain(text(await contacts({ happened: 'Few came, of 40 who called.' }))), /hidden in the figures/)
    assert.equal((await contacts({ press: 'sign', happened: 'Three children came.' }))?.kind, 'moved')
    assert.match(plain(await show('done=signed', of)), /“Three children came”, and that number is hidden in the figures\. Take back the signature, and say it without the number\./)
  })

  test('a claim is tied to measures near this one first, and one that is tied to no measure that there is keeps what was chosen', async () => {
    const body = text(await press({ press: 'check', happened: 'Timeliness improved.', 'claim-1-words': 'Timeliness improved', 'claim-1-measure': 'gone-since' }))
    assert.match(body, /<select[^>]*name="claim-1-measure"[^>]*><option value="">This one: [^<]*<\/option><option value="gone-since" selected/)
    assert.match(body, /<optgroup label="Answered for by the same owner, Head of Inclusion">.*<option value="contacts"/)
  })

  test('a claim that stands in the way of a signature leads to its field, with all that was typed', async () => {
    const answer = await press({ press: 'sign', happened: 'Timeliness improved.', why: 'Two officers more.' })
    assert.ok(answer?.kind === 'page' && answer.status === 400 && answer.hasFaults === true)
    const body = answer.body.toString()
    assert.match(body, /href="#claim-1-reason"/)
    assert.match(body, /id="claim-1-reason"/)
    assert.match(body, /Two officers more\./)
  })

  test('a draft that somebody else saved meanwhile is shown beside what was typed, and nothing of either is lost', async () => {
    assert.deepEqual(await press({ press: 'save', happened: 'What Ann wrote of it.' }), { kind: 'moved', to: '/staff/commentary/plans-on-time/2022-23-q4?done=saved' })
    const answer = await press({ press: 'save', happened: 'Something wholly different by Ben.' })
    assert.ok(answer?.kind === 'page' && answer.status === 409)
    const body = answer.body.toString()
    assert.match(plain(body), /What stands now, and what you typed .*What Ann wrote of it.*Something wholly different by Ben/)
    assert.match(body, /name="revision" value="1"/)
    assert.match(body, /name="happened"[^>]*>Something wholly different by Ben\.<\/textarea>/)
  })

  test('what is signed is read as the public will read it, and is taken back with a reason', async () => {
    const signed = await press({ press: 'sign', revision: '1', happened: 'Recording improved.', 'claim-1-words': 'Recording improved', 'claim-1-reason': 'An audit found it.' })
    assert.deepEqual(signed, { kind: 'moved', to: '/staff/commentary/plans-on-time/2022-23-q4?done=signed' })
    const body = await show('done=signed')
    assert.match(plain(body), /and the period is confirmed/)
    assert.match(plain(body), /The owner lets it stand: An audit found it\./)
    assert.doesNotMatch(body, /name="happened"/)
    const bare = await press({ press: 'take-back', revision: '2', reason: '' })
    assert.ok(bare?.kind === 'page' && bare.status === 400)
    assert.match(bare.body.toString(), /href="#reason"/)
    assert.ok((await press({ press: 'take-back', revision: '2', reason: 'A slip.' }))?.kind === 'moved')
    assert.match(plain(await show()), /Signature taken back by .*: A slip\..*Signed as Head of Inclusion by/)
  })

  test('words that are said to be no claim are signed with a reason alone, and the public reads that and the reason', async () => {
    const of = { measure: 'contacts', period: '2022-23-q4' }
    const contacts = (fields: Readonly<Record<string, string>>) => commentaryPage.submit?.(visit({ as: 'Head of Inclusion', revision: '0', press: 'sign', happened: 'Recording improved.', 'claim-1-words': 'Recording improved', 'claim-1-none': 'yes', ...fields }, of), app() as MeetingsApp)
    const bare = await contacts({})
    assert.ok(bare?.kind === 'page' && bare.status === 400)
    assert.match(plain(bare.body.toString()), /“Recording improved”: say why it is no claim about a measure\. The public reads the reason beside the words\./)
    assert.match(bare.body.toString(), /href="#claim-1-reason"/)
    assert.equal((await contacts({ 'claim-1-reason': 'It speaks of our records.' }))?.kind, 'moved')
    assert.match(plain(await show('', of)), /“Recording improved”: its owner says that this is no claim about a measure\. Why: It speaks of our records\./)
    assert.equal((await contacts({ press: 'take-back', revision: '1', reason: 'A slip.' }))?.kind, 'moved')
    assert.match(plain(await show('', of)), /“Recording improved”: no claim about a measure: It speaks of our records\./)
  })

  test('what was promised last time stands before whoever writes now', async () => {
    const before = { measure: 'plans-on-time', period: '2021-22-q4' }
    const done = await commentaryPage.submit?.(visit({ press: 'sign', revision: '0', as: 'Head of Inclusion', happened: 'It was 4.9%.', 'doing-1-what': 'Review late plans', 'doing-1-by-whom': 'Inclusion team', 'doing-1-by-when': '2022-09-30' }, before), app() as MeetingsApp)
    assert.equal(done?.kind, 'moved')
    assert.match(plain(await show()), /What was promised last time, for Q4 2021\/22 Review late plans: Inclusion team, 30 September 2022/)
  })

  test('"Your work" counts by owner what is not confirmed', async () => {
    const work = plain(String(await commentarySection(visit(), app() as MeetingsApp)))
    assert.match(work, /Figures to confirm Head of Inclusion: 2 figures Contacts, Plans on time/)
  })

  test('what was signed before its figure changed stands in the list again with why, and can be signed anew', async () => {
    const of = { measure: 'contacts', period: '2022-23-q4' }
    const contacts = (fields: Readonly<Record<string, string>>) => commentaryPage.submit?.(visit({ as: 'Head of Inclusion', ...fields }, of), app() as MeetingsApp)
    assert.equal((await contacts({ press: 'sign', revision: '2' }))?.kind, 'moved')
    assert.ok((await load(observationsImporter, { 'c.csv': 'measure,period,area,breakdown,numerator,denominator,value,status,note,reason\ncontacts,2022-23-q4,Worcestershire,,,,290,revised,,Ten were counted twice.\n' })).loaded.ok)
    const listed = await listPage.show?.(visit({}, {}, 'period=2022-23-q4'), app() as MeetingsApp)
    assert.match(plain(text(listed)), /Contacts Signed before the figure changed .*It was signed before the figure was changed from 300 to 290\./)
    const body = await show('', of)
    assert.match(plain(body), /This commentary was signed before the figure was changed from 300 to 290\. It confirms nothing until it is signed again/)
    assert.match(body, /name="happened"/)
    assert.equal((await contacts({ press: 'sign', revision: '3' }))?.kind, 'moved')
    assert.doesNotMatch(plain(await show('', of)), /before the figure/)
  })

  test('an address of no measure or period is not found', async () => {
    for (const params of [{ measure: 'nothing', period: '2022-23-q4' }, { measure: 'plans-on-time', period: 'x' }, { measure: 'plans-on-time', period: '1000-01-q1' }, { measure: 'plans-on-time', period: '9998-99-q1' }]) {
      const answer = await commentaryPage.show?.(visit({}, params), app() as MeetingsApp)
      assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
    }
  })
})
