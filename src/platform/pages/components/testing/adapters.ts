import { html, type Html } from '../../html.ts'
import { button } from '../button.ts'
import { details } from '../details.ts'
import { errorMessage } from '../error-message.ts'
import { errorSummary } from '../error-summary.ts'
import { genericHeader } from '../generic-header.ts'
import { hint } from '../hint.ts'
import { insetText } from '../inset-text.ts'
import { label } from '../label.ts'
import type { Attributes } from '../markup.ts'
import { notificationBanner } from '../notification-banner.ts'
import { phaseBanner } from '../phase-banner.ts'
import { summaryList } from '../summary-list.ts'
import { table, type Cell } from '../table.ts'
import { tag } from '../tag.ts'
import { warningText } from '../warning-text.ts'
import { dateAdapters } from './date-adapters.ts'
import { formAdapters } from './form-adapters.ts'
import { navigationAdapters } from './navigation-adapters.ts'
import { structureAdapters } from './structure-adapters.ts'
import { writingAdapters } from './writing-adapters.ts'
import { part, parts, piece, shared, words, yes, type Given } from './fixture-options.ts'

/** From the options of the Nunjucks macros to ours, one for each component. */
export const adapters: Readonly<Record<string, (given: Given) => Html>> = {
  ...formAdapters,
  ...writingAdapters,
  ...dateAdapters,
  ...structureAdapters,
  ...navigationAdapters,
  button: (given) =>
    button({
      ...shared(given),
      text: isStartWithMarkup(given) ? html`<span>${piece(given)}</span>` : piece(given),
      href: words(given, 'href'),
      id: words(given, 'id'),
      name: words(given, 'name'),
      value: words(given, 'value'),
      type: words(given, 'type') as 'button' | undefined,
      disabled: yes(given, 'disabled'),
      preventDoubleClick: yes(given, 'preventDoubleClick'),
      isStart: yes(given, 'isStartButton'),
    }),
  details: (given) =>
    details({
      ...shared(given),
      summary: piece(given, 'summaryText', 'summaryHtml'),
      content: piece(given),
      id: words(given, 'id'),
      open: yes(given, 'open'),
    }),
  'error-message': (given) =>
    errorMessage({ ...shared(given), text: piece(given), id: words(given, 'id'), hiddenPrefix: words(given, 'visuallyHiddenText') }),
  'error-summary': (given) =>
    errorSummary({
      ...shared(given),
      title: piece(given, 'titleText', 'titleHtml'),
      description: piece(given, 'descriptionText', 'descriptionHtml'),
      errors: parts(given, 'errorList').map((error) => ({ text: piece(error), href: words(error, 'href'), attributes: shared(error).attributes })),
      disableAutoFocus: yes(given, 'disableAutoFocus'),
    }),
  'generic-header': (given) =>
    genericHeader({
      ...shared(given),
      logo: piece(given, 'logoText', 'logoHtml'),
      href: words(given, 'url'),
      containerClasses: words(given, 'containerClasses'),
    }),
  hint: (given) => hint({ ...shared(given), text: piece(given), id: words(given, 'id') }),
  'inset-text': (given) => insetText({ ...shared(given), text: piece(given), id: words(given, 'id') }),
  label: (given) => label({ ...shared(given), text: piece(given), for: words(given, 'for'), isPageHeading: yes(given, 'isPageHeading') }),
  'notification-banner': (given) =>
    notificationBanner({
      ...shared(given),
      text: words(given, 'text'),
      content: words(given, 'html') === undefined ? undefined : html.raw(words(given, 'html') ?? ''),
      title: piece(given, 'titleText', 'titleHtml'),
      titleId: words(given, 'titleId'),
      titleHeadingLevel: given['titleHeadingLevel'] as number | undefined,
      type: given['type'] === 'success' ? 'success' : undefined,
      role: words(given, 'role'),
      disableAutoFocus: yes(given, 'disableAutoFocus'),
    }),
  'phase-banner': (given) =>
    phaseBanner({ ...shared(given), tag: { ...shared(part(given, 'tag')), text: piece(part(given, 'tag')) }, text: piece(given) }),
  'summary-list': (given) => {
    const card = part(given, 'card')
    const title = card && part(card, 'title')
    return summaryList({
      ...shared(given),
      rows: parts(given, 'rows').map((row) => ({
        key: piece(part(row, 'key')),
        keyClasses: words(part(row, 'key'), 'classes'),
        value: piece(part(row, 'value')),
        valueClasses: words(part(row, 'value'), 'classes'),
        classes: words(row, 'classes'),
        actions: actions(part(row, 'actions')),
      })),
      card: card && {
        ...shared(card),
        title: title && { text: piece(title), classes: words(title, 'classes'), headingLevel: title['headingLevel'] as number | undefined },
        actions: actions(part(card, 'actions')),
      },
    })
  },
  table: (given) =>
    table({
      ...shared(given),
      caption: words(given, 'caption'),
      captionClasses: words(given, 'captionClasses'),
      head: given['head'] === undefined ? undefined : parts(given, 'head').map(cell),
      rows: parts(given, 'rows').map((row) => (row as unknown as Given[]).map(cell)),
      firstCellIsHeader: yes(given, 'firstCellIsHeader'),
    }),
  tag: (given) => tag({ ...shared(given), text: piece(given) }),
  'warning-text': (given) => warningText({ ...shared(given), text: piece(given), iconFallbackText: words(given, 'iconFallbackText') }),
}

/** The macro puts a span round markup in a start button; with ours the caller writes it. */
function isStartWithMarkup(given: Given): boolean {
  return given['isStartButton'] === true && given['html'] !== undefined
}

function actions(given: Given | undefined) {
  if (given === undefined) return undefined
  const items = parts(given, 'items').map((item) => ({
    ...shared(item),
    text: piece(item),
    href: words(item, 'href') ?? '',
    hiddenText: words(item, 'visuallyHiddenText'),
  }))
  return { items, classes: words(given, 'classes') }
}

function cell(given: Given): Cell {
  return {
    classes: words(given, 'classes'),
    attributes: part(given, 'attributes') as Attributes | undefined,
    text: piece(given),
    format: given['format'] === 'numeric' ? 'numeric' : undefined,
    colspan: given['colspan'] as number | undefined,
    rowspan: given['rowspan'] as number | undefined,
  }
}
