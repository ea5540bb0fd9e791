import { html, type Html } from '../html.ts'
import { hint } from './hint.ts'
import { classNames, type Common } from './markup.ts'
import { textarea, type TextareaOptions } from './textarea.ts'

export interface CharacterCountOptions extends Omit<TextareaOptions, 'describedBy' | 'autocomplete' | 'disabled'> {
  readonly limit: number
  /**
   * What the limit counts: `length` (unless said) as JavaScript does, where some signs count as two; `characters` as readers
   * see them; `words`.
   */
  readonly counts?: 'length' | 'characters' | 'words' | undefined
  /** Per cent of the limit before the count is shown; 0 unless said. */
  readonly threshold?: number | undefined
  /** Says the limit in other words; `%{count}` stands for it. */
  readonly description?: string | undefined
  readonly message?: Pick<Common, 'classes'> | undefined
}

/** Text with a limit. A script counts along; nothing is cut off, and it is for the server to refuse what is too long. */
export function characterCount(options: CharacterCountOptions): Html {
  const { limit, counts, threshold, description, message, ...field } = options
  const id = options.id ?? options.name
  const words = description ?? `You can enter up to %{count} ${counts === 'words' ? 'words' : 'characters'}`
  const classes = classNames('govuk-character-count__message', message?.classes)
  return textarea({
    ...field,
    describedBy: `${id}-info`,
    classes: classNames('govuk-js-character-count', options.classes),
    group: {
      classes: classNames('govuk-character-count', options.group?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': limit,
        'data-threshold': threshold,
        'data-count-type': counts,
        ...options.group?.attributes,
      },
    },
    after: html`${hint({ id: `${id}-info`, classes, text: words.replace('%{count}', String(limit)) })}${options.after}`,
  })
}
