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
  })

  test('scrapers name parameters in any case, give days as they please, ask for all with 0, -1 or nothing, and by POST', async () => {
    const asked = await textOf('/mgWebService.asmx/GetMeetings?lCommitteeId=1&sFromDate=07/07/2023&sToDate=07/07/2023')
    for (const way of ['LCOMMITTEEID=1&sfromdate=2023-07-07&stodate=2023-07-07T00:00:00', 'lCommitteeId=-1&sFromDate=7/7/2023&sToDate=07/07/2023%2000:00:00', 'lCommitteeId=&sFromDate=&sToDate=', 'lCommitteeId=0&sFromDate=0&sToDate=0&lDays=3', '']) {
      assert.equal(await textOf(`/mgWebService.asmx/GetMeetings?${way}`), asked, way)
      assert.equal(await textOf('/mgWebService.asmx/GetMeetings', new URLSearchParams(way)), asked, `${way} by POST`)
    }
    assert.equal(await textOf('/mgwebservice.asmx/getmeetings', new URLSearchParams('')), asked)
    assert.equal(all(parsed(await textOf('/mgWebService.asmx/GetMeetings', new URLSearchParams('sFromDate=2023-07-08'))), 'meeting').length, 0)
  })

  test('nonsense is answered with a line of text and no page', async () => {
    const wrong = { 'GetMeetings?lCommitteeId=panel': 400, 'GetMeetings?lCommitteeId=1e3': 400, 'GetMeetings?sFromDate=2023-02-31': 400, 'GetMeetings?sToDate=31/02/2023': 400, 'GetMeetings?sToDate=tomorrow': 400, 'GetMeetings?lCommitteeId=99': 404, GetMeeting: 400, 'GetMeeting?lMeetingId=x': 400, 'GetMeeting?lMeetingId=1': 404, 'GetMeeting?lMeetingId=999999999': 404, 'GetMeeting?lMeetingId=-1': 404, GetSecrets: 404, '%3Cb%3E': 404 }
    for (const [asked, status] of Object.entries(wrong)) {
      const answer = await ask(`/mgWebService.asmx/${asked}`)
      assert.deepEqual(answer.kind === 'file' && [answer.status, answer.contentType, /^[A-Z][^<]{10,}\n$/.test(String(answer.body))], [status, 'text/plain; charset=utf-8', true], asked)
    }
  })

  test('what the site itself refuses at an address of the calls is a line of text as well', () => {
    for (const { path, sayError } of modernGovPages.filter(({ path: one }) => one.includes('.asmx'))) assert.deepEqual(sayError?.('No.'), { contentType: 'text/plain; charset=utf-8', body: 'No.\n', isForAnySite: true }, path)
  })

  test('an envelope of SOAP is answered in one of its kind, and a wrong one with a fault', async () => {
    const kinds = { 'http://schemas.xmlsoap.org/soap/envelope/': { type: 'text/xml; charset=utf-8', faultStatus: 500 }, 'http://www.w3.org/2003/05/soap-envelope': { type: 'application/soap+xml; charset=utf-8', faultStatus: 400 } }
    for (const [uri, { type, faultStatus }] of Object.entries(kinds)) {
      const envelope = (inner: string) => `<?xml version="1.0"?><e:Envelope xmlns:e="${uri}"><e:Header/><e:Body>${inner}</e:Body></e:Envelope>`
      const answer = await ask('/mgWebService.asmx', envelope('<GetMeetings xmlns="http://moderngov.co.uk/namespaces"><lCommitteeId>1</lCommitteeId><sFromDate><![CDATA[07/07/2023]]></sFromDate><sToDate/></GetMeetings>'))
      assert.ok(answer.kind === 'file' && (answer.status ?? 200) === 200)
      assert.equal(answer.contentType, type)
      const answered = parsed(String(answer.body))
      assert.deepEqual([answered.name, names(answered), names(answered.inner[0] ?? answered), all(answered, 'GetMeetingsResult')[0]?.inner[0]?.name, all(answered, 'meeting').length], ['soap:Envelope', ['soap:Body'], ['GetMeetingsResponse'], 'getmeetings', 1])
      assert.equal(answered.attributes['xmlns:soap'], uri)
      const faults: Record<string, string> = { [envelope('<GetMeeting xmlns="x"><lMeetingId>0</lMeetingId></GetMeeting>')]: 'No meeting has this number', [envelope('<Drop/>')]: 'no call of this name', [envelope('')]: 'no call in the body', '<a>': 'not well-formed', '<a/>': 'no envelope', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>': 'not well-formed', [envelope('<GetMeeting>'.repeat(20) + '</GetMeeting>'.repeat(20))]: 'not well-formed' }
      for (const [posted, words] of Object.entries(faults)) {
        const refused = await ask('/mgWebService.asmx', posted)
        // What is read as no envelope at all is answered in the older kind.
        const said = words === 'no envelope' || words === 'not well-formed' ? { status: 500, contentType: 'text/xml; charset=utf-8' } : { status: faultStatus, contentType: type }
        assert.deepEqual(refused.kind === 'file' && { status: refused.status, contentType: refused.contentType }, said, posted)
        assert.match(refused.kind === 'file' ? String(refused.body) : '', new RegExp(`<soap:Fault>[^]*${words}`), posted)
        parsed(refused.kind === 'file' ? String(refused.body) : '')
      }
    }
  })

  test('the description names each call in its three ways, and people read what the service is', async () => {
    for (const address of ['/mgWebService.asmx?WSDL', '/mgwebservice.asmx?wsdl']) {
      const root = parsed(await textOf(address))
      assert.deepEqual([root.name, root.attributes['targetNamespace']], ['wsdl:definitions', 'http://moderngov.co.uk/namespaces'])
      const messages = new Set(all(root, 'wsdl:message').map(({ attributes }) => `tns:${attributes['name']}`))
      const used = [...all(root, 'wsdl:input'), ...all(root, 'wsdl:output')].flatMap(({ attributes }) => attributes['message'] ?? [])
      assert.deepEqual([used.length, used.every((name) => messages.has(name)), all(root, 'wsdl:portType').length], [24, true, 3])
      for (const kind of ['soap', 'soap12']) {
        assert.deepEqual(all(root, `${kind}:address`).map(({ attributes }) => attributes['location']), ['http://council.test/mgWebService.asmx'])
        assert.deepEqual([all(root, `${kind}:binding`).length, all(root, `${kind}:operation`).length], [1, 4])
      }
    }
    assert.equal((await ask('/mgWebService.asmx')).kind, 'page')
  })

  test('addresses that old readers write lead to the same thing here, in any spelling, or say that there is none', async () => {
    const councillors = await textOf('/mgWebService.asmx/GetCouncillorsByWard')
    const numberOf = (name: string) => new RegExp(`<councillorid>(\\d+)</councillorid>\\s*<fullusername>Councillor ${name}`).exec(councillors)?.[1]
    const [uid, withoutVote] = [numberOf('Dora'), numberOf('Otto')]
    const leads: Record<string, string> = {
      [`ieListDocuments.aspx?CId=1&MId=${number}&Ver=4`]: '/bodies/panel/2023-07-07', [`ielistdocuments.aspx?mid=${number}`]: '/bodies/panel/2023-07-07', 'mgCommitteeDetails.aspx?ID=1': '/bodies/panel', 'mgcommitteedetails.aspx?id=1': '/bodies/panel',
      'ieListMeetings.aspx?CommitteeId=1': '/meetings?body=panel&when=past', 'ieListMeetings.aspx?CId=1&Year=0': '/meetings?body=panel&when=past', [`mgUserInfo.aspx?UID=${uid}`]: '/interests/cllr-dora-finch', [`mguserinfo.aspx?uid=${uid}`]: '/interests/cllr-dora-finch', [`mgUserInfo.aspx?UID=${withoutVote}`]: '/bodies/panel', 'mgListCommittees.aspx?bcr=1': '/bodies', 'mgMemberIndex.aspx?FN=ALPHA&VW=LIST&PIC=0': '/interests',
      'mgCalendarMonthView.aspx?GL=1&bcr=1': '/meetings', 'mgCalendarMonthView.aspx?M=7&DD=2023&CID=1&OT=&C=-1&MR=0': '/meetings?body=panel&month=2023-07', 'mgCalendarMonthView.aspx?M=13&Y=2023&CID=0': '/meetings',
    }
    for (const [old, to] of Object.entries(leads)) assert.deepEqual(await ask(`/${old}`), { kind: 'moved', to }, old)
    for (const none of ['ieListDocuments.aspx', 'ieListDocuments.aspx?MId=1', 'mgCommitteeDetails.aspx?ID=99', 'mgCommitteeDetails.aspx?ID=1;drop', 'ieListMeetings.aspx?CommitteeId=', 'mgUserInfo.aspx?UID=7', 'mgUserInfo.aspx']) assert.equal((await ask(`/${none}`)).kind, 'not-found', none)
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

  test('GetCouncillorsByWard has nobody of another council, and each councillor’s one term, which is that of the seat in the council', async () => {
    const seat = (person: string, from: string, capacity = 'voting') => `  - { seat: County councillor, organisation: County Council, capacity: ${capacity}, votes: all, group: county-councillor, person: ${person}, from: ${from} }\n`
    await loadBodies(`${bodies(otto)}---\nslug: council\nname: The Council\nkind: council\npurpose: Meets.\nmeets-in-public: true\nmembers:\n${seat('Cllr Dora Finch', '2021-05-06')}${seat('Cllr Ada Wren', '2021-05-06', 'chair')}`)
    const councillors = all(await call('GetCouncillorsByWard'), 'councillor')
    assert.deepEqual(councillors.map((one) => text(one, 'fullusername')), ['Councillor Ada Wren', 'Councillor Dora Finch'])
    assert.deepEqual(councillors.map((one) => all(one, 'termofoffice').map((term) => text(term, 'startdate'))), [['06/05/2021'], ['06/05/2021']])
  })

  test('the numbers stay when a body is published again and another comes', async () => {
    const before = await textOf('/mgWebService.asmx/GetMeetings')
    await loadBodies(`${bodies('')}---\nslug: a-new-board\nname: A new board\nkind: scrutiny-board\npurpose: Asks too.\nmeets-in-public: true\n`)
    const committees = all(await call('GetCommittees'), 'committee').map((one) => [text(one, 'committeeid'), text(one, 'committeetitle')])
    assert.deepEqual(committees, [['1', 'Children’s Panel'], ['2', 'The Council'], ['3', 'A new board']])
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
    const webcast = [root, ...all(await call('GetMeetings?sFromDate=10/05/2023&sToDate=10/05/2023'), 'meeting')].map((one) => text(one, 'iswebcast'))
    assert.deepEqual(webcast, ['True', 'True'], 'both calls say the same')
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
  assert.deepEqual([dayAsked('7/7/2023'), dayAsked('0'), dayAsked(''), dayAsked('31/02/2023'), dayAsked('tomorrow'), dayAsked('2023-07-07'), dayAsked('2023-7-7')], ['2023-07-07', undefined, undefined, null, null, '2023-07-07', null])
})

test('a text that would break XML does not', () => {
  const hostile = 'a <b>&amp; "c" \u0001\u000B\uFFFE\uD800 ]]>'
  const read = parsed(document(element('meeting', [element('title', hostile, { note: hostile })])))
  assert.equal(read.inner[0]?.text, 'a <b>&amp; "c" \uFFFD ]]>')
  assert.equal(read.inner[0]?.attributes['note'], 'a <b>&amp; "c" \uFFFD ]]>')
})
