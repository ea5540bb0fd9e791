import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const known = ['Worcestershire', 'England', 'West Midlands', 'Wyre Forest', 'Malvern Hills', 'Redditch', 'Wychavon', 'Worcester', 'Bromsgrove', 'Worcestershire Children First', 'Children and Families Overview and Scrutiny Panel']

/** What commentaries and papers of a council say, by what has the capitals. */
const prose: Readonly<Record<string, readonly string[]>> = {
  'people in office': [
    'Councillor Jane Smith asked how long families wait.', 'Cllr Emma Brown and Cllr Tom Jones asked for more.', 'The Cabinet Member, Councillor Andrew Price, waited for the figures.', 'Dr Sarah Price is the designated doctor.',
    'The Chair thanked Mrs Helen Cole for her service.', 'Mr Jones is the independent reviewer.', 'Councillor Karen Mayhew chairs the panel.', 'Tom Webb MP asked about taxis.',
    'Emma Grant, Cabinet Member for Schools, agreed the money.', 'Helen Price, the Director of Children’s Services, agreed.', 'Peter Stone, Chief Executive, signed this off.', 'The Rt Hon David Marsh wrote to councils.',
    'Dame Rachel Stone asked for data.', 'The Children’s Commissioner, Anna Long, waited for a reply.', 'Sarah Lamb’s audit named the same fault.', 'The Joe Harper review asked for earlier help.',
    'The Ryan Lowe campaign brought more meals.', 'Chief Inspector Emma Dale said so.', 'The Secretary of State, Adam Cole, closed schools.', 'Her Honour Judge Rachel Stone asked for speed.',
    'Independent Chair David Benson waited for reports.', 'Thanks go to Councillors Lucy Hart and Emma Lowe.', 'Helen Cole resigned as Director.', 'Charlie Marsh advised ministers.',
    'Oliver Dale training was given to all staff.', 'Lord Stone asked for one record.',
  ],
  'laws, guidance, programmes and systems': [
    'Working Together was revised in 2018.', 'Family Hubs opened in Kidderminster and Malvern.', 'Supporting Families has had more referrals.', 'Early Help waited for a new system.',
    'Operation Encompass has reached every school.', 'The Herbert Protocol was shared with schools.', 'The Children Act 1989 says that every child has a right to be heard.', 'The Schools Bill was dropped, and the Children and Social Work Act 2017 stands.',
    'Clare’s Law was used more.', 'Liquidlogic was moved to the new server.', 'Capita One has no field for it.', 'Unaccompanied Asylum Seeking Children came by the National Transfer Scheme.',
    'Homes for Ukraine brought families to Malvern.', 'Level 3 has been reached by most.', 'Section 47 enquiries, 9 of them late, rose.', 'Signs of Safety has helped.',
    'Team Around the Family waited for consent.', 'Virtual School has had more referrals.', 'Get Safe needs a new lead.', 'Pause has a waiting list.',
    'Kooth was used more.', 'Prince’s Trust courses began again.', 'Duke of Edinburgh awards rose.', 'Black History Month brought more visits.',
    'Oak National Academy lessons were used.', 'Google Classroom was used by all.', 'Microsoft Teams was down for a day.', 'Liberi and Mosaic do not agree.',
    'The Jack Petchey awards went to six young people.', 'Martha’s Rule came in.', 'Natasha’s Law came in October.', 'Free School Meals pupils were 9 points behind.',
    'Leo is our new case system.', 'Gillick competence was explained.', 'Section 20, Section 31 and Part 4 were used.', 'Re W, Re B-S and Re D were applied.',
    'A v B was decided in June.', 'Reach4Wellbeing waited for referrals.', 'Chathealth was widened.', 'Kooth, Qwell and Togetherall are free.',
    'Stay Safe and Be Healthy are outcomes of Every Child Matters.', 'Every Child Matters has gone.', 'Think Family needed a new plan.', 'The Keeping Children Safe in Education guidance changed.',
    'Prevent referrals came from Kidderminster.', 'Free childcare reached Year 1 in Autumn.', 'Level Two was met by 12.', 'Tier 4 beds were lost.',
    'Ella’s Law was passed.',
  ],
  bodies: [
    'Ofsted found that help came early.', 'Grant Thornton has audited the return.', 'Barnardo’s lost its contract.', 'Home Start waited for a grant.',
    'Young Carers waited for a first visit.', 'West Mercia Police has waited for guidance.', 'Herefordshire and Worcestershire Health and Care Trust needs more therapists.', 'Mott MacDonald is the adviser.',
    'Action for Children has no vacancies.', 'Grant Thornton waited for the working papers.', 'Mott MacDonald was late with the survey.', 'Place Partnership has no plan for it.',
    'Babcock Prime left in 2021.', 'Ofsted and the Care Quality Commission visited in March.', 'The Department for Education waited until June.', 'Worcestershire Parent and Carer Forum has waited for the report.',
    'SENDIASS needs a new database.', 'Thomas Coram researched this in 2019.', 'The Anna Freud Centre trained our staff.', 'The Sutton Trust found the same.',
    'Marie Curie and St Richard’s Hospice gave advice.', 'The Arthur Terry Learning Partnership runs it.', 'The Lucy Faithfull Foundation trained carers.', 'The Willow Centre in Redditch has room.',
    'Jubilee Centre in Bromsgrove is without a manager.', 'The Frank Bruno Foundation came to Malvern.', 'National Citizen Service lost its funding.', 'Isabel Hospice gave its rooms.',
    'Holly Trust needs carers.', 'Continu Plus left the list of providers.', 'Cafcass needs longer than before.', 'Hereford and Worcester Fire Service has helped.',
    'Stonham needs new staff.', 'St Basils left in March.', 'Maggs Day Centre helped.', 'NYAS and Coram Voice speak for children.',
    'Onside lost its contract.', 'Rights and Participation has no vacancies.', 'CAMHS is without a consultant.', 'Wye Valley Trust waited.',
    'Public Health Nursing is still short of staff.', 'Starting Well lost two nurses.', 'Homestart South Worcestershire needs volunteers.',
  ],
  schools: [
    'Hanley Castle is full in Year 7.', 'Christopher Whitehead Language College has places in Year 7.', 'More went to King Charles and to Baxter College.', 'Children at Christopher Whitehead waited least.',
    'Bishop Perowne College has room.', 'Two schools, Tudor Grange and Nunnery Wood, are full.', 'Prince Henry’s High School has a waiting list.', 'St John’s has no room.',
    'Holly Lodge was opened in May.', 'Elgar House is closed.', 'Pershore High School has no spare place in Year 9.', 'The Chase in Malvern has a sixth form.',
    'Hallow Primary lost its deputy in May.', 'Dyson Perrins lost its sixth form.', 'Tudor Grange needs a bigger hall.', 'Fort Royal is without a hydrotherapy pool.',
    'Perry Wood has no nursery.', 'Vale of Evesham School was full.', 'Omicron closed classes in January.', 'Victoria House was closed.',
    'St George’s waited for a new head.', 'Ruby, Emerald and Jade classes went home.', 'Newbridge Short Stay School lost a teacher.', 'The Beacon School waited for its letter.',
    'Aspire Academy has no places.', 'Perryfields was placed in special measures.', 'Regency High School waits for its sixth form.', 'Pitmaston lost two teachers.',
    'Northwick Manor was oversubscribed.', 'Blessed Edward Oldcorne is oversubscribed.', 'Bishop Walsh moved to three forms.', 'King Edward VI gave us rooms.',
    'Bromsgrove School was not counted.',
  ],
  'children and families of many': [
    'A Roma family centre in Evesham has closed.', 'The Afghan children in Worcestershire have places.', 'The Ukrainian children came in May.', 'The Reception children have places.',
    'A Reception child in Worcestershire has a place.', 'Every Polish child in England has a right to a place.', 'The Evesham children have a new hub.', 'One family in four waited more than a year.',
    'One family of schools in Redditch shares a nurse.', 'A family of four in Worcestershire gets the same.', 'Black, Asian and Mixed pupils waited as long as others.', 'Gypsy, Roma and Traveller children waited longer.',
    'White British boys were excluded most.',
  ],
  'places, times and numbers': [
    'Malvern Link waited for its new hub.', 'Upton Snodsbury waited longest for a place.', 'Droitwich Spa has no special school.', 'Tenbury Wells lost its nursery in May.',
    'Wyre Forest waited longer than Redditch.', 'Evesham and Pershore waited longest.', 'Bewdley is still without a hub.', 'Storm Dennis closed schools in Bewdley.',
    'In March and April schools were closed.', 'Since September more have waited.', 'May was the busiest month.', 'On Monday Cabinet was told.',
    'Amber was given since the target was missed.', 'Amber is 90 to 95 per cent, Green is above.', 'Green was given in Redditch.', 'Hope House is full.',
    'Summer was quiet.', 'Grace periods were agreed.', 'Mark schemes were late.', 'The Alexandra Hospital has more births.',
    'Black Country partners waited too.', 'Birmingham, Coventry and Solihull have moved to one agency.', 'Stoke-on-Trent is 12th, Telford and Wrekin 9th.', 'Redditch is 9 points above Worcester.',
    'The U.K. has no such figure.', 'The N.H.S. waited for the list.', 'P.E. is taught by all.', 'U.S. is spelt so.',
    'Key Stage 2 is still without results.', 'Year 6 is 10 or 11.', 'In Year 9, 12 left.', 'North Worcestershire needs carers.',
    'South Worcestershire Development Plan is still a draft.', 'Stourport has waited longest for its nursery.', 'Kidderminster needs a new special school.', 'Rose Hill has moved to a new site.',
    'Storm Christoph closed four schools.', 'Great Malvern waited for its library.', 'North Piddle and Wyre Piddle have no bus.', 'Abberley, Clent and Hagley waited longest.',
    'Broadway has no health visitor.', 'Lickey End needs a crossing.', 'Charford is the poorest ward and has no hub.', 'Winyates and Woodrow need somewhere to meet.',
    'Ronkswood waited two years.', 'Good Level of Development is 70 per cent.', 'Elective Home Education is 12 per cent up.', 'Alexandra Hospital moved its births to Worcester.',
    'Malvern Link moved to its new hub.', 'Droitwich Spa moved to two tiers.', 'Barnards Green was excluded from the survey.', 'Martley and Tenbury left the partnership.',
    'Hartlebury Castle was closed.', 'Wolverley needs a bigger school.', 'Her Majesty was mourned by schools.', 'Spring Term saw more.',
    'Good or Outstanding is 88 per cent.', 'Quarter 3 is 12 below.', 'Band B waited longest.', 'Priority One is still without a lead.',
    'Group A waited longer than Group B.', 'Team 3 lost two workers.', 'Locality North waited longest.', 'Evesham Team has no manager.',
    'Safeguarding Team East needs two more workers.',
  ],
}

for (const [what, texts] of Object.entries(prose))
  test(`ordinary prose about ${what} names no child`, () => {
    for (const text of texts) assert.deepEqual(childrenNamedIn(text, known), [], text)
  })
