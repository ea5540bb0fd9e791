/** What the author must know of a file beside the pack: what could not be read of it, and what its readers would meet in it. */
export type AppendixFinding = 'without-text' | 'not-tagged' | 'with-remarks' | 'names-author' | 'with-hidden-sheets' | 'with-hidden-cells' | 'with-embedded' | 'cut'

/** What the author is told of a file, when it is added and as long as it is there. */
export const findingWords: Readonly<Record<AppendixFinding, string>> = {
  'without-text': 'No text could be read of the file: perhaps it was scanned. Write below what it says, for readers who cannot use it.',
  'not-tagged': 'The PDF is not tagged, so that a screen reader finds neither its headings nor its tables. Such readers have the text below: check its order, its headings and its tables.',
  'with-remarks': 'Remarks or form fields stand in the PDF, and readers will see them. Take them out and add the file again if they should not.',
  'with-hidden-sheets': 'The file holds a hidden sheet: the public gets the file as it is, and can open it. It is not in the text below. Take it out and add the file again if it should not be read.',
  'names-author': 'The properties of the PDF name its author, and readers can see them. Take the name out and add the file again if it is a person who should not be named.',
  'with-hidden-cells': 'The file holds hidden rows or columns: the public gets the file as it is. Their text stands below with the rest.',
  'with-embedded': 'Other documents are built into the file: the public gets the file as it is, and can open them. Take them out and add the file again if they should not.',
  cut: 'The file holds more than was read. Write below what is missing.',
}
