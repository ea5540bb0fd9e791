import { date } from '#core/dates.ts'
import type { AccessTables } from '#access/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { namedMembers } from '#features/bodies'

/** Says of a role, body or organisation as somebody wrote it why it cannot stand; nothing where it names nobody. */
type NamesNobody = (words: string) => string | undefined

/**
 * Why these words cannot say who is asked: they are, or hold set off by a comma or brackets, the name of somebody with an account or of a member of a body, in office
 * or not, with or without a title. Undefined where they name nobody. What is asked of a post outlasts whoever holds it, and no officer is named in public for it.
 */
export async function notAPersonsName(reader: Reader, words: string): Promise<string | undefined> {
  return (await personsNames(reader))(words)
}

/** The same for many words, with the names read once. */
export async function personsNames(reader: Reader): Promise<NamesNobody> {
  const people = await reader.tables<AccessTables>().selectFrom('access.person as person').select('person.name').execute()
  const members = await namedMembers(reader, date('1889-04-01'))
  return namesNobody([...people, ...members].map(({ name }) => name))
}

/** Holds words against these names. */
export function namesNobody(names: Iterable<string>): NamesNobody {
  const known = new Set([...names].map(plain).filter((name) => name !== ''))
  return (words) => {
    const person = [words, ...words.split(/[,;:()/\n]|\s[-–—]\s/)].find((part) => known.has(plain(part)))
    return person === undefined ? undefined : `${person.trim()} is a person’s name. Give the role or the body, e.g. Director of Children’s Services`
  }
}

/** Without title, case, accents and full stops: “Cllr. Ána Hill” and “councillor ana hill” are one name. */
function plain(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('.', ' ').replaceAll(/[’‘]/g, "'")
  return letters.replaceAll(/\s+/g, ' ').trim().replace(/^(?:(?:cllr|councillor|mr|mrs|ms|miss|mx|dr|sir|dame|canon|the|rev|revd) )+/, '')
}
