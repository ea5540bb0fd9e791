import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { leftBehind, rememberFocus } from './focus.ts'

const longestWay = 500

/** Where the focus is. */
interface Stop {
  /** What it is called: its label, its words or its name. */
  readonly name: string
  /** The legends of the groups that it stands in. */
  readonly groups: readonly string[]
  readonly kind: string
  readonly isOn: boolean
  readonly value: string
  /** What is wrong with how one sees that the focus is here; empty where it is in view and marked. */
  readonly faults: readonly string[]
}

/** Somebody who has no mouse. Each step fails where nothing by that name can be reached. */
export interface Keyboard {
  /** Tabs on to what is called so; after the last stop of the page from its beginning once more. */
  readonly goTo: (name: string | RegExp, group?: string) => Promise<Stop>
  /** Goes to a link or a button, presses Enter, waits for the page that comes, and skips to its content. */
  readonly press: (name: string | RegExp, group?: string) => Promise<void>
  /** Goes to a text field and types this in place of what is there. */
  readonly type: (label: string | RegExp, text: string, group?: string) => Promise<void>
  /** Goes to a field for a day and types it in the order that the browser asks for. */
  readonly typeDay: (label: string, day: string, group?: string) => Promise<void>
  /** Goes to a field for a time, such as 14:30, and types it as the browser asks for it. */
  readonly typeTime: (label: string, time: string, group?: string) => Promise<void>
  readonly tick: (label: string | RegExp, isOn?: boolean) => Promise<void>
  /** Goes to a group of choices and moves by arrows to this one. */
  readonly choose: (group: string | RegExp, choice: string | RegExp) => Promise<void>
  /** Goes to a list and types the first letters of the entry. */
  readonly pick: (label: string, entry: string) => Promise<void>
  /** What was wrong with the focus on the way. */
  readonly faults: readonly string[]
}

/** Hands on the keyboard alone; `arrived` is told of every page that they come to. */
export function byKeyboard(page: Page, arrived: () => Promise<void> = async () => {}): Keyboard {
  const faults = new Set<string>()
  const see = async (): Promise<Stop> => {
    const stop = await page.evaluate<Stop>(focusedStop)
    for (const fault of stop.faults) faults.add(`${new URL(page.url()).pathname}: ${fault} on "${stop.name}"`)
    return stop
  }
  const tabUntil = async (isIt: (stop: Stop) => boolean, wanted: string): Promise<Stop> => {
    const passed = new Set<string>()
    for (let press = 0; press < longestWay; press += 1) {
      await page.keyboard.press('Tab')
      const stop = await see()
      if (isIt(stop)) return stop
      passed.add(stop.name.slice(0, 40))
    }
    return assert.fail(`No tab stop "${wanted}" on ${page.url()}, but: ${[...passed].join(' | ')}`)
  }
  const goTo = (name: string | RegExp, group?: string) => tabUntil((stop) => fits(stop.name, name) && (group === undefined || stop.groups.includes(group)), String(name))
  const clearAndType = async (text: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+a')
    if (text === '') await page.keyboard.press('Delete')
    else await page.keyboard.insertText(text)
  }
  const loaded = async (key: string): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
    await arrived()
    if (await page.evaluate<boolean>('document.activeElement !== document.body')) return
    await page.keyboard.press('Tab')
    if ((await see()).name === 'Skip to main content') await page.keyboard.press('Enter')
  }
  return {
    goTo,
    press: async (name, group) => {
      await goTo(name, group)
      await loaded('Enter')
    },
    type: async (label, text, group) => {
      await goTo(label, group)
      await clearAndType(text)
    },
    typeDay: async (label, day, group) => {
      await goTo(label, group)
      const order = await page.evaluate<string[]>(partsOfDay)
      const [year, month, ofMonth] = day.split('-')
      await page.keyboard.type(order.map((part) => ({ year, month, day: ofMonth })[part] ?? '').join(''))
      assert.equal((await see()).value, day, `the day typed into "${label}"`)
    },
    typeTime: async (label, time, group) => {
      await goTo(label, group)
      const order = await page.evaluate<string[]>(partsOfTime)
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      const ofHalfDay = `${(hour + 11) % 12 + 1}`.padStart(2, '0')
      const twoDigits = (number: number) => String(number).padStart(2, '0')
      await page.keyboard.type(order.includes('dayPeriod') ? `${ofHalfDay}${twoDigits(minute)}${hour < 12 ? 'A' : 'P'}` : `${twoDigits(hour)}${twoDigits(minute)}`)
      assert.equal((await see()).value, time, `the time typed into "${label}"`)
    },
    tick: async (label, isOn = true) => {
      const stop = await goTo(label)
      if (stop.isOn !== isOn) await page.keyboard.press('Space')
      assert.equal((await see()).isOn, isOn, `"${stop.name}" is ${isOn ? 'ticked' : 'not ticked'}`)
    },
    choose: async (group, choice) => {
      let stop = await tabUntil((one) => one.kind === 'radio' && one.groups.some((name) => fits(name, group)), String(group))
      for (let press = 0; press < 12 && !fits(stop.name, choice); press += 1) {
        await page.keyboard.press('ArrowDown')
        stop = await see()
      }
      assert.ok(fits(stop.name, choice), `no choice "${String(choice)}" in "${String(group)}"`)
      if (!stop.isOn) await page.keyboard.press('Space')
    },
    pick: async (label, entry) => {
      await goTo(label)
      await page.keyboard.type(entry)
      const { value } = await see()
      assert.ok(value.startsWith(entry), `"${label}" is "${value}", not "${entry}"`)
    },
    get faults() {
      return [...faults]
    },
  }
}

function fits(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name)
}

/** In what order the browser's own field for a day asks for its parts: that of its language. */
const partsOfDay = 'new Intl.DateTimeFormat().formatToParts().map((part) => part.type)'

const partsOfTime = "new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).formatToParts().map((part) => part.type)"

/** The stop that has the focus, and whether one sees that it has. */
const focusedStop = `(() => {
  const at = document.activeElement
  const words = (one) => (one?.textContent ?? '').trim().replace(/\\s+/g, ' ')
  const groups = []
  for (let one = at.closest('fieldset'); one !== null; one = one.parentElement.closest('fieldset')) groups.push(words(one.querySelector('legend')))
  const label = at.labels?.[0]
  const name = label === undefined ? words(at) || at.getAttribute('aria-label') || at.tagName : words(label)
  const value = at.tagName === 'SELECT' ? words(at.selectedOptions[0]) : (at.value ?? '')
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth - box.left) / 2, box.top + Math.min(box.height, 40) / 2)
  const isCovered = isInView && top !== null && !at.contains(top) && !top.contains(at) && !label?.contains(top)
  const leftSame = ${leftBehind};
  ${rememberFocus};
  const faults = at === document.body ? [] : [!isInView && 'out of view', isCovered && 'covered', leftSame && 'no mark of the focus on "' + leftSame + '" before'].filter(Boolean)
  return { name, groups, kind: at.type ?? at.tagName.toLowerCase(), isOn: at.checked === true || at.open === true, value, faults }
})()`
