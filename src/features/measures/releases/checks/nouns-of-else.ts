const places = 'schools?|academ(?:y|ies)|nurser(?:y|ies)|colleges?|hubs?|(?:contact )?centres?|clinics?|hospitals?|councils?|districts?|towns?|villages?|wards|localit(?:y|ies)|agenc(?:y|ies)|providers?|charit(?:y|ies)|partners?|partnerships?|organisations?|boards?|committees?|panels?|teams?|services?|departments?|offices?|buildings?|librar(?:y|ies)|areas?'
const adults = 'councillors?|officers?|managers?|workers?|practitioners?|teachers?|headteachers?|doctors?|nurses?|psychologists?|therapists?|inspectors?|auditors?|staff|employees?|volunteers?|mentors?|governors?|solicitors?|judges?|consultants?|advisers?|directors?|foster carers?|members of (?:staff|the (?:team|board|panel|council|public|committee))|(?:team|board|panel|council|staff|committee) members?'
const work = 'vacanc(?:y|ies)|posts?|roles?|jobs?|contracts?|grants?|projects?|programmes?|pilots?|workshops?|meetings?|events?|campaigns?|surveys?|audits?|inspections?|courses?|(?:training|drop-in) sessions?'
const thoughts = 'reasons?|factors?|causes?|themes?|lessons?|recommendations?|actions?|priorities|improvements?|options?|questions?|aims?|objectives?|goals?|principles?|phases?|stages?|steps?|strands?|pillars?|duties'
const things = 'vans?|minibuses|computers?|laptops?|systems?'
const amounts = 'times|occasions|nights?|evenings?|mornings?|weekends?|decades?|hundred|thousand|million|billion|pounds|thirds|fifths|sixths|tenths'

/** Nouns that are plainly no child, and of which none stands for one child each: of a place, a visit, a plan, a referral or a home one does, and a family or a parent has one. */
export const nouns = [places, adults, work, thoughts, things, amounts].join('|')

/** What may stand between a number and its noun; a verb never does. */
export const kinds = [
  'more|fewer|less|extra|further|additional|new|newly|other|different|local|small|large|big|main|key|separate|joint|current|former|existing|neighbouring|nearby|weekly|monthly',
  'rural|urban|regional|national|public|private|independent|voluntary|community|parish|town|county|district|borough|city',
  'full-time|part-time|permanent|temporary|agency|experienced|qualified|senior|junior|specialist|trained|unfilled|vacant',
  'safeguarding|statutory|strategic|multi-agency|delivery|lead|voluntary sector|social|family|youth|mental|health|care|child|children[’\']s|protection|early help|support|inclusion|council|police|housing|fostering|adoption|placement|assessment|duty|outreach|training|team|staff|management|recruitment',
  'primary|secondary|special|nursery|infant|high|first|middle|school|education',
].join('|')

/** Children, and what has or stands for one. */
export const people = 'child|children|girls?|boys?|bab(?:y|ies)|infants?|toddlers?|teenagers?|pupils?|students?|siblings?|famil(?:y|ies)|young (?:people|person|wom[ae]n|m[ae]n)|cases?|care leavers?|kids?|users?|patients?'
