import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { hrefs, type DrawnElement } from '../site/drawn.ts'
import { readCalendar, type CalendarEvent } from '../site/icalendar.ts'
import { listedMeetings, readText, type ListedMeeting } from '../site/reading.ts'
import type { Site } from '../site/start-site.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
/** The day at which the example stands, and a year before. */
const today = '2023-07-03'
const yearAgo = '2022-07-03'

/** When the boards meet: lists that lose nothing, months, and feeds that calendars and readers can take. */
export function calendar(site: () => Site, browser: () => Browser): void {
  test('paging through past meetings to the end meets every one once, the latest first; so for the coming ones, the next first', async () => {
    const all = await listedMeetings(site())
    const past = all.filter(({ date }) => date < today).toReversed()
    const coming = all.filter(({ date }) => date >= today)
    assert.ok(past.length > 25, 'the example fills more than a page')
    await withPage(browser(), async (page) => {
      const shownPast = await pageThrough(page, `${site().address}/meetings?when=past`)
      assert.deepEqual(shownPast.toSorted(), addresses(past).toSorted())
      assert.deepEqual(shownPast.map(dayIn), past.map(({ date }) => date))
      const shownComing = await pageThrough(page, `${site().address}/meetings`)
      assert.deepEqual(shownComing.toSorted(), addresses(coming).toSorted())
      assert.deepEqual(shownComing.map(dayIn), coming.map(({ date }) => date))
    })
  })

  test('the filters show the meetings of the chosen body and time, and keep the choice', async () => {
    const wanted = (await listedMeetings(site(), `?body=${panel}`)).filter(({ date }) => date < today)
    await withPage(browser(), async (page) => {
      await page.goto(`${site().address}/meetings`)
      await page.getByLabel('Body').selectOption({ label: 'Children and Families Overview and Scrutiny Panel' })
      await page.getByLabel('When').selectOption({ label: 'Past' })
      await page.getByRole('button', { name: 'Show meetings' }).click()
      assert.equal(await page.locator('h1').textContent(), 'Past meetings')
      assert.equal(await page.getByLabel('Body').inputValue(), panel)
      assert.equal(await page.getByLabel('When').inputValue(), 'past')
      assert.deepEqual((await pageThrough(page, page.url())).toSorted(), addresses(wanted).toSorted())
    })
  })

  test('a month shows each of its meetings on its day, says how many, and leads to the months beside it', async () => {
    const wanted = await listedMeetings(site(), '?from=2023-07-01&to=2023-07-31')
    await withPage(browser(), async (page) => {
      await page.goto(`${site().address}/meetings`)
      await page.getByRole('link', { name: 'Month view' }).click()
      assert.equal(await page.locator('h1').textContent(), 'Meetings in July 2023')
      assert.equal(await page.locator('.gt-month caption').textContent(), `July 2023: ${wanted.length} meetings`)
      const days = await page.locator('.gt-month td').evaluateAll(daysWithLinks)
      assert.deepEqual(days.toSorted(), addresses(wanted).map((address) => `${dayIn(address)} ${address}`).toSorted())
      assert.equal(await page.locator('.gt-month time').count(), 31)
      const firstWeek = await page.locator('.gt-month tbody tr').first().locator('td').allInnerTexts()
      assert.deepEqual(firstWeek.map((cell) => cell.trim().split('\n')[0]), ['', '', '', '', '', '1', '2'], 'the first of July 2023 is a Saturday')
      await page.getByRole('link', { name: /Month after/ }).click()
      assert.equal(await page.locator('h1').textContent(), 'Meetings in August 2023')
      await page.getByRole('link', { name: /Month before/ }).click()
      assert.equal(await page.locator('h1').textContent(), 'Meetings in July 2023')
    })
  })

  test('what cannot be understood is named at its field, and the calendar is shown all the same', async () => {
    const answer = await fetch(`${site().address}/meetings?body=nobody&when=never&month=2023-13`)
    assert.equal(answer.status, 400)
    await withPage(browser(), async (page) => {
      await page.goto(`${site().address}/meetings?body=nobody&when=never&month=2023-13`)
      assert.match(await page.title(), /^Error: /)
      assert.deepEqual(await page.locator('.govuk-error-summary a').evaluateAll(hrefs), ['#body', '#when', '#month'])
      for (const field of ['body', 'when', 'month']) assert.match((await page.locator(`#${field}-error`).textContent()) ?? '', /^Error: ./)
      assert.ok((await page.locator('.gt-meetings__entry').count()) > 0)
    })
  })

  test('the calendar feed holds every meeting from a year back on, each once, at its London time', async () => {
    const wanted = await listedMeetings(site(), `?from=${yearAgo}`)
    const events = await feed(site(), '/meetings.ics')
    assert.deepEqual(events.map((event) => path(event.values.get('URL'))).toSorted(), addresses(wanted).toSorted())
    for (const meeting of wanted) assertEvent(events, meeting)
    assert.equal(valueOf(events, `${panel}/2023-07-07`, 'DTSTART'), '20230707T090000Z', 'ten o’clock in summer')
    assert.equal(valueOf(events, `${panel}/2023-12-06`, 'DTSTART'), '20231206T140000Z', 'two o’clock in winter')
  })

  test('the calendar feed ends its last line as it ends all others', async () => {
    // RFC 5545 §3.1: a strict reader passes over what is not ended.
    assert.ok((await readText(site(), '/meetings.ics')).endsWith('\r\nEND:VCALENDAR\r\n'))
  })

  test('a subscriber to one body gets its meetings alone, and a body that there is none of is refused', async () => {
    const wanted = await listedMeetings(site(), `?body=${panel}&from=${yearAgo}`)
    const events = await feed(site(), `/meetings.ics?body=${panel}`)
    assert.deepEqual(events.map((event) => path(event.values.get('URL'))).toSorted(), addresses(wanted).toSorted())
    for (const kind of ['ics', 'atom']) assert.equal((await fetch(`${site().address}/meetings.${kind}?body=nobody`)).status, 404)
  })

  test('the news feed is well-formed Atom with absolute links to every agenda', async () => {
    const wanted = (await listedMeetings(site())).filter(({ hasAgenda }) => hasAgenda)
    const text = await readText(site(), '/meetings.atom')
    await withPage(browser(), async (page) => {
      await page.goto(site().address)
      const news = await page.evaluate<News>(`(${readAtom})(${JSON.stringify(text)})`)
      assert.deepEqual(news.faults, [])
      assert.deepEqual(news.entries.map(({ link }) => link).toSorted(), wanted.map((meeting) => meeting.page).toSorted())
      for (const link of news.links) assert.ok(link.startsWith(`${site().address}/`), `${link} is not an address of the site`)
      for (const entry of news.entries) assert.match(entry.title, /, (Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+ \d{4}$/)
    })
  })
}

interface News {
  readonly faults: readonly string[]
  readonly links: readonly string[]
  readonly entries: readonly { readonly link: string; readonly title: string }[]
}

/** RFC 4287: what a feed and each entry of it must have. */
const readAtom = `(text) => {
  const atom = 'http://www.w3.org/2005/Atom'
  const xml = new DOMParser().parseFromString(text, 'application/xml')
  const faults = Array.from(xml.getElementsByTagName('parsererror'), (one) => one.textContent)
  const feed = xml.documentElement
  if (feed.localName !== 'feed' || feed.namespaceURI !== atom) faults.push('the root is ' + feed.nodeName)
  const children = (of, name) => Array.from(of.children).filter((one) => one.localName === name && one.namespaceURI === atom)
  const entries = children(feed, 'entry')
  for (const one of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) {
      const there = children(one, name)
      if (there.length !== 1) faults.push(one.localName + ' has ' + there.length + ' ' + name)
      if (name === 'updated' && Number.isNaN(Date.parse(there[0]?.textContent))) faults.push('a wrong moment: ' + there[0]?.textContent)
    }
  }
  if (!children(feed, 'link').some((link) => link.getAttribute('rel') === 'self')) faults.push('the feed does not link to itself')
  const ids = entries.map((one) => children(one, 'id')[0]?.textContent)
  if (new Set(ids).size !== ids.length) faults.push('two entries share an id')
  return {
    faults,
    links: Array.from(xml.getElementsByTagNameNS(atom, 'link'), (link) => link.getAttribute('href')),
    entries: entries.map((one) => ({ link: children(one, 'link')[0]?.getAttribute('href'), title: children(one, 'title')[0]?.textContent })),
  }
}`

async function withPage(browser: Browser, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage()
  try {
    await look(page)
  } finally {
    await page.close()
  }
}

/** The addresses of all meetings of a list, from page to page by its own link to what comes next. */
async function pageThrough(page: Page, first: string): Promise<string[]> {
  const found: string[] = []
  await page.goto(first)
  for (let pages = 0; pages < 50; pages += 1) {
    found.push(...(await page.locator('.gt-meetings__name a').evaluateAll(hrefs)))
    const next = page.locator('.govuk-pagination__next a')
    if ((await next.count()) === 0) return found
    await next.click()
  }
  return assert.fail(`${first} has no end`)
}

/** "2023-07-07 /bodies/…" for each link in each day of a month. */
function daysWithLinks(cells: DrawnElement[]): string[] {
  return cells.flatMap((cell) => {
    const day = cell.querySelector('time')?.getAttribute('datetime') ?? ''
    return Array.from(cell.querySelectorAll('a'), (link) => `${day} ${link.getAttribute('href') ?? ''}`)
  })
}

function addresses(meetings: readonly ListedMeeting[]): string[] {
  return meetings.map((meeting) => `/bodies/${meeting.body}/${meeting.date}`)
}

function dayIn(address: string): string {
  return address.slice(-10)
}

function path(url: string | undefined): string {
  return new URL(url ?? '').pathname
}

async function feed(site: Site, address: string): Promise<CalendarEvent[]> {
  const answer = await fetch(`${site.address}${address}`)
  assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar; *charset=utf-8$/i)
  return readCalendar(new Uint8Array(await answer.arrayBuffer()))
}

function valueOf(events: readonly CalendarEvent[], meeting: string, name: string): string | undefined {
  return events.find((event) => path(event.values.get('URL')) === `/bodies/${meeting}`)?.values.get(name)
}

/** The event of a meeting says its body, its place and its time; a meeting whose hour is not known fills its day. */
function assertEvent(events: readonly CalendarEvent[], meeting: ListedMeeting): void {
  const key = `${meeting.body}/${meeting.date}`
  assert.equal(valueOf(events, key, 'SUMMARY'), meeting.bodyName)
  assert.equal(valueOf(events, key, 'LOCATION'), meeting.venue)
  const start = valueOf(events, key, 'DTSTART') ?? ''
  if (meeting.time === undefined) {
    assert.equal(start, meeting.date.replaceAll('-', ''))
    return
  }
  const moment = new Date(start.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const inLondon = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(moment)
  assert.equal(inLondon, `${meeting.date} ${meeting.time}`)
}
