import assert from 'node:assert/strict'
import { test } from 'node:test'
import sax from 'sax'
import { date } from '#core/dates.ts'
import { bodies, eachOpenDataDesk, heldMeeting, ines, meeting, minutes, otto, secret, third } from '../oparl/testing.ts'
import { itemNumber, itemOf, markNumbers, meetingNumber, meetingOf } from './numbers.ts'
import { modernGovPages } from './pages.ts'
import { dayAsked, dayWords, timeWords } from './words.ts'
import { document, element } from './xml.ts'

interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inner: Read[]
  text: string
}

/** The document as a strict parser of XML reads it. */
function parsed(xml: string): Read {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true })
  const top: Read = { name: '', attributes: {}, inner: [], text: '' }
  const open = [top]
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const one: Read = { name, attributes: Object.fromEntries(Object.values(attributes).map((given) => [given.name, given.value])), inner: [], text: '' }
    open.at(-1)?.inner.push(one)
    open.push(one)
  }
  parser.ontext = (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  return top.inner[0] ?? assert.fail('no element')
}

/** The names of what stands in an element, in their order. */
const names = ({ inner }: Read) => inner.map(({ name }) => name)
const all = (read: Read, name: string): Read[] => read.inner.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)])
const text = (read: Read, name: string) => read.inner.find((one) => one.name === name)?.text

