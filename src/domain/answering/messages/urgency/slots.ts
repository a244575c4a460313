import { listed } from '../listed.ts';

/** The words that a name in braces stands for in a sign. They may hold such names in their turn. */
export const slots: Readonly<Record<string, readonly string[]>> = {
  child: listed(String.raw`
    (?:\d+|four|five|six|seven|eight|nine|ten|eleven) year olds? ; sixth formers? ; tots? ; little ones? ; siblings?
    sister ; pupils? ; child ; children ; students? ; kids? ; boys? ; girls? ; lads? ; lass(?:es)? ; teens? ; teenagers?
    toddlers? ; baby ; babies ; infants? ; learners? ; (?:year|yr|y) ?\d+s? ; my class ; my form ; tutees? ; son ; daughter
    boarders? ; youngsters? ; twins? ; runners? ; leavers? ; key ?child ; kiddies? ; schoolgirls? ; schoolboys?
    (?:naughty|older|younger) ones ; one of (?:mine|ours) ; (?:two|three) of (?:mine|ours) ; minors? ; pre ?schoolers?
  `),
  kid: listed(String.raw`
    child ; children ; kids? ; boys? ; girls? ; lads? ; pupils? ; students? ; toddlers? ; baby ; reception ; nursery ; infants? ; (?:year|yr|y) ?\d+s?
  `),
  adult: listed(String.raw`
    parents? ; mums? ; mothers? ; dads? ; dad ; daddy ; mummy ; fathers? ; stepdad ; stepfather ; stepmum ; step (?:dad|mum)
    carers? ; man ; woman ; men ; women ; bloke ; guy ; stranger ; adults? ; colleagues? ; teachers? ; tas?
    teaching assistants? ; members? of staff ; staff members? ; staff ; volunteers? ; visitors? ; governors? ; coach
    caretaker ; co ?workers? ; headteacher ; head ; deputy ; cleaners? ; cook ; driver ; uncle ; aunt(?:y|ie)? ; brother
    cousin ; grandad ; gran(?:dma|ny)? ; nan ; boyfriend ; girlfriend ; lsa ; (?:lunchtime |midday )?supervisors? ; contractor
    (?:mr|mrs|ms|miss|sir|mme) \w+ ; someone ; somebody ; person ; people ; hackers? ; partner ; ex ; lady ; male ; female
    technician ; dinner lady ; supply ; trainee ; sir ; miss ; neighbour ; lodger ; relative ; family ; chap ; fella ; nurse ; janitor ; lsa ; tech ; grandmother ; grandfather ; lollipop (?:man|lady) ; leader ; instructor ; youth (?:leader|worker) ; key ?worker
  `),
  someone: listed(String.raw`
    {child} ; {adult} ; he ; she ; they ; him ; her ; them ; his ; their ; i ; we ; me ; us ; my ; one of (?:my|our|the|them)
    everyone ; everybody ; anyone ; somebodys? ; someones? ; mate ; friend ; class
  `),
  self: listed(String.raw`
    himself ; herself ; themsel(?:f|ves) ; their self ; his self ; her self ; hisself ; myself
  `),
  them: listed(String.raw`
    him ; her ; them ; me ; us ; people ; others ; everyone ; someone ; staff ; each other ; another ; his ; a ; the
    my ; our ; one ; other ; two ; some
  `),
  victim: listed(String.raw`
    him ; her ; them ; me ; us ; people ; others ; everyone ; someone ; staff ; each other ; another ; other ; anyone ; lumps out of
    (?:a|the|my|his|her|our|two|three|some|all the|one of (?:the|my)) \w+ ; children ; kids ; pupils ; boys ; girls ; students ; teachers ; child ; pupil
  `),
  man: listed('man ; men ; blokes? ; guys? ; fella ; males? ; gentleman ; chap ; lads? ; youths? ; figure ; figures'),
  woman: listed('woman ; women ; lady ; females?'),
  stranger: listed(String.raw`
    strangers? ; intruders? ; trespassers?
    (?:unknown|strange|random|unidentified|suspicious|dodgy|weird|masked|hooded|unfamiliar|unauthorised) (?:looking )?(?:\w+ )?(?:{man}|{woman}|persons?|people|individual|someone|visitor|adults?|car|van)
    (?:{man}|{woman}|persons?|people|adults?|someone|somebody) (?:(?:who|that) )?(?:i|we|nobody|no one|none of us) _(?:know|knows|recogni[sz]es?|seen|met)
  `),
  unknown: listed(String.raw`
    (?:do not|does not|not|nobody|no one|never|none of us) _(?:know|knows|recogni[sz]e[sd]?|seen|belong|expected|expecting|signed in|on the list)
    should not be (?:here|in here|on site|in|inside|there) ; not (?:supposed|meant|allowed) to be (?:here|in here|on site|in|inside|there)
    not (?:say|give|show|tell) (?:\w+ )?(?:who|name|id|his|her|why|what) ; not signed in ; balaclava ; hooded ; masked ; suspicious\w*
    acting (?:strange\w*|weird\w*|odd\w*|funny|shifty) ; refus\w+ to (?:say|give|show) ; unknown ; strange
  `),
  animal: listed(
    String.raw`dogs? ; pit ?bulls? ; alsatian ; rottweiler ; staff(?:ie|y) ; xl bully ; bulldog ; german shepherd ; bull ; fox ; snake ; adder ; husky`,
  ),
  vehicle: listed(
    String.raw`cars? ; vans? ; bus ; mini ?bus ; coach ; lorry ; truck ; taxi ; motorbike ; moped ; e ?scooter ; scooter ; bike ; tractor ; mower ; quad ; driver ; jeep ; land rover`,
  ),
  place: listed(String.raw`
    school ; site ; building ; grounds ; premises ; playground ; field ; gates? ; entrance ; reception ; corridors? ; class ?rooms?
    class ; room(?: \w+)? ; hall ; toilets? ; loos? ; car park ; office ; fence ; doors? ; canteen ; kitchen ; library ; gym
    changing rooms? ; nursery ; block ; yard ; pitch ; courts? ; bike sheds? ; sheds? ; staff ?room ; bus stop ; drive ; here
    outside ; inside ; foyer ; stairs? ; stairwell ; cloakroom ; hut ; lobby ; lift ; pool ; dinner queue ; lab ; basement
    bins? ; boiler ; roof ; loft ; cupboard ; lesson ; assembly ; breakfast club ; after school club ; coach ; trip ; minibus
  `),
  water: listed(
    String.raw`pond ; pool ; river ; lake ; canal ; sea ; stream ; reservoir ; brook ; weir ; water ; waves ; ice ; quarry ; baths ; harbour ; dock`,
  ),
  traffic: listed(String.raw`
    (?:main |busy |ring )?roads? ; dual carriageway ; motorway ; carriageway ; traffic ; high street ; railway(?: line)? ; train (?:line|tracks?|station)
    tracks ; level crossing ; bypass ; roundabout ; woods ; canal ; river ; lake ; cliffs? ; quarry ; weir ; reservoir
  `),
  height: listed(String.raw`
    roof ; ledge ; window ; bridge ; balcony ; cliffs? ; building ; stair\w* ; bann?isters? ; scaffold\w* ; multi ?storey ; car park
    tree ; wall ; fire escape ; (?:first|second|third|top) floor ; crane ; train ; platform ; railings? ; tower
  `),
  high: listed(
    String.raw`roofs? ; ledge ; railings? ; balcony ; scaffold\w* ; window ?sill ; window ; fire escape ; bann?isters? ; bridge ; crane ; pylon`,
  ),
  weapon: listed(String.raw`
    {sharp} ; bb gun ; hammer ; screwdriver ; knuckleduster ; acid ; scissors
  `),
  sharp: listed(String.raw`
    (?:flick ?|pen ?|stanley ?|pocket ?|kitchen |carving |craft |zombie |combat |hunting )?kni(?:fe|ves) ; blades? ; machetes? ; guns? ; pistols? ; rifles? ; shotguns? ; firearms? ; swords? ; axes?
    daggers? ; crossbows? ; bullets? ; ammo ; ammunition ; grenades? ; weapons? ; razors? ; razor ?blades? ; shank ; samurai ; revolver
    taser ; knuckle ?dusters? ; box ?cutters? ; cleaver ; scalpel ; hatchet ; bombs?
  `),
  blunt: listed(String.raw`
    scissors ; hammers? ; (?:cricket |baseball )?bats? ; bricks? ; bottles? ; glass ; shard ; screwdrivers? ; crow ?bars? ; iron bars? ; metal bars? ; bars?
    poles? ; sticks? ; chairs? ; chair leg ; table leg ; compass ; spanner ; pipe ; plank ; golf club ; hockey stick ; stones? ; rocks? ; chisel
    needle ; syringe ; fork ; pencil ; belt ; chain ; fireworks? ; petrol ; lighter ; catapult ; pepper spray ; air rifle ; bb gun
    something sharp ; tools? ; wrench ; spade ; rake ; acid ; bleach ; {sharp}
  `),
  assaulting: listed(String.raw`
    (?:hitt|punch|kick|slapp|smack|batter|beat|thump|stabb|slash|bit|head ?butt|throttl|strangl|chok|attack|assault|stamp|smother|hurt|whipp|wallop|bash|thrash|pummell|drown|goug|claw|rap|molest|jump)ing
    laying into ; setting about ; lashing out ; swinging at ; going for ; beating up ; stamping on
  `),
  assaulted: listed(String.raw`
    hit ; punched ; kicked ; slapped ; smacked ; battered ; beaten(?: up)? ; beat(?: up)? ; thumped ; stabbed ; slashed ; bitten ; bit
    head ?butted ; throttled ; strangled ; choked ; attacked ; assaulted ; stamped on ; raped ; molested ; smothered ; whipped ; bashed
    thrashed ; pummelled ; jumped ; held down ; dragged ; glassed ; knifed ; set upon ; mugged ; pinned down ; kicked in
  `),
  angry: listed(String.raw`
    angry ; furious ; aggressive\w* ; violent\w* ; abusive ; shout\w* ; scream\w* ; yell\w* ; raging ; mad ; mental ; berserk ; threat\w* ; smash\w*
    throw\w* ; hit\w* ; kick\w* ; punch\w* ; swear\w* ; lash\w* ; attack\w* ; fight\w* ; biting ; out of control ; lost it ; losing it ; {blunt}
  `),
  group: listed(
    String.raw`gang ; group ; mob ; crowd ; lads ; about (?:ten|\d+|a dozen|twenty) ; \d+ of them ; loads of (?:them|kids|lads|people) ; older (?:boys|kids|lads)`,
  ),
  ongoing: listed(String.raw`
    now ; right now ; just now ; still ; at the moment ; keeps? ; currently ; again ; over and over ; not stop\w* ; cannot stop ; everywhere ; in front of
    being ; (?:is|are|am) (?:\w+ )?(?!going|getting|having|feeling|saying|being|asking|wondering|looking|coming|telling|talking|thinking|doing)\w+ing ; {alarm}
  `),
  alarm: listed(String.raw`
    help ; quick(?:ly)? ; asap ; urgent(?:ly)? ; now ; right now ; emergency ; 999 ; ambulance ; sos ; come (?:quick|now|to|here) ; come quickly
    need (?:someone|somebody|help|slt) ; getting worse ; worse ; panick\w* ; serious(?:ly)? ; terrified ; really (?:bad|badly|struggling|worried)
  `),
  hurt: listed(String.raw`
    not (?:moving|breathing|responding|talking|waking|making sense|right|getting up|well|answering) ; cannot ; will not (?:wake|stop|get up|move|respond) ; unconscious
    floppy ; limp ; blue ; grey ; funny colour ; pale ; blood ; bleed\w* ; sick ; vomit\w* ; dizzy ; confused ; scream\w* ; agony ; in pain ; hurt\w*
    injur\w+ ; trapped ; broken ; snapped ; swollen ; drowsy ; shaking ; fit ; collapsed ; head ; neck ; back ; badly ; lifeless ; out cold ; wires? ; {alarm}
  `),
  pill: listed('pills? ; tablets? ; packets? ; paracetamol ; medication ; meds'),
  gulp: listed(
    String.raw`drank ; drunk ; drinking ; downed ; necked ; swallow\w* ; eaten ; ate ; eating ; taken ; took ; taking ; licked ; sipped ; swigged ; consumed ; ingested ; popped ; had ; given (?:him|her|them)sel(?:f|ves)`,
  ),
  wound: listed(String.raw`cut ; cutting ; sliced? ; arms? ; wrists? ; legs? ; nose ; blood ; gash ; wound`),
  says: listed(String.raw`
    says? ; said ; saying ; told ; tells ; telling ; text\w* ; messag\w* ; wrote ; written ; writes ; writing ; post\w* ; threat\w* ; rang ; phoned
    email\w* ; reckons? ; claims? ; wants? ; letter ; note ; admitted ; confided ; disclosed ; begg\w* ; screaming ; shouting ; whispered ; mentioned ; talking about ; keeps
  `),
  will: listed(String.raw`
    going to ; gonna ; will ; about to ; wants? to ; wanted to ; wanting to ; wanna ; plan\w* (?:to|on) ; threat\w*(?: to| that)? ; tr(?:y|ies|ied|ying)(?: to)?
    attempt\w*(?: to)? ; intend\w* to ; ready to ; might ; would ; coming to ; swears? ; wants
  `),
  threat: listed(String.raw`threat\w* ; vow\w* ; swear\w*`),
  soon: listed(String.raw`
    tonight ; today ; tomorrow ; now ; this (?:afternoon|evening|weekend|week) ; later ; home ?time ; after school ; when (?:she|he|they) gets?
    (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) ; in the morning ; at the weekend ; next week ; any minute ; outside ; waiting
    in (?:a few|\d+|two|three) (?:days|hours|minutes) ; is here ; pick\w* (?:up|her|him) ; collect\w*
  `),
  little: listed(String.raw`(?:little|small|tiny|young|wee) (?:lad|boy|girl|one|ones|man|lady|kid|fella|thing|chap)`),
  bolted: listed(String.raw`
    (?:run|ran|running|runs) off ; (?:run|ran|running) away ; legg(?:ed|ing) it ; (?:done|did|doing) (?:a runner|one) ; bolted ; abscond\w* ; scarpered ; escaped
    (?:has |just |have |is )(?:got|gotten|climbed|slipped|snuck) out ; (?:walked|stormed|run|ran|wandered|gone|climbed|slipped|got) (?:out|off) (?:of )?(?:the )?(?:school|site|premises|building|grounds|gates?|(?:side|front|back|fire|main) (?:door|gate))
    wandered (?:off|out|away) ; slipped out ; snuck out ; walked out ; left (?:the )?(?:site|premises|building|grounds) ; gone off ?site ; off ?site ; out (?:of |on )?(?:the )?(?:\w+ )?(?:gates?|fence|main road)
    over the (?:\w+ )?(?:fence|wall|gates?) ; through the (?:\w+ )?(?:fence|gates?|car park) ; gone again ; out of school ; (?:gone|run|ran|bolted|disappeared|vanished) (?:in|into) the (?:woods|crowd|street|town) ; taken off
  `),
  gone: listed(
    String.raw`gone ; got out ; run ; ran ; running ; bolt\w* ; escap\w* ; legg\w* ; wander\w* ; missing ; alone ; on (?:his|her|their) own ; nobody ; headed ; heading ; climb\w* ; {alarm}`,
  ),
  toward: listed(
    String.raw`towards? ; heading (?:for|to|into|down) ; onto ; on to ; into ; in ; out (?:on|in|onto|into|to) ; across ; down`,
  ),
  forced: listed(String.raw`forc\w* ; barg\w* ; burst\w* ; storm\w* ; push\w* ; shov\w* ; broke ; broken ; break\w*`),
  over: listed(
    String.raw`over the ; through the (?:fence|window|gate) ; past reception ; jump\w* ; climb\w* ; hopp\w* ; snuck ; sneak\w* ; tailgat\w*`,
  ),
  drunk: listed(String.raw`
    drunk ; intoxicated ; pissed ; hammered ; wasted ; off (?:his|her) (?:face|head) ; stoned ; high (?:on|as) \w+ ; been drinking ; had a (?:drink|few) ; slurr\w*
    (?:smell\w*|reek\w*|stink\w*|stank|breath) (?:strongly |really )?(?:of )?(?:drink|alcohol|booze|vodka|wine|beer|whisky|cider|gin|weed|cannabis)
    (?:hardly|barely|cannot) (?:stand|walk) ; unsteady ; staggering ; swaying ; over the limit ; under the influence
  `),
  smoky: listed(
    String.raw`coming ; pouring ; full of ; everywhere ; thick ; black ; under ; filling ; from (?:the|a|under) ; fire ; cannot see ; burning ; smell\w*`,
  ),
  ticking: listed('ticking ; wires ; suspicious ; abandoned ; unattended'),
  locked: listed(String.raw`locked ; store ?room ; cupboard ; barricad\w* ; hiding ; rest of the (?:class|kids)`),
  one: listed('he ; she ; they ; it ; we ; i ; another'),
  record: listed(String.raw`
    laptop ; ipad ; chromebook ; usb ; memory stick ; pen drive ; flash drive ; hard drive ; (?:work|school) (?:phone|mobile|tablet|bag|camera|device|diary) ; camera
    planner ; mark ?book ; registers? ; (?:\w+ )?(?:file|files|folder|folders|list|lists|records?|spreadsheet|paperwork|referral|ehcps?|plans?|forms?|reports?|minutes|letters?|notes) ; data ; class list
    exam (?:papers?|scripts?) ; scripts ; marking ; observations ; handbag ; data stick ; sd card ; memory card ; details ; passports? ; birth certificates? ; medical (?:info\w*|stuff|details) ; contact (?:list|sheet|details)
  `),
  detail: listed(String.raw`
    data ; details ; names? ; address(?:es)? ; phone numbers? ; medical ; send ; sen ; safeguarding ; confidential ; private ; pupil premium ; free school meals ; results ; photos? ; pictures? ; e ?mails? ; message ; attachment ; information ; info
  `),
  explicit: listed(String.raw`
    nudes? ; naked ; indecent ; porn\w* ; sexual\w* ; sexy ; explicit ; inappropriate ; sext\w* ; child abuse ; dick
    topless ; private parts ; no clothes ; in (?:his|her|their) underwear ; undressed ; without (?:her|his) (?:top|clothes)
  `),
  picture: listed(String.raw`
    pictures? ; pics? ; photos? ; photographs? ; images? ; videos? ; selfies? ; screenshots? ; clips?
  `),
  account: listed(String.raw`
    accounts? ; e ?mails? ; passwords? ; log ?in ; laptop ; computer ; ipad ; tablet ; phone ; mobile
    teams ; pc ; inbox ; network ; system ; files? ; twitter ; facebook ; instagram ; website ; page ; drive
  `),
  thing: listed(String.raw`
    laptop ; phone ; mobile ; ipad ; tablet ; chromebook ; usb ; usb stick ; memory stick ; stick ; pen drive
    flash drive ; hard drive ; drive ; diary ; notebook ; papers? ; files? ; folders? ; registers? ; reports? ; camera
    planner ; mark ?book ; (?:medical|consent) forms? ; books ; device ; care plans? ; lists? ; spreadsheet ; records?
    rucksack ; briefcase ; work bag ; bag ; plans ; referral ; letters? ; documents? ; paperwork ; minutes ; ehcps?
  `),
};
