/** What tests of other folders need of this feature. */
export { documentRequestEntry } from './requests/request-file.ts'
export { actionEntry } from './actions/import/action-file.ts'
export { questionEntry } from './questions/question-file.ts'
export { minutesEntry } from './taking/import/minutes-file.ts'
