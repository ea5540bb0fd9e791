/** "the Josh MacAlister review" */
export const thingAfter = /^(?:[’']s)?\s(?:[\p{Ll}-]+\s)?(?:books?|films?|reviews?|reports?|inquiry|enquiry|training|campaign|law|rule|judgment|audit|recommendations|awards?|prizes?|foundation|appeal|protocol|trust|charity)\b|^\s(?:school|college|academy|hospital|centre|clinic|house|road|estate|programme|project|scheme|service|team|ward)s?\b/u

const being = String.raw`(?:is|was|are|were|has\sbeen|had\sbeen)\s(?:(?:still|now|again|already|always|first|often|also|to\sbe)\s)*`

/** What is said of a school, a day or a building called after somebody, and not of a child: "was over capacity". */
export const asThingsDo = new RegExp(String.raw`^\s(?:${being}(?:(?:over|under|above|below|at|near)\s(?:its\s)?(?:full\s)?(?:capacity|numbers)|(?:over|under)(?:subscribed|filled)|full\b|closed|opened|reopened|rebuilt|extended|merged|renamed|federated|inspected|rated|judged|marked|celebrated|observed|commemorated|held\b|launched|published)|(?:has|had|have)\s(?:no\s|more\s|few\s|spare\s)?(?:places|room|rooms|pupils|vacancies)\b|(?:opened|closed)\s(?:in|on|its)\b|takes\s\d|admitted\s\d)`, 'u')

/** "Mary Jones Day" */
export const ofTheYear = /^(?:Day|Week|Month|Year|Night)$/u
