import { intervalCommand } from './interval-command.ts'
import { judgeCommand } from './judge-command.ts'
import { protectCommand } from './protect-command.ts'

/** What an analyst can ask of a file, without the site. */
export const measuresCommands = [judgeCommand, intervalCommand, protectCommand]
