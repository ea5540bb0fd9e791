import type { LocalDate } from '#core/dates.ts'
import { namedMembers } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'

/** The names that a browser offers where a member is typed; once on a page. */
export const membersListId = 'members-known'

/** Who sits on a body now or is to, by name. */
export async function namesOfMembers(reader: Reader, today: LocalDate): Promise<readonly string[]> {
  return (await namedMembers(reader, today)).map(({ name }) => name)
}

export function offeredMembers(names: readonly string[]): Html {
  return html`<datalist id="${membersListId}">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`
}
