/** What makes the editor of reports quicker; every page works without it. */
export const reportsScripts: readonly URL[] = [
  'items-editor.js',
  'report-editor.js',
  'report-advice.js',
  'report-autosave.js',
  'report-dialogs.js',
  'report-fields.js',
  'report-kept-text.js',
  'report-presence.js',
  'report-preview.js',
  'report-preview-place.js',
  'report-references.js',
  'report-rows.js',
  'report-saved-note.js',
  'report-table-grid.js',
  'report-table-rows.js',
  'report-table-text.js',
  'report-toolbar.js',
  'report-writing.js',
].map((name) => new URL(`editor/script/${name}`, import.meta.url))

/** What the pages of reports add to the style sheet. */
export const reportsStyles: readonly URL[] = ['reports.css', 'editor/editor.css', 'editor/tools.css'].map((name) => new URL(name, import.meta.url))
