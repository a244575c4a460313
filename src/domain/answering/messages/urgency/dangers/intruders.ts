import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** That somebody, or an animal, has come in or at the gate who may do harm. */
export const intruderDangers: readonly DangerSign[] = [
  {
    about: 'intruder',
    patterns: listed(String.raw`
      (?:intruder|trespasser|prowler)s? & (?:{place}|{alarm}|{someone}|there is|have|got) ; {stranger} & (?:on site|{place}) ; {man|woman|person|someone|somebody|people|group|teenagers|lads|youths|adult} & {unknown} & (?:{place}|kids|children|inside|in here|talking)
      (?:balaclava|mask|masked|hood up|hooded|hoodie over) & (?:{man|men|someone|somebody|person|people|lads|figures?}|person) & {place}
      {man|men|people|someone|somebody|person|lads|youths|group|he|they|parent|dad|ex|father|woman|mum|bloke|partner|visitor} & (?:forc\w*|push\w*|barg\w*|burst\w*|storm\w*|shov\w*|got|broke|broken|break\w*|climb\w*|jump\w*|snuck|sneak\w*|hopp\w*|come|came|gone|wander\w*|walk\w*|tailgat\w*|follow\w*) _(?:past|into|in through|through|over|in(?=to| the| our)|(?:his|her|their|its) way (?:in|into|past)|straight in|in) & (?:reception|building|school|door|doors|gates?|fence|wall|window|office|classroom|playground|site|corridor|nursery) & {angry|unknown|forced|over}
      (?:someone|somebody|man|men|people|they|lads|youths|parent|dad|he|kids|two|bloke|ex) & (?:is|are|keeps?|keep|been|now|trying|tried) (?:\w+ )?(?:trying|attempting|about|going)? ?(?:to )?(?:break\w*|broken|smash\w*|forc\w*|kick\w*|bang\w*|hammer\w*|ramm\w*|get\w*|climb\w*|prys?\w*) (?:in(?!g)|into|through|(?:down|on|at|open|in) (?:the |a |our |my )?(?:\w+ )?(?:doors?|windows?|gates?)|(?:the|our|a|my) (?:\w+ )?(?:doors?|windows?|gates?)(?: in| down)?)(?! (?:trouble|touch|the (?:habit|system|drive|account)))
      (?:not|refus\w+|will not|cannot get) (?:to )?(?:leave|go|go away|leav\w*|move|him to leave|her to leave|them to leave|shift)(?= |$) & (?:{angry}|court order|parent|dad|mum|father|mother|man|visitor|ex|stranger|woman|reception|bloke|gate|office|former|excluded) & (?:{place}|turned up|here|staff|now|shout\w*|outside|he|she)(?! (?:school|home|the classroom))
      (?:court order|injunction|restraining order|non molestation|no contact|not (?:supposed|allowed|meant) (?:to be )?(?:on site|contact|near|to see|to have contact|to come|here)|(?:is|was|been) (?:barred|banned)|not allowed contact|prohibited) & (?:here|outside|turned up|at the|gates?|in reception|on site|shouting|demand\w*|collect|taken|wants|come|came|playground) & {someone}
      (?:parent|dad|mum|father|mother|man|woman|visitor|carer|he|she|uncle|ex|brother|bloke) & (?:kick\w* off|shout\w*|scream\w*|rag\w*|squar\w* up|going (?:mad|mental|ballistic)|aggressive|violent|threat\w*|lost it|losing it|demand\w*|swear\w*|lunged|furious|ranting|banging on) & (?:reception|gates?|playground|office|front|foyer|entrance|corridor|classroom|outside|lobby|car park) & (?:is|are|has|wont|now|will not|being|and|just|in|here|his way|keeps|wants|with)(?= ) & (?:{ongoing}|forced|way past|{blunt|sharp}|scared|frightened|not leave|hit\w*|want\w* (?:his|her|the) (?:daughter|son|kids?|child)|for (?:his|her) (?:daughter|son|kids?|child)|push\w*|threat\w*|kids|children|squar\w*)
      (?:someone|somebody|man|person|bloke|woman|he|adult) & (?:hiding|hid|sleeping|living|camping|watching|loitering|lurking|prowling) & {place} & (?:someone|somebody|man|stranger|bloke|person|woman|adult) & (?:toilets?|shed|bushes|changing|girls|boys|field|fence|gates?|playground|kids|children|cupboard|roof|loft)
      (?:gang|group|mob|crowd|carload|loads|bunch) _(?:of )?(?:older |big |masked |strange |angry )?(?:lads|men|youths|teenagers|boys|kids|people|teens|girls|parents|them|year \d+s?) & (?:gates?|outside|waiting|fence|field|car park|playground|bus stop|site) & (?:{blunt|sharp}|threat\w*|waiting for|trouble|mask\w*|fight\w*|shout\w*|another school|climb\w*|looking for|after (?:him|her|one)|attack\w*|jump\w*|angry)
    `),
    harmless: listed(String.raw`
      account ; e ?mails? ; password ; laptop ; website ; computer ; network ; system ; policy ; on (?:facebook|insta\w*|tiktok|messenger|whatsapp|twitter) ; governors? meeting ; online ; zoom ; teams call ; car broken into ; last night ; over the weekend ; contractors? (?:is|are) coming ; work experience ; stranger danger ; discord ; snapchat ; snap ; roblox ; fortnite ; xbox ; playstation ; minecraft
      open evening ; parents evening ; interview ; delivery ; chat ?room
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'dangerous animal',
    patterns: listed(String.raw`
      {animal} & (?:loose|bit\w*|attack\w*|chas\w*|growl\w*|barking at|going for|on the (?:playground|field|pitch|yard)|in the (?:playground|school|building|field|yard|hall|nursery)|got in|got into|snarl\w*|mauled|savag\w*|ran at|off (?:its|the) lead|nobody with it|no owner|aggressive) & (?:{someone}|{place}|kids|out there)
      swarm & (?:bees|wasps|hornets) ; bees & swarm\w* ; adder & (?:bit\w*|found|field)
    `),
    harmless: listed(String.raw`
      school dog ; therapy dog ; reading dog ; assistance dog ; guide dog ; farm visit ; trip to the ; barking up ; story ; homework ; hot dogs? ; insects? topic ; drawing ; dog policy
    `),
    passes: true,
    acute: true,
  },
];
