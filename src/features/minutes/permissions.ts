/** What may be done at and after a meeting beyond reading what is published. */
export type MinutesVerb =
  /** Record who is there, in and out by item, declarations and the whip; take the minutes. */
  | 'minutes.take'
  /** Read the record of a meeting before its minutes are published. */
  | 'minutes.see'
  /** Circulate minutes, correct them before they are confirmed, record that they are confirmed and signed. */
  | 'minutes.publish'
  /** Declare one's own interest in an item, before or at the meeting. */
  | 'declarations.make'
  | 'minutes.import'
  | 'minutes.export'
  /** Keep actions and recommendations: serve, close with evidence, withdraw. */
  | 'actions.keep'
  /** Answer what one was asked: respond, report progress, give evidence. */
  | 'actions.answer'
  | 'actions.see'
  | 'actions.import'
  | 'actions.export'
  /** Ask, as a member of a scrutiny body, for a document of the executive; put a question to an item or a figure. */
  | 'requests.make'
  | 'requests.answer'
  /** Enter an answer that the executive sent on an earlier day, with the day on which it was received. */
  | 'requests.receive'
  | 'requests.see'
  /** Write to the officers that an answer is due; what the product does by itself. */
  | 'requests.remind'
  | 'requests.import'
  | 'requests.export'
  | 'questions.ask'
  /** Take a member’s question as put, with who answers it and by when, or say why it is not. */
  | 'questions.put'
  | 'questions.answer'
  | 'questions.see'
  /** Write to whoever is to answer, and put what is not answered on the next agenda; what the product does by itself. */
  | 'questions.remind'
  | 'questions.import'
  | 'questions.export'
