import type { Release, ReleaseEntry } from '../../releases/release.ts'

type Asked = Release['asked'][number]

/** Questions and actions that name the measure in full; of the others nobody can tell by rule which figure they are about. */
export function askedAbout({ sheet }: Pick<ReleaseEntry, 'sheet'>, asked: readonly Asked[]): readonly Asked[] {
  const name = plain(sheet.definition.name)
  return asked.filter(({ text }) => plain(text).includes(name))
}

function plain(text: string): string {
  return text.toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ').trim()
}
