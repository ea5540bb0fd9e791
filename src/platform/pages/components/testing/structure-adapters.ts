import { html, type Html } from '../../html.ts'
import { button } from '../button.ts'
import { attributes, classNames, type Attributes } from '../markup.ts'
import { panel } from '../panel.ts'
import { tabs } from '../tabs.ts'
import { tag } from '../tag.ts'
import { taskList } from '../task-list.ts'
import { part, parts, piece, shared, words, type Given } from './fixture-options.ts'

/** From the options of the Nunjucks macros that order a page to ours. */
export const structureAdapters: Readonly<Record<string, (given: Given) => Html>> = {
  panel: (given) => {
    const classes = words(given, 'classes')?.split(' ') ?? []
    const actions = part(given, 'actions')
    const items = actions && parts(actions, 'items').map((item) => html`${action(item)}\n`)
    return panel({
      ...shared(given),
      classes: classes.filter((name) => name !== 'govuk-panel--interruption').join(' '),
      isInterruption: classes.includes('govuk-panel--interruption'),
      title: piece(given, 'titleText', 'titleHtml'),
      text: piece(given),
      headingLevel: (given['headingLevel'] as number | undefined) ?? 1,
      actions: actions && { ...shared(actions), content: items?.length === 0 ? undefined : items },
    })
  },
  tabs: (given) =>
    tabs({
      ...shared(given),
      id: words(given, 'id'),
      idPrefix: words(given, 'idPrefix'),
      title: words(given, 'title'),
      items: parts(given, 'items').map((item) => ({
        label: words(item, 'label'),
        id: words(item, 'id'),
        panel: tabPanel(part(item, 'panel')),
        attributes: shared(item).attributes,
        panelAttributes: part(part(item, 'panel') ?? {}, 'attributes') as Attributes | undefined,
      })),
    }),
  'task-list': (given) =>
    taskList({
      ...shared(given),
      idPrefix: words(given, 'idPrefix'),
      items: parts(given, 'items').map((item) => ({
        title: piece(part(item, 'title')),
        titleClasses: words(part(item, 'title'), 'classes'),
        href: words(item, 'href'),
        hint: piece(part(item, 'hint')),
        status: status(part(item, 'status') ?? {}),
        statusClasses: words(part(item, 'status'), 'classes'),
        classes: words(item, 'classes'),
      })),
    }),
}

/** The macro writes the ways on itself; with ours the caller writes them. */
function action(given: Given): Html {
  const [text, href, type] = [words(given, 'text'), words(given, 'href'), words(given, 'type')]
  const { classes, attributes: more } = shared(given)
  if (href !== undefined && type !== 'button') {
    return html`<a${attributes({ class: classNames('govuk-link govuk-link--inverse', classes), href, ...more })}>${text}</a>`
  }
  return button({ text, href, type: (type ?? 'button') as 'button', classes: classNames('govuk-button--inverse', classes), attributes: more })
}

/** The macro wraps plain text in a paragraph; with ours the caller writes it. */
function tabPanel(given: Given | undefined): string | Html | undefined {
  return words(given, 'html') === undefined ? html`<p class="govuk-body">${words(given, 'text')}</p>` : piece(given)
}

function status(given: Given): string | Html | undefined {
  const inner = part(given, 'tag')
  return inner === undefined ? piece(given) : tag({ ...shared(inner), text: piece(inner) })
}
