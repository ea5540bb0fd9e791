import { given } from '#core/given.ts'
import type { Happening, Recorded } from './happening.ts'
import { standing } from './happening.ts'
import type { Seat } from './seats.ts'
import type { Attendance, SittingOnFile } from './sitting-file.ts'
import { firstItem, inOrder } from './timeline.ts'

type Present = Attendance['present'][number]
/** One stay of somebody in a seat, while it is being followed. */
interface Stay {
  readonly seat: string
  present: Present
}

/** The record of a sitting as a file says it; undefined where nothing is recorded. */
export function sittingOnFile(seats: readonly Seat[], log: readonly Recorded[]): SittingOnFile | undefined {
  const happened = inOrder(standing(log))
  if (happened.length === 0) return undefined
  const all = <Kind extends Happening['kind']>(kind: Kind) => happened.flatMap(({ what, item }) => (what.kind === kind ? { ...(what as Extract<Happening, { kind: Kind }>), item } : []))
  const holder = (key: string) => seats.find((seat) => seat.key === key)?.membership.person
  const stayed = stays(happened)
  const chair = all('chairs').at(-1)
  const education = new Map(all('education').map(({ item, isSo }) => [item, isSo]))
  return {
    attendance: {
      ...given('opened', all('opens').at(-1)?.at),
      ...given('closed', all('closes').at(-1)?.at),
      ...given('chair', chair && holder(chair.seat)),
      present: seats.flatMap(({ key, membership: { person } }) => (person === undefined ? [] : stayed.filter(({ seat }) => seat === key).map(({ present }) => ({ ...present, member: person })))),
      apologies: [...new Set(all('apologises').flatMap(({ seat }) => holder(seat) ?? []))],
      inAttendance: all('attends').map(({ name, role }) => ({ name, role })),
      educationMatters: [...education].flatMap(([item, isSo]) => (isSo ? item : [])).toSorted((one, other) => one - other),
    },
    declarations: all('declares').map(({ declaration }) => declaration),
    whips: all('whips').map(({ whip }) => whip),
  }
}

/** Each stay in a seat: a substitute who takes over from a member begins one of their own. */
function stays(happened: readonly Recorded[]): Stay[] {
  const first = firstItem(happened)
  const found: Stay[] = []
  for (const { item, what } of happened) {
    if (what.kind === 'arrives') found.push({ seat: what.seat, present: arrival(what, item <= first ? 0 : item) })
    if (what.kind !== 'leaves' && what.kind !== 'returns') continue
    const stay = found.findLast(({ seat }) => seat === what.seat)
    if (stay === undefined) continue
    const isOut = stay.present.out.at(-1) !== undefined && stay.present.out.at(-1)?.until === undefined
    if (what.kind === 'leaves' && !isOut) stay.present = { ...stay.present, out: [...stay.present.out, { from: item, forInterest: what.forInterest }] }
    if (what.kind === 'returns' && isOut) stay.present = { ...stay.present, out: stay.present.out.map((absence, index, all) => (index === all.length - 1 ? { ...absence, until: item } : absence)) }
  }
  return found
}

function arrival({ person, asSubstitute, remotely }: Extract<Happening, { kind: 'arrives' }>, item: number): Present {
  return { member: '', ...(asSubstitute ? { substitute: person } : {}), remote: remotely, ...(item === 0 ? {} : { arrived: item }), out: [] }
}
