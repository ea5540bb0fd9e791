import type { Html } from '../../html.ts'
import { characterCount } from '../character-count.ts'
import { fileUpload } from '../file-upload.ts'
import { textarea } from '../textarea.ts'
import { field, part, rawAt, words, yes, type Given } from './fixture-options.ts'

/** From the options of the Nunjucks macros for longer texts and files to ours. */
export const writingAdapters: Readonly<Record<string, (given: Given) => Html>> = {
  textarea: (given) => textarea({ ...written(given), autocomplete: words(given, 'autocomplete') }),
  'character-count': (given) =>
    characterCount({
      ...written(given),
      limit: Number(words(given, 'maxlength') ?? words(given, 'maxwords')),
      counts: words(given, 'countType') as 'words' | undefined,
      threshold: given['threshold'] as number | undefined,
      description: words(given, 'textareaDescriptionText'),
      message: { classes: words(part(given, 'countMessage'), 'classes') },
    }),
  'file-upload': (given) => fileUpload({ ...field(given), multiple: yes(given, 'multiple') }),
}

function written(given: Given) {
  return {
    ...field(given),
    value: words(given, 'value'),
    rows: given['rows'] as number | undefined,
    spellcheck: yes(given, 'spellcheck'),
    before: rawAt(part(given, 'formGroup'), 'beforeInput'),
    after: rawAt(part(given, 'formGroup'), 'afterInput'),
  }
}
