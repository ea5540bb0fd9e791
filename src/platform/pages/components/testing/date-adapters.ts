import { dateInput, type DateInputOptions } from '../date-input.ts'
import { errorOf, part, parts, phrase, shared, words, yes, type Given } from './fixture-options.ts'
import { legend } from './form-adapters.ts'

type DatePart = NonNullable<DateInputOptions['parts']>[number]
const dayMonthYear = ['day', 'month', 'year'] as const

/** From the options of the Nunjucks macro for dates to ours: the macro takes the parts in two ways, ours in one. */
export const dateAdapters = {
  'date-input': (given: Given) => {
    const set = part(given, 'fieldset')
    const group = part(given, 'formGroup')
    return dateInput({
      ...shared(given),
      id: words(given, 'id') ?? '',
      namePrefix: words(given, 'namePrefix'),
      parts: dateParts(given),
      values: values(part(given, 'values')),
      fieldset: set && { ...shared(set), legend: legend(set), describedBy: words(set, 'describedBy') },
      hint: phrase(part(given, 'hint')),
      error: errorOf(given),
      group: group && shared(group),
    })
  },
}

function dateParts(given: Given): DatePart[] | undefined {
  const items = parts(given, 'items')
  if (items.length > 0) {
    return items.map((item) => {
      const usual = dayMonthYear.find((name) => name === item['name'])
      return datePart(item, words(item, 'name') ?? '', words(item, 'value') ?? words(part(given, usual ?? ''), 'value'))
    })
  }
  if (dayMonthYear.every((name) => given[name] === undefined)) return undefined
  return dayMonthYear.filter((name) => given[name] !== false).map((name) => {
    const item = part(given, name)
    return { ...datePart(item ?? {}, words(item, 'name') ?? name, words(item, 'value')), width: name === 'year' ? 4 : 2 }
  })
}

function datePart(item: Given, name: string, value: string | undefined): DatePart {
  return {
    ...shared(item),
    // The macro takes the width as a class, and so do its fixtures.
    classes: words(item, 'classes')?.replace(/govuk-input--width-\d ?/, ''),
    name,
    value,
    id: words(item, 'id'),
    label: words(item, 'label'),
    width: name === 'year' ? 4 : 2,
    isWrong: yes(item, 'error'),
    autocomplete: words(item, 'autocomplete'),
    inputmode: words(item, 'inputmode'),
    pattern: words(item, 'pattern'),
  }
}

function values(given: Given | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(given ?? {}).map((name) => [name, words(given, name)]))
}
