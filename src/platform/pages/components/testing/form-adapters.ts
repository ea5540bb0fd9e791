import { html, type Html } from '../../html.ts'
import { checkboxes } from '../checkboxes.ts'
import type { Choice } from '../choices.ts'
import { fieldset } from '../fieldset.ts'
import { input } from '../input.ts'
import { passwordInput } from '../password-input.ts'
import { radios } from '../radios.ts'
import { select } from '../select.ts'
import { errorOf, field, part, parts, phrase, piece, rawAt, shared, words, yes, type Given } from './fixture-options.ts'

/** From the options of the Nunjucks macros for fields to ours. */
export const formAdapters: Readonly<Record<string, (given: Given) => Html>> = {
  checkboxes: (given) => checkboxes({ ...group(given), values: Array.isArray(given['values']) ? given['values'].map(String) : undefined }),
  fieldset: (given) =>
    fieldset({
      ...shared(given),
      legend: legend(given),
      role: words(given, 'role'),
      describedBy: words(given, 'describedBy'),
      content: words(given, 'html') === undefined ? undefined : html.raw(words(given, 'html') ?? ''),
    }),
  input: (given) => {
    const wrapper = part(given, 'inputWrapper')
    return input({
      ...field(given),
      type: words(given, 'type'),
      value: words(given, 'value'),
      autocomplete: words(given, 'autocomplete'),
      autocapitalize: words(given, 'autocapitalize'),
      inputmode: words(given, 'inputmode'),
      pattern: words(given, 'pattern'),
      spellcheck: yes(given, 'spellcheck'),
      prefix: affix(part(given, 'prefix')),
      suffix: affix(part(given, 'suffix')),
      before: rawAt(part(given, 'formGroup'), 'beforeInput'),
      after: rawAt(part(given, 'formGroup'), 'afterInput'),
      wrapper: wrapper && shared(wrapper),
    })
  },
  'password-input': (given) =>
    passwordInput({
      ...field(given),
      value: words(given, 'value'),
      autocomplete: words(given, 'autocomplete') as 'new-password' | undefined,
      before: rawAt(part(given, 'formGroup'), 'beforeInput'),
      after: rawAt(part(given, 'formGroup'), 'afterInput'),
      button: part(given, 'button') && { classes: words(part(given, 'button'), 'classes') },
    }),
  radios: (given) => radios({ ...group(given), value: words(given, 'value') }),
  select: (given) =>
    select({
      ...field(given),
      items: parts(given, 'items').map((item) => ({
        text: words(item, 'text') ?? '',
        value: optionValue(item['value']),
        selected: yes(item, 'selected'),
        disabled: yes(item, 'disabled'),
        attributes: shared(item).attributes,
      })),
      value: words(given, 'value'),
      before: rawAt(part(given, 'formGroup'), 'beforeInput'),
      after: rawAt(part(given, 'formGroup'), 'afterInput'),
    }),
}

function affix(given: Given | undefined) {
  return given && { ...shared(given), text: piece(given) }
}

export function legend(given: Given) {
  const inner = part(given, 'legend')
  return inner && { text: piece(inner), classes: words(inner, 'classes'), isPageHeading: yes(inner, 'isPageHeading') }
}

function group(given: Given) {
  const set = part(given, 'fieldset')
  const formGroup = part(given, 'formGroup')
  return {
    ...shared(given),
    name: words(given, 'name') ?? '',
    idPrefix: words(given, 'idPrefix'),
    items: parts(given, 'items').map(choice),
    fieldset: set && { ...shared(set), legend: legend(set), describedBy: words(set, 'describedBy') },
    hint: phrase(part(given, 'hint')),
    error: errorOf(given),
    describedBy: words(given, 'describedBy'),
    group: formGroup && shared(formGroup),
    before: rawAt(formGroup, 'beforeInputs'),
    after: rawAt(formGroup, 'afterInputs'),
  }
}

function choice(item: Given): Choice {
  const divider = words(item, 'divider')
  if (divider !== undefined) return { divider }
  const conditional = words(part(item, 'conditional'), 'html')
  return {
    value: words(item, 'value') ?? '',
    text: piece(item),
    id: words(item, 'id'),
    name: words(item, 'name'),
    hint: phrase(part(item, 'hint')),
    label: part(item, 'label') && shared(part(item, 'label')),
    checked: yes(item, 'checked'),
    disabled: yes(item, 'disabled'),
    conditional: conditional === undefined || conditional === '' ? undefined : html.raw(conditional),
    behaviour: item['behaviour'] === 'exclusive' ? 'exclusive' : undefined,
    attributes: shared(item).attributes,
  }
}

function optionValue(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
