export { memberRegister } from './register/interest.ts'
