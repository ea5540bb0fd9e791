/** What may be done with scrutiny's work and the executive's plans beyond reading what is published. */
export type ScrutinyVerb =
  /** Keep the work programme of a body: add, place, score, take out. */
  | 'programme.edit'
  /** Propose an issue for a programme. */
  | 'programme.propose'
  | 'programme.see'
  /** Let entries follow their meetings, and put what is due on the open agendas. */
  | 'programme.settle'
  | 'programme.import'
  | 'programme.export'
  /** Keep the forward plan, its notices and the statements of decisions. */
  | 'forward-plan.edit'
  | 'forward-plan.see'
  | 'forward-plan.import'
  | 'forward-plan.export'
  /** Agree that a decision is urgent, as chair. */
  | 'forward-plan.agree-urgency'
  /** Call a decision in, as a member. */
  | 'decisions.call-in'
  /** Receive call-ins, and record what became of them. */
  | 'decisions.keep'
  /** Put what was called in or referred on the next agenda, once one is planned. */
  | 'decisions.place'
  | 'groups.edit'
  | 'groups.see'
  /** Write what one did as lead member. */
  | 'groups.tell'
  /** Bring reports, updates and exceptions to agendas, and publish what belongs to agendas that are published. */
  | 'groups.publish'
  | 'groups.import'
  | 'groups.export'
  /** Flag something of a quarter to the board above. */
  | 'exceptions.report'
  | 'exceptions.see'
  /** Subscribe to news without an account. */
  | 'alerts.subscribe'
  | 'alerts.send'
