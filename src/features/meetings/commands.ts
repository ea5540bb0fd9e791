import type { Command } from '#platform/command/command.ts'
import type { MeetingsApp } from './meetings-app.ts'
import { packCommand } from './pack/pack-command.ts'
import { planCommand } from './planner/plan-command.ts'
import { publishCommand, readyCommand } from './publishing/commands.ts'
import { speakersCommand } from './speaking/speakers-command.ts'

/** The commands of this feature, in the order of the work. */
export const meetingsCommands: readonly Command<MeetingsApp>[] = [planCommand, readyCommand, publishCommand, packCommand, speakersCommand]
