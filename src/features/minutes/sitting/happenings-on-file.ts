import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Addition } from './keep-log.ts'
import type { Happening } from './happening.ts'
import type { Seat } from './seats.ts'
import type { Attendance, SittingOnFile } from './sitting-file.ts'

/** What a file says of a sitting, as happenings, with a fault for each name that has no seat on the body on that day. */
export function happeningsOnFile(seats: readonly Seat[], { attendance, declarations, whips }: SittingOnFile): { additions: Addition[]; faults: Fault[] } {
  const faults: Fault[] = []
  const keyOf = (member: string, field: string): string => {
    const seat = seats.find(({ membership }) => membership.person === member)
    if (seat === undefined) faults.push({ field, found: member, message: 'Nobody of this name has a seat on the body on the day of the meeting. Correct the name, or the members of the body' })
    return seat?.key ?? ''
  }
  const additions = [...(attendance === undefined ? [] : ofAttendance(attendance, keyOf)), ...declarations.map(declared), ...whips.map((whip) => ({ item: whip.item ?? 0, what: { kind: 'whips', whip } as const }))]
  return { additions, faults }
}

type KeyOf = (member: string, field: string) => string

function ofAttendance(attendance: Attendance, keyOf: KeyOf): Addition[] {
  const at = (item: number, what: Happening): Addition => ({ item, what })
  return [
    ...(attendance.opened === undefined ? [] : [at(0, { kind: 'opens', at: attendance.opened })]),
    ...attendance.apologies.map((member, index) => at(0, { kind: 'apologises', seat: keyOf(member, `attendance.apologies[${index}]`) })),
    ...attendance.present.flatMap((present, index) => ofPresence(present, keyOf(present.member, `attendance.present[${index}].member`))),
    ...(attendance.chair === undefined ? [] : [at(0, { kind: 'chairs', seat: keyOf(attendance.chair, 'attendance.chair') })]),
    ...attendance.inAttendance.map(({ name, role }) => at(0, { kind: 'attends', name, role })),
    ...attendance.educationMatters.map((item) => at(item, { kind: 'education', isSo: true })),
    ...(attendance.closed === undefined ? [] : [at(0, { kind: 'closes', at: attendance.closed })]),
  ]
}

function ofPresence({ member, substitute, remote, arrived, out }: Attendance['present'][number], seat: string): Addition[] {
  const arrives = { kind: 'arrives', seat, person: substitute ?? member, asSubstitute: substitute !== undefined, remotely: remote } as const
  return [
    { item: arrived ?? 0, what: arrives },
    ...out.flatMap(({ from, until, forInterest }): Addition[] => [
      { item: from, what: { kind: 'leaves', seat, forInterest } },
      ...Object.values(given('until', until)).map((item): Addition => ({ item, what: { kind: 'returns', seat } })),
    ]),
  ]
}

function declared(declaration: SittingOnFile['declarations'][number]): Addition {
  return { item: declaration.item, what: { kind: 'declares', declaration, early: false } }
}
