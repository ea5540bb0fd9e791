import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse } from '#core/outcome.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, pageOfArray, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { bodyNames } from '#features/bodies'
import { meetingAddress, type TimeOnAgenda } from '#features/meetings'
import { entryShape, programmeShape, type Entry, type ProgrammeYear } from '../model/work-programme.ts'
import { meetingsOfActs } from '../deeds/day-of-act.ts'
import { agreementState, agreementStates } from '../rules/agreement.ts'
import { itemsOf, meetingOf, reportedBefore, reportsOf } from '../rules/reports-of-entry.ts'
import { publicProgramme, publicProgrammes, type ProgrammeInList, type ProgrammeKey } from '../store/read-programmes.ts'
import { programmeAddress, programmeView, turnsOfStanding, type ProgrammeView } from './programme-view.ts'

const programmeRecord = programmeShape
  .omit({ entries: true, public: true })
  .extend({
    programme: z.string().describe('What the programme is called in addresses: the address word of the body, a full stop, the year.'),
    bodyName: z.string(),
    agreement: z.enum(agreementStates).describe('Whether the parent body has agreed it by today: agreed where the record has that meeting as held; not-shown where the day has passed and it does not; not-stated where the programme’s year is over and it says nothing of it.'),
    entries: z.int().describe('How many entries stand in it.'),
    page: z.url().describe('The programme as a page for people.'),
  })
  .meta({ id: 'WorkProgramme' })

const item = z.object({ body: z.string(), bodyName: z.string(), date: day, item: z.int(), title: z.string(), isNotTaken: z.literal(true).optional().describe('By the minutes of the meeting it was not taken there.'), page: z.url() })

const entryRecord = z
  .object({
    entry: entryShape.describe('As it stands, after what became of its meeting.'),
    lastReported: z.array(item).describe('Before its own meeting, from published agendas, without what was not taken: of this body the newest first, then of others.'),
    onAgenda: z.array(item).describe('Its items on the published agendas of the meetings at which it comes.'),
    comesOn: z.array(day).describe('Its meeting; of a standing item the meetings of the year at which it comes by itself.'),
    comesAtNone: z.string().optional().describe('Why a standing item comes at no meeting of the year.'),
    page: z.url().describe('The entry in the page for people.'),
  })
  .meta({ id: 'WorkProgrammeEntry' })

const inAddress = z.object({ programme: z.string().describe('As the list of programmes gives it') })
const noProgramme = refuse('not-found', 'No work programme of this body and year is published. /api/v1/work-programmes lists them.')

