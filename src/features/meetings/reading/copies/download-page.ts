import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import { meetingAddress, packAddress, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import type { CopyAsked } from './build-copy.ts'
import { noDocument, ownDocument } from './own-document.ts'

/** `/staff/packs/{body}/{date}/pack.pdf`: the reader's own copy where there is an exempt part for them, else the public pack. */
export const packDownload: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/pack.pdf',
  show: async (request, app) => {
    const address = meetingAddress(request)
    return address.ok ? download(request, app, address.value) : { kind: 'refused', refusal: address.refusal }
  },
}

/** `/staff/packs/{body}/{date}/supplements/{number}`: the same of a supplement. */
export const supplementDownload: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/supplements/:number',
  show: async (request, app) => {
    const address = meetingAddress(request)
    const { number = '' } = request.params
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    if (!/^[1-9]\d{0,3}$/.test(number)) return { kind: 'refused', refusal: noDocument.refusal }
    return download(request, app, { ...address.value, supplement: Number(number) })
  },
}

async function download(request: StaffRequest, app: MeetingsApp, asked: CopyAsked): Promise<StaffAnswer> {
  const found = await ownDocument({ ...request.context, actor: request.session.actor }, app, asked)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  return found.value.state === 'here' ? { kind: 'file', ...found.value.file } : beingPrepared(asked, found.value.pack)
}

function beingPrepared(asked: CopyAsked, { meeting }: OpenPack): StaffAnswer {
  const own = packAddress(asked)
  const version = asked.version === undefined ? '' : `?version=${asked.version}`
  const here = `${own}/${asked.supplement === undefined ? 'pack.pdf' : `supplements/${asked.supplement}`}${version}`
  return {
    kind: 'page',
    title: 'Your copy is being prepared',
    crumbs: crumbsOf(asked, `${meeting.bodyName}, ${whenInWords(meeting)}`),
    body: html`<p class="govuk-body-l">A long pack takes up to a minute. It bears your name on each page, so it is made for you.</p>
<p class="govuk-body" data-look-again>${link(here, 'Look again')}</p>
<p class="govuk-body">Meanwhile you can ${link(`${own}/read${version}`, 'read the papers here')}.</p>`,
  }
}

function crumbsOf(asked: MeetingAddress, text: string) {
  return [
    { text: 'My packs', href: '/staff/packs' },
    { text, href: packAddress(asked) },
  ]
}
