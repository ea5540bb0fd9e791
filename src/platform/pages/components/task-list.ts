import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

interface Task {
  readonly title: Piece
  readonly titleClasses?: string | undefined
  /** Where the task is done; without it the title is plain text. */
  readonly href?: string | undefined
  readonly hint?: Piece
  /** How far it is: a `statusTag`, or plain words where nothing is left to do. */
  readonly status: Piece
  readonly statusClasses?: string | undefined
  readonly classes?: string | undefined
}

export interface TaskListOptions extends Common {
  readonly items: readonly Task[]
  /** Begins the ids; needed where two lists stand on one page. */
  readonly idPrefix?: string | undefined
}

/** What is to be done, in any order, each with its state. */
export function taskList(options: TaskListOptions): Html {
  const prefix = options.idPrefix ?? 'task-list'
  const items = options.items.map((item, index) => task(item, `${prefix}-${index + 1}`))
  return html`<ul${attributes({ class: classNames('govuk-task-list', options.classes), ...options.attributes })}>${items}</ul>`
}

function task(item: Task, id: string): Html {
  const classes = classNames('govuk-task-list__item', item.href !== undefined && 'govuk-task-list__item--with-link', item.classes)
  return html`<li class="${classes}"><div class="govuk-task-list__name-and-hint">${title(item, id)}
${item.hint !== undefined && html`<div id="${id}-hint" class="govuk-task-list__hint">${item.hint}</div>`}</div>
<div class="${classNames('govuk-task-list__status', item.statusClasses)}" id="${id}-status">${item.status}</div></li>`
}

function title(item: Task, id: string): Html {
  if (item.href === undefined) return html`<div${attributes({ class: item.titleClasses })}>${item.title}</div>`
  return html`<a${attributes({
    class: classNames('govuk-link govuk-task-list__link', item.titleClasses),
    href: item.href,
    'aria-describedby': classNames(item.hint !== undefined && `${id}-hint`, `${id}-status`),
  })}>${item.title}</a>`
}
