import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { EditorRecord } from '../read-editor.ts'
import { dialog } from './dialog.ts'
import { tableDialog } from './table-dialog.ts'

/** What some tools ask before they write: opened by the script, closed by Escape, by Cancel or when done. Their fields are sent nowhere. */
export function editorDialogs(record: EditorRecord): Html {
  return html`<template data-editor-dialogs>${tableDialog()}${linkDialog()}${referenceDialog(record)}${figureDialog(record)}</template>`
}

function linkDialog(): Html {
  const fields = html`${input({ name: 'link-words', label: { text: 'Words of the link' }, hint: { text: 'Name the page that it leads to' } })}
${input({ name: 'link-address', label: { text: 'Address' }, hint: { text: 'https://… or a page of this site, /bodies/…' }, spellcheck: false })}`
  return dialog('link', 'Put in a link', fields, 'Put in the link')
}

function referenceDialog({ paper }: EditorRecord): Html {
  const found = html`<fieldset class="govuk-fieldset" data-references><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Published here</legend><div class="govuk-radios govuk-radios--small" data-references-found></div></fieldset>
<p class="govuk-body-s" role="status" data-references-status></p>`
  const fields = html`${input({ name: 'reference-words', label: { text: 'Search meetings, items, bodies and rules' }, attributes: { 'data-references-from': `/staff/papers/${paper.id}/references/find`, autocomplete: 'off' } })}${found}`
  return dialog('reference', 'Refer to a record of this site', fields, 'Put in the reference')
}

function figureDialog({ paper, pictures }: EditorRecord): Html {
  const title = 'Put in a figure'
  if (paper.pictures.length === 0) {
    return dialog('figure', title, html`<p class="govuk-body">There are no pictures yet. <a class="govuk-link" href="/staff/papers/${paper.id}/pictures">Add a picture</a> first; your text is saved.</p>`, 'Close')
  }
  const items = paper.pictures.map(({ name }) => ({ value: name, text: name, attributes: { 'data-alternative': pictures.get(name) ?? '' } }))
  const fields = html`${select({ name: 'figure-name', label: { text: 'Picture' }, items })}
${input({ name: 'figure-alternative', label: { text: 'What it shows' }, hint: { text: 'For readers who cannot see it. Required.' } })}
${input({ name: 'figure-caption', label: { text: 'Caption (optional)' }, hint: { text: 'Printed below the picture' } })}`
  return dialog('figure', title, fields, 'Put in the figure')
}
