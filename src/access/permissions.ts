/** What can be done here; `entry/roles.ts` says who may. */
export type AccessVerb =
  | 'access.sign-in'
  | 'access.sign-out'
  | 'access.accept-invitation'
  | 'access.change-password'
  | 'accounts.add'
  | 'accounts.disable'
  | 'accounts.list'
  | 'audit.verify'
