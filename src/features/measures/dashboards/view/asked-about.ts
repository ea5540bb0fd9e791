import { namesInFull } from '../../releases/names-in-full.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'

type Asked = Release['asked'][number]

/** Questions and actions that name the measure in full, as it was found when the release was made or as their words show. */
export function askedAbout({ measure, sheet }: Pick<ReleaseEntry, 'measure' | 'sheet'>, asked: readonly Asked[]): readonly Asked[] {
  return asked.filter(({ text, about }) => about?.includes(measure) === true || namesInFull(text, sheet.definition))
}
