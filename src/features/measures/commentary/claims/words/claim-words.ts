import { besideOthers } from './beside-others.ts'
import type { ClaimWords } from './form.ts'
import { ofExtremes } from './of-extremes.ts'
import { ofManyAndFew } from './of-many-and-few.ts'
import { ofPraise } from './of-praise.ts'
import { ofTarget } from './of-target.ts'
import { overTime } from './over-time.ts'
import { toCome } from './to-come.ts'

/** The claims that need nothing beside them, the more particular first. */
export const claimWords: readonly ClaimWords[] = [...ofTarget, ...toCome, ...overTime, ...ofExtremes, ...ofPraise, ...ofManyAndFew, ...besideOthers]
