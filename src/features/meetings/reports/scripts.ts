/** What makes the editor of reports quicker; every page works without it. */
export const reportsScripts: readonly URL[] = [
  'report-editor.js',
  'report-autosave.js',
  'report-dialogs.js',
  'report-fields.js',
  'report-kept-text.js',
  'report-presence.js',
  'report-preview.js',
  'report-preview-place.js',
  'report-references.js',
  'report-rows.js',
  'report-toolbar.js',
  'report-writing.js',
].map((name) => new URL(`editor/script/${name}`, import.meta.url))

/** What the pages of reports add to the style sheet. */
export const reportsStyles = new URL('reports.css', import.meta.url)
