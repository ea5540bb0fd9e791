import { formatTime } from '#core/date-words.ts'
import type { LocalTime } from '#core/dates.ts'
import { capacityWords } from '#features/bodies'
import { natureWords } from '../../sitting/declaration.ts'
import type { PublishedSitting } from '../../sitting/published-sitting.ts'

/** A heading of the minutes, and what stands under it. */
export interface SittingGroup {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Attendance and declarations as minutes print them; a group without anybody is left out, but that nobody declared an interest is said. */
export function sittingGroups(sitting: PublishedSitting | undefined): SittingGroup[] {
  if (sitting === undefined) return []
  const groups: SittingGroup[] = [
    { heading: 'Present', lines: sitting.present.map((one) => presentLine(one, sitting.presiding)) },
    { heading: 'Apologies', lines: apologyLines(sitting) },
    { heading: 'Also in attendance', lines: sitting.inAttendance.map(({ name, role }) => `${name}, ${role}`) },
    { heading: 'Declarations of interest', lines: declarationLines(sitting) },
    { heading: 'Party whip', lines: sitting.whips.map(({ item, group, words }) => `${group}${item === undefined ? '' : `, item ${item}`}: ${words}`) },
    { heading: 'Time', lines: timeLine(sitting) },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

/** Who sent apologies, each with the seat. */
export function apologyLines({ apologies }: PublishedSitting): string[] {
  return apologies.map((one) => `${one.name}, ${seatOf(one)}${one.substitute === undefined ? '' : ` (substitute: ${one.substitute})`}`)
}

/** What was declared, each with the item, its nature and what followed. */
export function declarationLines({ declarations }: PublishedSitting): string[] {
  if (declarations.length === 0) return ['No interest was declared.']
  return declarations.map(({ item, member, nature, words, follows, left }) => `${member}, item ${item}: ${natureWords[nature].toLowerCase()}${words === undefined ? '' : `, ${words.replace(/\.$/, '')}`}. ${follows}${left ? ' The member left the room.' : ''}`)
}

function presentLine(one: PublishedSitting['present'][number], presiding: string | undefined): string {
  const { name, capacity, substituteFor, remote, arrived, out } = one
  const notes = [
    ...(name === presiding ? ['in the chair'] : substituteFor !== undefined ? [] : capacity === 'chair' || capacity === 'vice-chair' || capacity === 'associate' || capacity === 'co-opted' ? [capacityWords[capacity].toLowerCase()] : []),
    ...(remote ? ['attended remotely'] : []),
    ...(arrived === undefined ? [] : [`from item ${arrived}`]),
    ...out.map(({ from, until, forInterest }) => `out of the room ${until === undefined ? `from item ${from} on` : from === until ? `for part of item ${from}` : `from item ${from}, back in item ${until}`}${forInterest ? ' because of an interest' : ''}`),
  ]
  // Of a substitute the office of the member is not theirs, also where an older version was published with it.
  return `${name}, ${substituteFor === undefined ? seatOf(one) : `substitute for ${substituteFor}`}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

/** Without naming the organisation twice. */
function seatOf({ seat, organisation }: { readonly seat: string; readonly organisation: string }): string {
  return seat.includes(organisation) ? seat : `${seat}, ${organisation}`
}

function timeLine({ opened, closed }: PublishedSitting): string[] {
  const times = [...(opened === undefined ? [] : [`began at ${formatTime(opened as LocalTime)}`]), ...(closed === undefined ? [] : [`ended at ${formatTime(closed as LocalTime)}`])]
  return times.length === 0 ? [] : [`The meeting ${times.join(' and ')}.`]
}