/** `/api/v1/work-programmes`, each of them, and its entries. */
export const programmeApi: readonly ApiResource[] = [
  apiList({
    path: '/work-programmes',
    summary: 'Work programmes of scrutiny, the newest year first',
    tag: 'Work programmes',
    query: z.object({ body: z.string().optional().describe('Of this body'), year: z.string().regex(/^\d{4}(-\d{2})?$/, 'Give the year as 2023-24 or 2022').optional() }),
    response: programmeRecord,
    answer: async ({ read, query, origin, today }, page) => {
      const after = page.after === undefined ? undefined : placeOf(page.after)
      if (page.after !== undefined && after === undefined) return strangeCursor
      const names = await bodyNames(read)
      // A slip in a name is not read as "there are none".
      if (query.body !== undefined && !names.has(query.body)) return refuse('invalid', 'No body has this address word.', [{ field: 'body', found: query.body.slice(0, 100), message: 'Give the address word of a body, as /api/v1/bodies lists them' }])
      const found = await publicProgrammes(read, { ...query, after, limit: page.limit + 1 })
      const shown = found.slice(0, page.limit)
      const last = shown.at(-1)?.head
      const meetingOfAct = await meetingsOfActs(read, shown.map(({ head }) => head))
      const items = shown.map((one) => forPrograms(one, { names, meetingOfAct, origin, today }))
      return ok({ items, ...(found.length > page.limit && last !== undefined ? { next: wordOf(last) } : {}) })
    },
  }),
  apiRecord({
    path: '/work-programmes/{programme}',
    summary: 'One work programme: its year, what it turns on, who leads and who agreed it',
    tag: 'Work programmes',
    params: inAddress,
    response: programmeRecord,
    answer: async ({ read, params, origin, today }) => {
      const place = placeOf(params.programme)
      const [found] = place === undefined ? [] : await publicProgrammes(read, { ...place, limit: 1 })
      if (found === undefined) return noProgramme
      return ok(forPrograms(found, { names: await bodyNames(read), meetingOfAct: await meetingsOfActs(read, [found.head]), origin, today }))
    },
  }),
  apiList({
    path: '/work-programmes/{programme}/entries',
    summary: 'The entries of a work programme in their order, with when each was last reported',
    tag: 'Work programmes',
    params: inAddress,
    query: z.object({
      kind: z.enum(['dated', 'possible', 'standing']).optional(),
      subject: z.string().optional().describe('About this matter'),
      meeting: day.optional().describe('That come at the meeting of this day, standing items whose turn it is among them'),
      takenOut: z.enum(['yes', 'no']).optional().describe('Only those that were taken out, or only those that stand'),
    }),
    response: entryRecord,
    answer: async ({ read, params, query, origin, today }, page) => {
      const place = placeOf(params.programme)
      const { programme } = place === undefined ? {} : await publicProgramme(read, place.body, place.year)
      if (programme === undefined) return noProgramme
      const view = await programmeView(read, programme, today)
      const { kind, subject, meeting, takenOut } = query
      const asked = view.programme.entries
        .filter((entry) => (kind ?? entry.kind) === entry.kind && (subject ?? entry.subject) === entry.subject && (takenOut ?? said(entry)) === said(entry))
        .filter((entry) => meeting === undefined || comesOn(entry, view).includes(meeting))
      const part = pageOfArray(asked, page, ({ slug }) => slug)
      return part.ok ? ok({ ...part.value, items: part.value.items.map((entry) => entryForPrograms(entry, view, origin)) }) : part
    },
  }),
]

function wordOf({ body, year }: ProgrammeKey): string {
  return `${body}.${year}`
}

function placeOf(text: string): ProgrammeKey | undefined {
  const found = /^([a-z0-9-]{1,200})\.(\d{4}(?:-\d{2})?)$/.exec(text) ?? undefined
  return found === undefined ? undefined : { body: found[1] ?? '', year: (found[2] ?? '') as ProgrammeYear }
}

function forPrograms({ head, entries }: ProgrammeInList, { names, meetingOfAct, origin, today }: Pick<ProgrammeView, 'names' | 'meetingOfAct' | 'today'> & { readonly origin: string }): z.input<typeof programmeRecord> {
  const { public: _public, ...said } = head
  return { ...said, programme: wordOf(head), bodyName: names.get(head.body) ?? head.body, agreement: agreementState(head, meetingOfAct, today), entries, page: `${origin}${programmeAddress(head.body, { year: head.year })}` }
}

function said({ takenOut }: Entry): 'yes' | 'no' {
  return takenOut === undefined ? 'no' : 'yes'
}

function comesOn(entry: Entry, view: ProgrammeView): readonly ProgrammeView['today'][] {
  if (entry.takenOut !== undefined) return []
  if (entry.kind === 'standing') return turnsOfStanding(entry, view).days
  const meeting = meetingOf(entry)
  return meeting === undefined ? [] : [meeting]
}

function entryForPrograms(entry: Entry, view: ProgrammeView, origin: string): z.input<typeof entryRecord> {
  const { programme, times, today } = view
  const { body, year } = programme
  const items = (found: readonly TimeOnAgenda[]) => found.map(({ subject: _subject, ...time }) => ({ ...time, page: `${origin}${meetingAddress(time)}/items/${time.item}` }))
  return {
    entry,
    lastReported: items(reportsOf(entry, times, { body, before: reportedBefore(entry, programme, today) }).recorded),
    onAgenda: items(comesOn(entry, view).flatMap((meeting) => itemsOf(entry, times, body, meeting))),
    comesOn: [...comesOn(entry, view)],
    ...given('comesAtNone', entry.kind === 'standing' && entry.takenOut === undefined ? turnsOfStanding(entry, view).none : undefined),
    page: `${origin}${programmeAddress(body, { year })}#entry-${entry.slug}`,
  }
}
