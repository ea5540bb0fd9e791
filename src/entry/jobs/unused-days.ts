/** An account that nobody has used for three months is a door left open. */
export const unusedDays = 90
