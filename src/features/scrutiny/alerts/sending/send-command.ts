import { ok } from '#core/outcome.ts'
import type { MeetingsApp } from '#features/meetings'
import { command } from '#platform/command/command.ts'
import { bringExceptions } from '../../exceptions/bring-exceptions.ts'
import { bringUpdates } from '../../groups/updates/bring-updates.ts'
import { sendNews } from './send-news.ts'

/** `alerts send`: what happens by itself each hour, now. */
export const sendAlertsCommand = command({
  name: 'alerts send',
  summary: 'Publish what belongs to agendas that are published, and write to those who asked for news',
  description: 'It happens by itself each hour. Nobody gets more than one letter an hour, and nothing is told twice.',
  needs: 'application',
  run: async (_input, _io, app: MeetingsApp) => {
    const context = app.context()
    const updates = await bringUpdates(context, app)
    if (!updates.ok) return updates
    const exceptions = await bringExceptions(context, app)
    if (!exceptions.ok) return exceptions
    const news = await sendNews(context, app)
    if (!news.ok) return news
    const { letters } = news.value
    return ok({ text: letters === 0 ? 'Nobody is to be told of anything new.' : `${letters === 1 ? '1 letter waits' : `${letters} letters wait`} to be sent.`, json: { letters } })
  },
})
