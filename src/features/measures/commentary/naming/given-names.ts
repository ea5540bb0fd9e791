/**
 * Common given names of children and young people of England and Wales, as facts from the Office for National Statistics, licensed under the Open Government Licence v3.0 (www.nationalarchives.gov.uk/doc/open-government-licence/version/3):
 * the hundred commonest of 1994 (*Baby names, England and Wales: top 100 baby names historical data*), those of 2018 (boys) and 2019 (girls) by the age of the mother (*Baby names in England and Wales*), and some that entered or left the hundred
 * between 2004 and 2014, as its bulletins of those years say. Those that are a colour of a rating, a season, a virtue, a place or an office as well ("Amber", "Summer", "Hope", "Lincoln", "Dean") are left out, so that few alarms are false.
 */
const given = `
aaliyah aaron abbie abigail ada adam aidan aiden aimee aisha alayna albert albie alex alexander alexandra alfie alfred alice amaya amelia amelie amy anastasia andrew anna annabelle annie anthony arabella archie aria ariana arlo arthur ashleigh ashton ava ayla
bailey beatrice bella ben benjamin beth bethan bethany billy blake bobby bonnie brandon brody caitlin caleb callum cameron carl carter catherine chantelle charles charlie charlotte chloe christopher claire clara cody connor conor courtney craig
daisy daniel danielle danny darcie darcy darren david declan delilah demi dexter dominic dylan edie edith edward eleanor eli elijah eliza elizabeth ella ellen elliot elliott ellie ellis elodie elsie emilia emily emma erin esmae esme ethan eva evan evelyn evie ewan ezra
fatima felicity felix finlay finley finn francesca frankie freddie frederick freya gabriel gabrielle gareth gemma george georgina grace gracie grayson hallie hannah harley harper harriet harrison harry harvey hayden hayley heather heidi helen henry hollie holly hudson hugo hunter
ibrahim imogen isaac isabel isabella isabelle isla isobel ivy jack jackson jacob jake james jamie jasmine jason jasper jaxon jaxson jay jayden jemma jennifer jenson jesse jessica joanna jodie joe joel joey john jonathan joseph josh joshua jude julia
kai karl kate katherine kathryn katie kayden kayleigh keira kelly kerry kevin kian kiera kieran kimberley kirsty kyle lacey lara laura lauren layla leah leanne lee leo leon leonardo levi lewis lexi liam lillie lilly lily lisa logan lola lottie louie louis louise luca lucas lucy luke luna lydia lyla
mabel maddison madison maisie marcus margot maria mark marnie martha martin maryam mason mathew matilda matthew max maximilian maya megan melissa mia michael mila millie milo mitchell mohammad mohammed molly muhammad mya myla nancy naomi natalie natasha nathan nathaniel nellie nevaeh niamh nicholas nicola nicole noah
oakley oliver olivia ollie orla oscar owen paige parker patrick paul penelope peter philip phoebe pippa poppy rachael rachel ralph rebecca rebekah reece reggie reuben rhiannon rhys richard riley robert robyn ronnie rory rosie ross rowan ruby rupert ryan sadie sam samantha samuel sara sarah scarlett scott sean sebastian seth shane shaun sian sienna simon skye skyla skylar sofia sonny sophia sophie stacey stanley stephanie stephen steven stuart
teddy thea theo theodore thomas tilly timothy tobias toby tom tommy toni tyler vinnie william yasmin yusuf zachary zak zara zoe
`

/** Short forms by which children are called, but those that are words as well ("Will", "Pat"). */
const short = `
abby abi aggie alec alf andy ann anne annie annabel bea becca becky bernie bob bobbie bo charley chris cindy dave davy deb debbie di dom eddie edwin ewa fran frank fred gabby gabe ginny greg hattie
issy izzy jen jenny jess jessie jim jimmy jo jodi johnny jon josie kat kate katy kenny kim kris lexie lil liv liz lizzie lou lu maddie maddy maggie martha marty matt mattie mel mick mickey mike mikey minnie mo nat nate ned nell nick nicky nikki
pete ricky rob robbie robin rosa roxy sharon sid stef steph steve stevie stu tam tammy tania tara tash ted terry tess tessa tilda tim timmy tina tracey tracy ty vicky vince viv wes zac zach zack
`

