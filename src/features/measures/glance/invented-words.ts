import type { Invention } from '#features/minutes'

/** What of an example is made up, behind its mark, so that nobody takes it for the council's record. */
export const inventedWords: Readonly<Record<'commentary' | 'release', Readonly<Record<Invention, string>>>> = {
  commentary: {
    everything: 'This is not of record: it is made up for the example.',
    'what-followed': 'What it states as fact is of record. The words, who signed them and when, and who is to do what by when are made up for the example.',
  },
  release: {
    everything: 'These figures are not of record: they are made up for the example.',
    'what-followed': 'The figures are of record. Who approved and who confirmed them, and when, is made up for the example.',
  },
}
