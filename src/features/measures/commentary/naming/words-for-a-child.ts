/** Words for one child, as a pattern. */
export const child = 'child|girl|boy|baby|infant|toddler|pupil|student|learner|teenager|adolescent|youngster|youth|schoolgirl|schoolboy|schoolchild|young person|young woman|young man|young girl|young boy|care leaver|newborn'

/** A child, by whose it is. */
export const kin = 'sister|brother|sibling|twin|daughter|son|granddaughter|grandson|grandchild|stepson|stepdaughter|niece|nephew'

export const severalChildren = 'children|girls|boys|babies|infants|toddlers|pupils|students|teenagers|youngsters|young people|sisters|brothers|siblings|twins|triplets|daughters|sons|nieces|nephews|care leavers'

/** An age at which somebody is, or was lately, a child. */
export const age = String.raw`\d|1\d|2[0-5]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen`
