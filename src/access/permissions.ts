/** What can be done here; `entry/roles.ts` says who may. */
export type AccessVerb =
  | 'access.sign-in'
  | 'access.sign-out'
  /** Come in as a program, by a key. */
  | 'access.use-key'
  | 'access.accept-invitation'
  | 'access.change-password'
  | 'accounts.add'
  | 'accounts.invite'
  | 'accounts.change-roles'
  | 'accounts.disable'
  | 'accounts.list'
  | 'accounts.add-key'
  | 'accounts.list-keys'
  | 'accounts.revoke-key'
  | 'audit.verify'
