import type { MachineResource } from '#access/machines/machine-resource.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { draftAgendaResource } from './draft-agenda.ts'
import { meetingsListResource } from './meetings-list.ts'
import { ownPackResource } from './own-pack.ts'
import { planResource } from './plan-year.ts'
import { publicationResource, publishResource } from './publish.ts'
import { speakersResource } from './speakers.ts'

/** What programs with a key may ask of meetings and do with them, in the order of the work. */
export const meetingsMachines: readonly MachineResource<MeetingsApp>[] = [
  meetingsListResource,
  planResource,
  draftAgendaResource,
  publishResource,
  publicationResource,
  speakersResource,
  ownPackResource,
]
