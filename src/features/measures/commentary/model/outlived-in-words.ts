import type { Definition } from '../../definitions/definition.ts'
import { shownValue } from '../../sheets/shown.ts'
import type { Edition } from './commentary.ts'
import type { FigureSigned } from './figures-signed.ts'

/** "signed before the figure was changed from 5,400 to 540"; of a commentary that no change has outlived nothing. */
export function outlivedInWords({ standing }: Pick<Edition, 'standing'>, definition: Definition): string | undefined {
  const changed = standing.state === 'outlived' ? standing.changed : []
  const [first] = changed
  if (first === undefined) return undefined
  const of = first.breakdown === '' ? 'the figure' : `the figure of ${first.breakdown.replaceAll('=', ' ').replaceAll(';', ', ')}`
  const isSameValue = first.before?.value !== undefined && first.before.value === first.now?.value
  const [from, to] = [first.before, first.now].map((figure) => (isSameValue ? (figure?.status ?? '') : figureInWords(figure, definition)))
  return `signed before ${of} was changed from ${from} to ${to}${changed.length === 1 ? '' : `, and ${changed.length - 1} more`}`
}

function figureInWords(figure: FigureSigned | undefined, definition: Definition): string {
  if (figure === undefined) return 'none'
  return figure.value === undefined ? figure.status.replaceAll('-', ' ') : shownValue(figure.value, definition)
}
