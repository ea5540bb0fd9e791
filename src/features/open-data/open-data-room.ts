import type { Room } from '#access/room.ts'
import type { MeetingsApp } from '#features/meetings'

/** A room of this feature: what it brings to the doors. */
export type OpenDataRoom = Room<MeetingsApp>
