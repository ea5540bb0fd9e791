import type { Attributes } from './components/markup.ts'
import type { FieldOptions } from './components/form-group.ts'
import { input } from './components/input.ts'
import { html, type Html, type Piece } from './html.ts'

interface DayInputOptions extends Pick<FieldOptions, 'name' | 'id' | 'error'> {
  readonly label: Piece
  readonly labelClasses?: string | undefined
  readonly hint?: Piece
  /** `2026-04-14`, or else what was typed. */
  readonly value?: string | undefined
  /** What to give stands in the hint, unless this is false: in rows of many it would be said too often. */
  readonly isFormatSaid?: boolean | undefined
  /** `min` and `max` narrow what the browser offers; the server must still check. */
  readonly attributes?: Attributes | undefined
}

/** A day, picked from the browser's own calendar or typed; sent as `2026-04-14` wherever the browser has a calendar. */
export function dayInput(options: DayInputOptions): Html {
  return picked(options, { type: 'date', parts: 'Day, month and year.', placeholder: '2026-04-14' })
}

/** A time of day; sent as `14:00`. */
export function timeInput(options: DayInputOptions): Html {
  return picked(options, { type: 'time', parts: 'Hours and minutes.', placeholder: '14:00' })
}

interface Kind {
  readonly type: 'date' | 'time'
  /** Holds for what is picked and for what is typed alike: browsers show a day in their own order. */
  readonly parts: string
  /** Only a browser that has nothing to pick from shows it. */
  readonly placeholder: string
}

function picked(options: DayInputOptions, kind: Kind): Html {
  const format = options.isFormatSaid !== false && kind.parts
  const hint = options.hint === undefined ? format : format === false ? options.hint : html`${options.hint} ${format}`
  return input({
    name: options.name,
    id: options.id,
    label: { text: options.label, classes: options.labelClasses },
    hint: hint === false ? undefined : { text: hint },
    error: options.error,
    value: options.value,
    type: kind.type,
    classes: 'govuk-input--width-10',
    attributes: { placeholder: kind.placeholder, ...options.attributes },
  })
}
