import type { InterestsApp } from './interests-app.ts'
import type { InterestsRoom } from './interests-room.ts'
import { register } from './register/register.ts'

export type { InterestsVerb } from './permissions.ts'
export { noteDisclosure } from './register/note-disclosure.ts'
export { addressOfMember } from './register/public/member-page.ts'
export { dispensationsOn, touchedInterests, type TouchedItem } from './register/touching/touched-interests.ts'

/** What this feature brings to the doors. */
export const interestsRooms: readonly InterestsRoom<InterestsApp>[] = [register]
