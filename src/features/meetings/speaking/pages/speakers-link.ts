import type { Context } from '#access/act.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingIdOn } from '../../work/read-work.ts'
import { seesSpeakers } from '../chaired-bodies.ts'
import { speakersAddress } from './words.ts'

/** The way from a meeting to who speaks at it, for its officers and its chair; nothing for anybody else. */
export async function speakersLink(reader: Reader, context: Context, { body, date }: { readonly body: string; readonly date: LocalDate }): Promise<Html | undefined> {
  const id = (await seesSpeakers(reader, context, body)) ? await meetingIdOn(reader, body, date) : undefined
  return id === undefined ? undefined : html`<p class="govuk-body">${link(speakersAddress(id), 'Public speakers at this meeting')}</p>`
}
