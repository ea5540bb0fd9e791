/**
 * What people choose when they are asked for a password: the words behind the best known lists of leaked passwords, months, seasons,
 * clubs and towns, and this product's own words. Lower case; digits, signs and swapped letters are undone before they are looked up.
 */
export const commonWords: readonly string[] = `
  password passwort passphrase passcode passwd secret secure letmein openup opensesame welcome hello goodbye login logon signin access
  admin administrator root superuser user username guest test testing tester demo example sample default changeme change temp temporary
  computer internet windows office microsoft google facebook samsung apple iphone android laptop keyboard network server database
  qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc abcd abcdef abcdefgh abcabc
  iloveyou loveyou lovely loveme love forever together always sweetheart darling baby angel princess prince queen king sunshine
  rainbow flower butterfly chocolate cookie biscuit cheese banana orange cherry pepper ginger coffee peanut
  monkey dragon tiger lion eagle falcon panther dolphin horse pony kitten puppy doggy badger hunter ranger shadow phoenix unicorn
  master superman batman spiderman ironman starwars startrek pokemon matrix ninja pirate wizard merlin gandalf mustang ferrari porsche
  football cricket rugby tennis golf hockey baseball basketball soccer swimming champion winner
  liverpool arsenal chelsea everton tottenham manchester united cityfc astonvilla villa newcastle sunderland leeds wolves celtic rangers
  michael jordan charlie daniel thomas george jessica ashley jennifer michelle nicole andrew matthew joshua robert william harry oliver
  james jack sophie emily olivia amelia isabella hannah samantha natalie summer autumn winter spring
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  england english britain british london birmingham london worcester worcestershire malvern kidderminster redditch bromsgrove evesham
  freedom trustno trustnoone whatever nothing anything something killer hacker money million lucky happy smile family friend friends
  mother father daddy mummy sister brother children child christmas holiday birthday newyear
  council county borough district government local authority safeguarding scrutiny panel board cabinet committee councillor officer
  golden thread goldenthread service services social worker education school teacher
`
  .trim()
  .split(/\s+/)
