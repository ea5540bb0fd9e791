/** Words that say that a number became less or more, as alternatives of an expression. */
export const fell = 'fell|falls|fallen|dropped|drops|down|decreased|reduced|cut|shrank|declined'
export const rose = 'rose|risen|rises|grew|grown|up|increased|climbed'