/** Names of children whose families have roots elsewhere: those lists of the hundred commonest have few of them. Names of places and words of English are left out. */
const fromElsewhere = `
aadam aanya aarav aarush abbas abdul abdullah abdulrahman abena abigael adebayo adeel adnan adwoa afia ahmad ahmed aidah aiza akash akua alejandro aleksander aleksandra ali alicja amal amara amaan amina aminah amir amira amirah ananya andrei aniya anika anjali antoni anya areeba arham arjun armaan aryan asif asma ayaan ayaz ayesha ayodele aysha azra
balazs bartosz beata bence bilal bogdan bronislaw camila catalin chidi chinedu chioma cristian cristina damian danuta dariusz deepak demetrius devi dhruv diego dilan diya dmytro dorota ekaterina elif emeka emre esra esther eszter faisal farah farhan farida fatimah fatoumata femi filip franciszek funmi
gergo giulia giuseppe grzegorz habiba hadiya hafsa hafsah haider halima hamza hanna hasan hassan hibah hussain hussein ibrahima idris iga ikra ilyas imaan iman imran inaaya inaya ioana ionut iqra irina isha ishaan ismail istvan ivan jagoda jakub jamal jaroslaw javier jeevan jibril joao jose juan junaid
kacper kamil kamran karim karolina katarzyna kavya keisha khadija khadijah khalid kiran kinga kofi kwame kwabena lakshmi laszlo latisha leila leyla lorenzo ludmila luis lukasz magdalena mahmoud maja malaika malik malgorzata manraj marek mariam mariama marta mateo mateusz matteo meera mehmet michal mihai miguel mikolaj milosz mohamed mohammad muhammed musa mustafa
nabil nadia nadeem naila nasir natalia nikita nikola nikolai nimra ngozi nour nur nura nusrat obinna oksana olena oleksandr oluwaseun oliwia omar omari osman otilia pablo parveen patryk pawel piotr pooja pranav priya radoslaw rahim rahul raheem raj rajesh rania rayan rehan reema reyansh ricardo rishi riya rohan roksana ruqayyah
saanvi sabrina safa safiya sahar sajid salma sami samira sana sandeep sanjay sara sasha shabnam shanice shanti shreya simran sofija soraya stanislaw stefan sumaya suleman svetlana syed szymon tahir taiwo talha tamara tariq tatiana temitope thanh tunde umar usman vanessa vasile viktor viktoria vihaan vikram vivaan vlad volodymyr
waleed wojciech xavier xiao yahya yara yaw yetunde yousef youssef yuki yulia yunus yusra zahra zain zainab zakariya zara zeeshan zofia zoltan zsofia zsuzsanna zuzanna zubair
`

/** Verbs, fruits, trees and the like in small letters. */
const wordsToo = new Set('bailey bonnie daisy grace harper heather holly hunter ivy jack jay lily mark mason max parker poppy rowan ruby scarlett bob frank nat nick rob robin tara'.split(' '))

const names = new Set([given, short, fromElsewhere].join(' ').split(/\s+/).filter((name) => name !== ''))

/** Whether a word with a capital is a common first name: "Maya", "Amelia-Rose". */
export function isGivenName(word: string): boolean {
  return names.has(inPlainLetters(word.toLowerCase().split('-')[0] ?? ''))
}

/** "Zsófia", "Zoë" as they are often typed. */
function inPlainLetters(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l')
}

/** Whether a word in small letters can hardly be anything but a common first name. */
export function isOnlyAName(word: string): boolean {
  return isGivenName(word) && !wordsToo.has(word)
}

/** Those names in small letters, as a pattern. */
export const givenNamesInSmall = [...names].filter(isOnlyAName).join('|')