eachOpenDataDesk(modernGovPages, ({ ask, textOf, loadBodies, loadMeeting, loadMinutes }) => {
  const call = async (path: string) => parsed(await textOf(`/mgWebService.asmx/${path}`))
  let number = ''

  test('GetCommittees names each body with its number, as readers of the calls look for it', async () => {
    await loadBodies(bodies(otto))
    await loadMeeting(meeting(third + secret))
    const root = await call('GetCommittees')
    assert.equal(root.name, 'committees')
    assert.deepEqual(names(root), ['committeescount', 'committee'])
    const [committee = assert.fail('no committee')] = all(root, 'committee')
    assert.deepEqual(committee.inner.map(({ name, text: words }) => [name, words]), [
      ['committeeid', '1'],
      ['committeetitle', 'Children’s Panel'],
      ['committeedeleted', 'False'],
      ['committeeexpired', 'False'],
      ['committeecategory', 'Scrutiny panel'],
    ])
    assert.equal(await textOf('/mgwebservice.asmx/GetCommittees'), await textOf('/mgWebService.asmx/GetCommittees'))
  })

  test('GetMeetings gives the meetings of a body, or of all, between two days', async () => {
    const root = await call('GetMeetings?lCommitteeId=1&sFromDate=07/07/2023&sToDate=07/07/2023')
    assert.deepEqual([root.name, ...names(root)], ['getmeetings', 'meetingscount', 'committeescount', 'committee'])
    assert.deepEqual(names(all(root, 'committee')[0] ?? root), ['committeeid', 'committeetitle', 'committeemeetingcount', 'committeemeetings'])
    const [one = assert.fail('no meeting')] = all(root, 'meeting')
    assert.deepEqual(one.inner.slice(1).map(({ name, text: words }) => [name, words]), [['meetingdate', '07/07/2023'], ['meetingstatus', 'Confirmed'], ['meetingtime', '10.00 am'], ['iswebcast', 'False']])
    number = text(one, 'meetingid') ?? ''
    assert.equal(all(await call('GetMeetings?lCommitteeId=0&sFromDate=0&sToDate=0'), 'meeting').length, 1)
    assert.equal(all(await call('GetMeetings?lCommitteeId=1&sFromDate=08/07/2023&sToDate='), 'meeting').length, 0)
    for (const wrong of ['lCommitteeId=panel', 'lCommitteeId=1&sFromDate=2023-07-07', 'lCommitteeId=1&sToDate=31/02/2023']) assert.equal((await ask(`/mgWebService.asmx/GetMeetings?${wrong}`)).kind, 'page', wrong)
    assert.equal((await ask('/mgWebService.asmx/GetMeetings?lCommitteeId=99')).kind, 'not-found')
  })

  test('GetMeeting gives the agenda with its public papers, marks what is withheld, and gives nothing of its papers', async () => {
    const root = await call(`GetMeeting?lMeetingId=${number}`)
    assert.deepEqual(names(root), ['meetingid', 'meetingdate', 'meetingstatus', 'isdisplayallowed', 'meetingtime', 'meetingactualstarttime', 'meetingplannedfinishtime', 'meetingactualfinishtime', 'meetinglocation', 'iswebcast', 'agendaid', 'agendapublished', 'decisionpublished', 'minutepublished', 'meetingroom', 'agendaitems', 'attendees', 'linkeddocuments'])
    const items = all(root, 'agendaitem')
    assert.deepEqual(items.map((item) => [text(item, 'agendaitemtitle'), text(item, 'fulldisplaynumberformat'), text(item, 'isrestricted'), all(item, 'linkeddoc').length]), [
      ['Apologies', '1.', 'False', 0],
      ['School places', '2.', 'False', 1],
      ['A late thing', '3.', 'False', 0],
      ['A contract', '4.', 'True', 0],
    ])
    assert.equal(new Set(items.map((item) => text(item, 'agendaitemid'))).size, 4)
    const [paper = assert.fail('no paper')] = all(root, 'linkeddoc')
    assert.deepEqual(names(paper), ['attachmentid', 'title', 'isurl', 'url', 'isrestricted', 'restrictionsRef', 'itemnum', 'publicationdate', 'meetingdate', 'decisiondate', 'committeetitle', 'isdecisionattachment', 'ownertitle'])
    assert.equal(text(paper, 'url'), 'http://council.test/bodies/panel/2023-07-07/items/2#item-2-report')
    assert.deepEqual(all(root, 'attendee').map(({ attributes }) => [attributes['name'], attributes['roledescription']]), [['Cllr Dora Finch', 'Chair'], ['Cllr Otto Lane', 'Member']])
    for (const wrong of ['', 'x', '0', '999999999', '1']) assert.equal((await ask(`/mgWebService.asmx/GetMeeting?lMeetingId=${wrong}`)).kind, 'not-found', wrong)
    const page = await ask(`/ieListDocuments.aspx?CId=1&MId=${number}`)
    assert.deepEqual(page, { kind: 'moved', to: '/bodies/panel/2023-07-07' })
    assert.deepEqual([text(root, 'minutepublished'), text(root, 'decisionpublished'), ...items.flatMap((item) => [text(item, 'isminutepublished'), text(item, 'minutesnonemptyhtmlbody')])], ['False', 'False', 'False', '', 'False', '', 'False', '', 'False', ''])
  })

  test('GetCouncillorsByWard names the councillors in office under the names of elements that readers look for', async () => {
    const root = await call('GetCouncillorsByWard')
    assert.deepEqual([root.name, ...names(root)], ['councillorsbyward', 'wards'])
    assert.deepEqual(names(all(root, 'ward')[0] ?? root), ['wardtitle', 'councillors'])
    const councillors = all(root, 'councillor')
    assert.deepEqual(councillors.map((one) => [text(one, 'fullusername'), text(one, 'keyposts')]), [['Councillor Dora Finch', 'Chair, Children’s Panel'], ['Councillor Otto Lane', '']])
    assert.deepEqual(names(councillors[0] ?? root), ['councillorid', 'fullusername', 'photosmallurl', 'photobigurl', 'politicalpartytitle', 'districttitle', 'representing', 'keyposts', 'workaddress', 'homeaddress', 'termsofoffice'])
    assert.equal(text(all(root, 'termofoffice')[0] ?? root, 'enddate'), 'unspecified')
  })

  test('the numbers stay when a body is published again and another comes', async () => {
    const before = await textOf('/mgWebService.asmx/GetMeetings')
    await loadBodies(`${bodies('')}---\nslug: a-new-board\nname: A new board\nkind: scrutiny-board\npurpose: Asks too.\nmeets-in-public: true\n`)
    const committees = all(await call('GetCommittees'), 'committee').map((one) => [text(one, 'committeeid'), text(one, 'committeetitle')])
    assert.deepEqual(committees, [['1', 'Children’s Panel'], ['2', 'A new board']])
    assert.equal(await textOf('/mgWebService.asmx/GetMeetings'), before)
  })

  test('published minutes stand in their meeting: the text and number of each minute, what was decided, who came, and the PDF', async () => {
    await loadBodies(bodies(otto + ines))
    await loadMeeting(heldMeeting)
    const held = /<meetingid>(\d+)</.exec(await textOf('/mgWebService.asmx/GetMeetings?lCommitteeId=1&sFromDate=10/05/2023&sToDate=10/05/2023'))?.[1]
    const before = await call(`GetMeeting?lMeetingId=${held}`)
    assert.deepEqual([text(before, 'minutepublished'), ...all(before, 'attendee').map(({ attributes }) => attributes['attendance'])], ['False', 'Expected', 'Expected', 'Expected'])
    await loadMinutes(minutes())
    const root = await call(`GetMeeting?lMeetingId=${held}`)
    assert.deepEqual(['minutepublished', 'decisionpublished', 'meetingactualstarttime', 'meetingactualfinishtime'].map((name) => text(root, name)), ['True', 'True', '10.02 am', '11.30 am'])
    const items = all(root, 'agendaitem')
    assert.deepEqual(items.map((item) => ['isminutepublished', 'minutesitemnumber', 'isdecisionpublished'].map((name) => text(item, name))), [['False', '0', 'False'], ['True', '17', 'True'], ['False', '0', 'False'], ['True', '18', 'False']])
    const [, transport = root] = items
    assert.match(text(transport, 'minutesnonemptyhtmlbody') ?? '', /^<div[^]*Buses were <strong>late<\/strong>[^]*Resolved:[^]*The report\.[^]*Recommended to Cabinet, by 1 September 2023/)
    assert.equal(text(transport, 'decisionnonemptyhtmlbody'), '<p>a) The report. (Noted)</p><p>b) That fares be frozen. (Recommended to Cabinet, by 1 September 2023, 2 for, 0 against, 0 abstained)</p>')
    assert.deepEqual(all(root, 'attendee').map(({ attributes }) => [attributes['name'], attributes['attendance']]), [['Cllr Dora Finch', 'Present'], ['Cllr Otto Lane', 'Apologies'], ['Cllr Ines Marsh', 'Expected'], ['Cllr Visiting Stranger', 'Present']])
    assert.deepEqual(all(root, 'linkeddoc').map((one) => [text(one, 'title'), text(one, 'url'), text(one, 'publicationdate')]), [['Minutes, 10/05/2023 Children’s Panel (Draft, to be confirmed)', 'http://council.test/bodies/panel/2023-05-10/minutes/versions/1/minutes.pdf', '20/05/2023']])
    assert.doesNotMatch(await textOf(`/mgWebService.asmx/GetMeeting?lMeetingId=${held}`), /bid A|4 million/i)
    assert.deepEqual(await ask(`/ieDecisionDetails.aspx?AIId=${text(transport, 'agendaitemid')}`), { kind: 'moved', to: '/bodies/panel/2023-05-10/items/2' })
    for (const wrong of ['', 'x', '0', '63', '99999999999', `${Number(text(transport, 'agendaitemid')) + 9}`]) assert.equal((await ask(`/ieDecisionDetails.aspx?AIId=${wrong}`)).kind, 'not-found', wrong)
  })
})

