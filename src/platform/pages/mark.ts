import { html } from './html.ts'

/** The sign beside the name: a golden thread held by two others. It repeats the name's meaning, so screen readers pass it by. */
export const mark = html.raw(
  '<svg class="gt-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">' +
    '<path d="M8 4.5v5c0 6 16 6.5 16 12.5v5.5M24 4.5v5c0 6-16 6.5-16 12.5v5.5" fill="none" stroke="#7fb5ac"' +
    ' stroke-width="2.5" stroke-linecap="round"/>' +
    '<path d="M16 4v24" stroke="#e3ae48" stroke-width="3.5" stroke-linecap="round"/></svg>',
)
