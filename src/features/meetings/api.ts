import type { ApiResource } from '#platform/http/api.ts'
import { publicApi } from './public/api.ts'
import { speakingApi } from './speaking/response/api.ts'

/** What programs may read of meetings. */
export const meetingsApi: readonly ApiResource[] = [...publicApi, ...speakingApi]
