/** What can be done here; `entry/roles.ts` says who may. */
export type AccessVerb =
  | 'access.sign-in'
  | 'access.sign-out'
  | 'access.accept-invitation'
  | 'access.change-password'
  | 'accounts.add'
  | 'accounts.invite'
  | 'accounts.change-roles'
  | 'accounts.disable'
  | 'accounts.list'
  | 'audit.verify'
