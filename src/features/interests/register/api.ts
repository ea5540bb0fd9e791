import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { apiList, apiRecord, pageOfArray, type ApiResource } from '#platform/http/api.ts'
import { editionsOf, publishedRegister, publishedRegisters } from './published-registers.ts'
import { shownRegister } from './shown-register.ts'

const withHistory = shownRegister
  .extend({ editions: z.array(z.strictObject({ edition: z.int(), publishedOn: z.string(), note: z.string() })).describe('Every edition of this register, the latest first.') })
  .meta({ id: 'InterestsOfMemberWithHistory' })

/** `/api/v1/interests` and `/api/v1/interests/{member}`: the register of members’ interests as it is published. */
export const interestsApi: readonly ApiResource[] = [
  apiList({
    path: '/interests',
    summary: 'The register of members’ interests, by member',
    description: 'Members of whom something was published. An interest whose details are withheld has no entry; `hasWithheld` says that there is one.',
    tag: 'Interests',
    response: shownRegister,
    answer: async ({ read }, page) => pageOfArray(await publishedRegisters(read), page, ({ member }) => member),
  }),
  apiRecord({
    path: '/interests/{member}',
    summary: 'What the register holds of one member, with its editions',
    tag: 'Interests',
    params: z.object({ member: z.string().describe('The member’s name as an address: cllr-isla-dunmore') }),
    response: withHistory,
    answer: async ({ read, params }) => {
      const register = await publishedRegister(read, params.member)
      if (register === undefined) return refuse('not-found', `Nothing is registered of a member called ${params.member}. /api/v1/interests lists those of whom something is.`)
      return ok({ ...register, editions: await editionsOf(read, params.member) })
    },
  }),
]
