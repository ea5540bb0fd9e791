import { loadedFields } from '#platform/files/since-loaded.ts'

/** Lists that are only ever added to, and were both here and in the file: what was loaded, then what the file adds, then what was added here. Undefined where something else was done to one of them. */
export function joinAdded<Line>(given: readonly Line[], standing: readonly Line[], before: string | undefined): Line[] | undefined {
  const [inFile, here] = [addedTo(given, before), addedTo(standing, before)]
  if (inFile === undefined || here === undefined) return undefined
  const known = new Set(here.map(printOf))
  return [...standing.slice(0, standing.length - here.length), ...inFile.filter((line) => !known.has(printOf(line))), ...here]
}

function addedTo<Line>(list: readonly Line[], before: string | undefined): readonly Line[] | undefined {
  for (let length = list.length; length >= 0; length -= 1) if (printOf(list.slice(0, length)) === before) return list.slice(length)
  return undefined
}

function printOf(value: unknown): string | undefined {
  return loadedFields({ value })['value']
}
