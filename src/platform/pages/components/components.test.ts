import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { adapters } from './testing/adapters.ts'
import type { Given } from './testing/fixture-options.ts'
import { shownHtml } from './testing/shown-html.ts'

interface Fixture {
  readonly name: string
  readonly options: Given
  readonly html: string
}

const noDropZone = 'the script names the button otherwise than it reads (axe: label-content-name-mismatch); browsers take a dropped file without it'

/** Fixtures that our typed options cannot express, and why. */
const notExpressible: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'character-count': {
    'with maxwords': 'deprecated; a limit of words is said as counts: words',
    'to configure in JavaScript': 'our texts that are counted have a limit from the start',
    'with neither maxlength nor maxwords set': 'our texts that are counted have a limit from the start',
    'with neither maxlength, maxwords nor textarea description set': 'our texts that are counted have a limit from the start',
    'with translations': 'our pages are in English, so the words of the count are fixed',
  },
  checkboxes: { 'with falsy values': 'empty values in the list are skipped but counted in ids; our lists hold no empty values' },
  'date-input': {
    'with error on single field using classes': 'ours marks the wrong part by an option, not by a class',
    'with error on single item using classes': 'ours marks the wrong part by an option, not by a class',
  },
  'file-upload': {
    enhanced: noDropZone,
    'enhanced, with error message and hint': noDropZone,
    'enhanced, multiple files': noDropZone,
    'enhanced, custom wrapper classes and attributes': noDropZone,
    translated: noDropZone,
  },
  radios: { 'with falsy items': 'empty values in the list are skipped but counted in ids; our lists hold no empty values' },
  'task-list': { 'with empty values': 'empty values in the list are skipped but counted in ids; our lists hold no empty values' },
  label: { empty: 'prints nothing without words; our labels must have words' },
  panel: { 'interruption, submit action': 'name and value are options of our button, and stand before its class' },
  'password-input': { 'with translations': 'our pages are in English, so the words of the button are fixed' },
}

async function fixturesOf(component: string): Promise<Fixture[]> {
  const address = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const file = JSON.parse(await readFile(new URL(address), 'utf8')) as { fixtures: Fixture[] }
  return file.fixtures
}

for (const [component, write] of Object.entries(adapters)) {
  test(`${component} writes what govuk-frontend's own fixtures say`, async () => {
    const excused = notExpressible[component] ?? {}
    const fixtures = await fixturesOf(component)
    for (const fixture of fixtures) {
      const [ours, theirs] = [shownHtml(write(fixture.options).toString()), shownHtml(fixture.html)]
      if (fixture.name in excused) assert.notEqual(ours, theirs, `"${fixture.name}" can be expressed: take it off the list`)
      else assert.equal(ours, theirs, `${component}: ${fixture.name}`)
    }
    const names = fixtures.map((fixture) => fixture.name)
    assert.deepEqual(Object.keys(excused).filter((name) => !names.includes(name)), [], 'the list names a fixture that there is not')
  })
}

test('markup is compared as a browser shows it: a space that the reader sees counts, one beside a block does not', () => {
  assert.equal(shownHtml('<p>\n  One <b>two</b>\n</p>'), shownHtml('<p>One <b>two</b></p>'))
  assert.notEqual(shownHtml('<p>Next<span> page</span></p>'), shownHtml('<p>Next<span>page</span></p>'))
  assert.notEqual(shownHtml('<p class="a b"></p>'), shownHtml('<p class="a  b"></p>'))
})
