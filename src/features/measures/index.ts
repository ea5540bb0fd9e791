export { measuresCommands } from './commands/measures-commands.ts'