test('a meeting’s number tells its body and its day, and fits with its items into 31 bits', () => {
  const number = meetingNumber(1023, date('2063-12-17')) ?? assert.fail('in range')
  assert.deepEqual(meetingOf(number), { committee: 1023, date: '2063-12-17' })
  assert.equal(itemNumber(number, 63), 2 ** 31 - 1)
  assert.deepEqual(itemOf(String(2 ** 31 - 1)), { meeting: number, item: 63 })
  assert.ok(itemNumber(number, 64) < 2 ** 31)
  assert.deepEqual([meetingNumber(1, date('1974-03-31')), meetingNumber(1, date('2063-12-18')), meetingNumber(1024, date('2023-07-07'))], [undefined, undefined, undefined])
})

test('names have numbers that do not depend on the others, and never one number for two', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `name ${index}`)
  const numbers = markNumbers(many)
  assert.equal(new Set(numbers.values()).size, 3000)
  assert.equal(markNumbers(['name 7']).get('name 7'), numbers.get('name 7'))
})

test('days and times are written and read as these calls have them', () => {
  assert.deepEqual([dayWords(date('2023-07-07')), timeWords('12:00'), timeWords('09:05'), timeWords('00:30'), timeWords(undefined)], ['07/07/2023', '12.00 pm', '9.05 am', '12.30 am', ''])
  assert.deepEqual([dayAsked('7/7/2023'), dayAsked('0'), dayAsked(''), dayAsked('31/02/2023'), dayAsked('tomorrow')], ['2023-07-07', undefined, undefined, null, null])
})

test('a text that would break XML does not', () => {
  const hostile = 'a <b>&amp; "c" \u0001\u000B\uFFFE\uD800 ]]>'
  const read = parsed(document(element('meeting', [element('title', hostile, { note: hostile })])))
  assert.equal(read.inner[0]?.text, 'a <b>&amp; "c" \uFFFD ]]>')
  assert.equal(read.inner[0]?.attributes['note'], 'a <b>&amp; "c" \uFFFD ]]>')
})
