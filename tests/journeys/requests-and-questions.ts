import { after, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { faultsOfOparl, faultsOfOparlList } from '../../src/features/open-data/testing.ts'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const item = `/bodies/${panel}/2023-07-07/items/4`
const question = 'How many of the partnership’s audits <b>found</b> the child’s voice?'
const reasons = 'The note was written by a political assistant, and gives advice.'

/** A member of the panel asks for a document and a question: the one is refused with reasons, the other comes back until it is answered. */
export function requestsAndQuestions(stores: () => Stores, browser: () => Browser): void {
  describe('requests for documents and questions', () => {
    let running: Promise<Site> | undefined
    const site = () => (running ??= stores().copy().then((store) => startSite(store)))
    after(async () => (await running)?.stop())
    const publicWords = async (path: string) => {
      const reader = await browser().newPage()
      await reader.goto((await site()).address + path)
      const words = await wordsOf(reader)
      await reader.close()
      return words
    }
    /** The same store on another day of the product. */
    const onDay = async (today: string) => {
      const { folder, stop } = await site()
      await stop()
      running = startSite(folder, { TODAY: today })
    }
    let asked = ''

    test('from the pack a member asks a question; what cannot be used comes back with every word; nobody else knows it yet', async () => {
      const page = await signedInWithoutScripts(browser(), await site(), 'councillor')
      await page.goto(`${(await site()).address}/staff/packs/${panel}/2023-07-07`)
      await page.getByRole('link', { name: 'Ask a question' }).click()
      await page.getByLabel('Your question').fill(question)
      await page.getByLabel('Where it stands on this site (optional)').fill('javascript:alert(1)')
      await page.getByRole('button', { name: 'Send the question' }).click()
      assert.match(await page.title(), /^Error: /)
      await looksRightWithoutScripts(page, browser())
      assert.equal(await page.getByLabel('Your question').inputValue(), question)
      assert.equal(await page.getByLabel('Where it stands on this site (optional)').inputValue(), 'javascript:alert(1)')
      await page.getByLabel('Where it stands on this site (optional)').fill('')
      await page.getByLabel('Item of an agenda').selectOption(`${panel}/2023-07-07/4`)
      await page.getByRole('button', { name: 'Send the question' }).click()
      assert.match(await wordsOf(page), /Your question is sent\..*Not taken yet.*found<\/b> the child’s voice/)
      asked = new URL(page.url()).pathname
      await page.context().close()
      const director = await signedIn(browser(), await site(), 'director')
      assert.equal((await director.goto((await site()).address + asked))?.status(), 404)
      await director.context().close()
      assert.doesNotMatch(await publicWords(item), /Questions from members|child’s voice\?/)
    })

    test('the same member asks for a document of the executive; the public reads that, by whom and until when, and not which', async () => {
      const page = await signedIn(browser(), await site(), 'councillor')
      await page.goto(`${(await site()).address}/staff/questions`)
      await page.getByRole('link', { name: 'Requests for documents' }).click()
      await page.getByRole('button', { name: 'Ask for a document' }).click()
      await looksRight(page)
      await page.getByLabel('Which document').fill('The assistant’s note on audits')
      await page.getByRole('button', { name: 'Send the request' }).click()
      assert.equal(await page.locator('.govuk-error-summary li').count(), 2)
      assert.equal(await page.getByLabel('Which document').inputValue(), 'The assistant’s note on audits')
      await page.getByLabel('A decision that one member of the executive made').check()
      await page.getByLabel('Which meeting or decision').fill('The decision of June 2023')
      await page.getByRole('button', { name: 'Send the request' }).click()
      const words = await wordsOf(page)
      assert.match(words, /Your request is sent.*Answer due Thursday 13 July 2023 \(the safer date.*or Monday 17 July 2023/)
      await page.context().close()
      assert.match(await publicWords('/requests-for-documents/6'), /Waiting.*By Cllr Isla Dunmore.*Named here once an officer has checked/)
      assert.doesNotMatch(await publicWords('/requests-for-documents/6'), /audits/)
    })

    test('an officer takes the question as put; it stands on the item’s page with who answers it and by when', async () => {
      const page = await signedIn(browser(), await site(), 'officer')
      await page.goto((await site()).address + asked)
      await looksRight(page)
      await page.getByLabel('Who answers', { exact: true }).fill('Director of Children’s Services')
      await page.getByLabel('Answered by').fill('2023-06-01')
      await page.getByRole('button', { name: 'Publish the question and tell them' }).click()
      assert.match(await page.locator('.govuk-error-summary').innerText(), /a day that is not over/)
      assert.equal(await page.getByLabel('Who answers', { exact: true }).inputValue(), 'Director of Children’s Services')
      await page.getByLabel('Whose account is told').selectOption({ label: 'Marguerite Thornbury' })
      await page.getByLabel('Answered by').fill('2023-07-07')
      await page.getByRole('button', { name: 'Publish the question and tell them' }).click()
      assert.match(await wordsOf(page), /The question is put, and public\./)
      await page.context().close()
      assert.match(await publicWords(item), /Questions from members Question 4 Not answered yet Cllr Isla Dunmore asked on 3 July 2023: How many of the partnership’s audits <b>found<\/b>.*by the Director of Children’s Services, by 7 July 2023/)
    })

    test('the director refuses the document: not without reasons, and late is shown as late', async () => {
      await onDay('2023-07-15')
      const page = await signedIn(browser(), await site(), 'director')
      await page.goto(`${(await site()).address}/staff`)
      assert.match(await wordsOf(page), /For you to answer Question 4.*Late.*Documents that scrutiny asks for|Documents that scrutiny asks for.*For you to answer Question 4/)
      await page.getByRole('link', { name: 'Request 6', exact: true }).click()
      await refuse(page)
      assert.match(await page.locator('.govuk-error-summary').innerText(), /Write the reasons/)
      assert.equal(await page.getByLabel('Refused').isChecked(), true)
      await looksRight(page)
      await page.getByLabel('Reasons for what is not given').fill(reasons)
      await page.getByRole('button', { name: 'Publish the answer and tell the member' }).click()
      assert.match(await wordsOf(page), /The answer is published\..*Refused 2 days late/)
      await page.context().close()
      assert.match(await publicWords('/requests-for-documents/6'), /A note on audits.*Refused.*regulation 17\(3\)\(b\).*gives advice/)
    })

    test('not answered at its meeting, the question waits among what is not answered; answered, it waits no more', async () => {
      assert.match(await publicWords(`/questions?body=${panel}&state=waiting`), /Question 4 Not answered yet Late/)
      const page = await signedIn(browser(), await site(), 'director')
      await page.goto((await site()).address + asked)
      await page.getByLabel('Answer', { exact: true }).fill('In **31** of 40 audits.\n\n- It is asked again in autumn.')
      await page.getByRole('button', { name: 'Publish the answer' }).click()
      assert.match(await wordsOf(page), /The answer is published\./)
      await page.context().close()
      assert.doesNotMatch(await publicWords(`/questions?body=${panel}&state=waiting`), /Question 4/)
      assert.match(await publicWords(item), /Question 4 Answered.*In 31 of 40 audits\. It is asked again in autumn\. Answered by the Director of Children’s Services on 15 July 2023/)
    })

    test('without JavaScript an officer enters an answer that came by letter: it is in time by the day on which it was received, and the public reads both days', async () => {
      const page = await signedInWithoutScripts(browser(), await site(), 'officer')
      await page.goto(`${(await site()).address}/staff/questions`)
      await page.getByRole('link', { name: /^3\. Which of the overspends/ }).click()
      await page.getByLabel('Answer', { exact: true }).fill('Two of them come again.')
      await page.getByLabel('Received on').fill('2023-07-06')
      await page.getByRole('button', { name: 'Publish the answer' }).click()
      assert.match(await page.locator('.govuk-error-summary').innerText(), /Give how it was received.*Give why it is entered only now/s)
      assert.equal(await page.getByLabel('Answer', { exact: true }).inputValue(), 'Two of them come again.')
      await looksRightWithoutScripts(page, browser())
      await page.getByLabel('How it was received').fill('By letter')
      await page.getByLabel('Why it is entered only now').fill('It lay with another post')
      await page.getByRole('button', { name: 'Publish the answer' }).click()
      assert.match(await wordsOf(page), /The answer is published\./)
      await page.context().close()
      const words = await publicWords('/questions/3')
      assert.match(words, /Answered.*Received on 6 July 2023: By letter\. Entered here on 15 July 2023: It lay with another post/)
      assert.doesNotMatch(words, /late/)
    })

    test('what was answered late is listed, and a filter that cannot be understood is said to be so', async () => {
      assert.match(await publicWords('/requests-for-documents?state=answered-late'), /A note on audits Refused 2 days late/)
      assert.match(await publicWords('/questions?state=answered-late'), /Question 4 Answered 8 days late/)
      assert.match(await publicWords('/questions?state=waitng'), /There is a problem.*“waitng” is none.*Question 4/)
      const { items } = (await (await fetch(`${(await site()).address}/api/v1/questions?state=answered-late`)).json()) as { items: { number: number; daysLate: number }[] }
      assert.deepEqual(items.find(({ number }) => number === 4)?.daysLate, 8)
    })

    test('programs read the whole example as OParl 1.1 without a fault, and by the XML calls that scrapers make', async () => {
      const { address } = await site()
      const read = async (url: string) => (await fetch(url)).json() as Promise<{ data: unknown[]; links: { next?: string } }>
      assert.deepEqual(faultsOfOparl(await read(`${address}/oparl/v1.1/system`), 'System'), [])
      for (const [list, kind, least] of [['organizations', 'Organization', 50], ['persons', 'Person', 50], ['memberships', 'Membership', 50], ['meetings', 'Meeting', 50], ['papers', 'Paper', 15], ['files', 'File', 30]] as const) {
        let count = 0
        for (let next: string | undefined = `${address}/oparl/v1.1/${list}`; next !== undefined; ) {
          const page = await read(next)
          assert.deepEqual(faultsOfOparlList(page, kind), [])
          count += page.data.length
          next = page.links.next
        }
        assert.ok(count >= least, `${count} ${list}`)
      }
      const calls = `${address}/mgWebService.asmx`
      const text = async (call: string) => (await fetch(`${calls}/${call}`)).text()
      const committee = /<committeeid>(\d+)<\/committeeid>\s*<committeetitle>Children and Families Overview and Scrutiny Panel</.exec(await text('GetCommittees'))?.[1]
      const meeting = /<meetingid>(\d+)<\/meetingid>/.exec(await text(`GetMeetings?lCommitteeId=${committee}&sFromDate=07/07/2023&sToDate=07/07/2023`))?.[1]
      assert.match(await text(`GetMeeting?lMeetingId=${meeting}`), /<agendaitemtitle>Performance and 2022\/23 Year End Budget Monitoring<\/agendaitemtitle>/)
      assert.match(await text('GetCouncillorsByWard'), /<fullusername>Councillor Isla Dunmore<\/fullusername>/)
      const posted = async (path: string, body: string, type: string) => (await fetch(`${calls}${path}`, { method: 'POST', body, headers: { 'content-type': type } })).text()
      assert.match(await posted('/GetMeetings', `LCOMMITTEEID=${committee}&sfromdate=2023-07-07&stodate=2023-07-07`, 'application/x-www-form-urlencoded'), new RegExp(`<meetingid>${meeting}<`))
      assert.match(await posted('', `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetMeeting xmlns="http://moderngov.co.uk/namespaces"><lMeetingId>${meeting}</lMeetingId></GetMeeting></s:Body></s:Envelope>`, 'text/xml; charset=utf-8'), /<GetMeetingResult>\s*<meeting xmlns="">/)
      const wrong = await fetch(`${calls}/GetMeeting?lMeetingId=x`)
      assert.deepEqual([wrong.status, wrong.headers.get('content-type')], [400, 'text/plain; charset=utf-8'])
      assert.equal((await fetch(`${address}/mgCommitteeDetails.aspx?ID=${committee}`)).url, `${address}/bodies/${panel}`)
    })
  })
}

async function refuse(page: Page): Promise<void> {
  await page.getByLabel('Refused').check()
  await page.getByLabel('The document in words that the public may read').last().fill('A note on audits')
  await page.getByLabel('It holds advice of a political adviser or assistant').check()
  await page.getByRole('button', { name: 'Publish the answer and tell the member' }).click()
}
