/** So many clear working days before its meeting an agenda is open to inspection: Local Government Act 1972 s100B(3) with SI 2002/715. */
export const clearDaysAsked = 5
