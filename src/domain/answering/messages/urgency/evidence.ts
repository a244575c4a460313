import { listed } from '../listed.ts';

/** Words of one field of meaning, and what they weigh for (or, below nought, against) somebody being in danger now. */
export interface Evidence {
  readonly about: string;
  readonly weight: number;
  readonly words: readonly string[];
}

/**
 * Nobody can foresee every sentence, but what is told of danger speaks of several of these fields at once. Each field
 * counts once, however often it is spoken of.
 */
export const evidence: readonly Evidence[] = [
  {
    about: 'a body',
    weight: 1,
    words: listed(String.raw`
      heads? ; skull ; scalp ; faces? ; eyes? ; eyelids? ; ears? ; nose ; mouth ; lips? ; tongue ; teeth ; jaw ; chin ; cheeks? ; throat ; neck ; windpipe ; airway ; chest ; ribs? ; heart
      lungs? ; stomach ; tummy ; belly ; back ; spine ; hips? ; pelvis ; legs? ; thighs? ; knees? ; shins? ; ankles? ; foot ; feet ; toes? ; arms? ; elbows? ; wrists? ; hands? ; palms? ; fists?
      fingers? ; thumbs? ; shoulders? ; skin ; veins? ; bones? ; muscles? ; groin ; privates ; body ; pulse ; heart ?beat ; heart ?rate ; temperature ; temp ; sugars? ; bloods ; glucose ; oxygen ; sats ; breath ; breaths ; colour
      pupils (?:are )?(?:huge|tiny|pin) ; stitches ; nappy ; tube ; trach(?:y|ie|eostomy) ; stoma ; peg ; pump ; catheter ; feed ; monitor ; insulin ; ventilator ; wheelchair ; allerg(?:y|ies|ic) ; epileps?(?:y|tic) ; epileptic ; asthma\w* ; diabet\w* ; heart condition ; sickle cell ; haemophilia\w* ; breathing ; limbs? ; cast ; plaster ; inhaler ; nebuliser ; spacer
    `),
  },
  {
    about: 'a body in crisis',
    weight: 3,
    words: listed(String.raw`
      pant(?:ing|s) ; gasp\w* ; wheez\w* ; chok\w* ; gagg\w* ; retch\w* ; gurgl\w* ; drool\w* ; dribbl\w* ; frothing ; foaming ; cough\w* up ; spluttering ; hyperventilat\w* ; palpitations
      blood\w* ; bleed\w* ; bled ; gush\w* ; spurt\w* ; dripping ; oozing ; haemorrhag\w* ; red all over ; soaked in ; pool of ; gap(?:ing|es) ; gash\w* ; wounds? ; lacerat\w* ; stabbed ; puncture\w* ; severed ; hanging off ; open to the bone ; to the bone
      unconscious ; unresponsive ; conscious ; out of it ; out cold ; knocked out ; no sense ; any sense ; making sense ; limp ; floppy ; lifeless ; motionless ; slump\w* ; rigid ; stiff as ; twitch\w* ; jerk\w* ; convuls\w* ; seiz\w+ ; fitting ; a fit ; shaking all ; whole body ; body is going ; juddering
      not (?:moved|moving|move|stirred|stirring|come round|coming round|blinking|respond\w*|answering me|with it|making sense|right in) ; will not (?:come round|open (?:his|her) eyes|stop (?:being sick|shaking|bleeding|screaming|crying out))
      blue ; grey ; gray ; ashen ; clammy ; white as ; no colour ; barely any colour ; deathly ; yellow ; mottled ; pale ; sweating ; burning up ; boiling ; freezing cold ; stone cold ; is cold ; ice cold
      swell\w* ; swollen ; swelled ; balloon\w* ; puffed ; hives ; blotch\w* ; rash ; reaction ; anaphyla\w* ; stung ; bitten through ; burn(?:s|t|ed) ; scald\w* ; blister\w* ; melted ; singed
      overdos\w* ; injected ; swallowed ; ingested ; inhaled ; breathed in ; drank ; drunk a ; drinking (?:the|some|bleach|it) ; taken (?:them|the) (?:all|lot|whole) ; taken (?:something|loads|a load|too many|a handful|\d+) ; too many ; something in (?:the|his|her|my|their) (?:\w+ )?(?:milk|food|drink|water|tea|coffee|lunch|dinner|bottle) ; laced ; spiked ; bite of ; eaten (?:a|some|the|one) ; necked ; downed ; took the lot ; taken the lot ; poison\w* ; toxic ; fumes ; hypo ; hyper ; low sugar ; ketones ; heatstroke ; hypothermi\w* ; dehydrat\w* ; septic ; meningitis
      faint\w* ; passed out ; passing out ; blacked out ; gone under ; going under ; drows\w* ; dizzy ; disorientat\w* ; delirious ; incoherent ; hallucinat\w* ; slurr\w* ; droop\w* ; numb ; paralys\w* ; cannot (?:feel|move|stand|walk|breathe|swallow|see|speak|talk|get up|bear weight|clear)
      stopped breathing ; not breathing ; barely breathing ; shallow ; dying ; (?:is|be|looks|found (?:him|her)) dead(?! slow| easy| good| tired| set| keen) ; dead body ; died here ; in agony ; agony ; screaming in ; excruciating ; doubled up ; writhing ; clutching ; being sick ; been sick \w+ ; vomit\w* ; throwing up
      glazed ; staring ; vacant ; not crying ; not (?:him|her)self ; very deep ; so deep ; really deep ; deep cut ; cut (?:very |really |so |too )?deep\w* ; pulse ; pulseless ; heartbeat ; in shock ; gone into shock ; crisis ; sedated ; fractur\w* ; dislocat\w* ; sprain\w* badly ; concuss\w* ; bad way ; critical ; blue lips ; froth ; choke ; tongue (?:is|has) ; eyes (?:are |have )?(?:closing|rolled|rolling|gone|bulging|streaming|shut) ; closing up ; closing over ; not working ; sudden\w* ; breathing is ; stops breathing ; stopped breathing ; tube ; hard to breathe ; for breath ; short of breath
      miscarr\w* ; losing (?:a|the|her) baby ; labour ; waters ; contractions ; bleeding down there ; 1\.\d ; blocked and ; going like ; racing ; gone (?:funny|quiet and|weird|cold|floppy|white|stiff)
    `),
  },
  {
    about: 'force used on somebody',
    weight: 2,
    words: listed(String.raw`
      kick(?:ing|s|ed) (?!off|about|a ball|the ball) ; kicking the ; (?:hitt|punch|slapp|smack|batter|beat|thump|stabb|slash|head ?butt|throttl|strangl|attack|assault|stamp|smother|lash|bash|thrash|pummell|claw|biting|scratch|wrestl|tackl|whack|lamp|hammer|club|chok|spitt)ing
      going (?:at|for) ; going at it ; gone for ; go for ; went for ; flew at ; flying at ; lung\w* ; charg(?:ing|ed) ; swing(?:ing|s) ; swung ; hurl\w* ; throwing ; chucking ; launch\w* ; lobbing ; pelting ; smash\w* ; trash\w* ; wreck\w* ; slash\w* ; ripped ; ripping ; tearing up ; upturn\w* ; overturn\w* ; shoot(?:ing|s)? ; shot
      being (?:hurt|hit|held|kicked|beaten|attacked|chased|dragged|choked|assaulted|punched|bitten) ; hurt(?:ing)? (?:by|him|her|them|other|others|people|staff|my|our|me|a) ; chas(?:ing|ed) ; squar\w* up ; fighting ; a fight ; scrap(?:ping)? ; brawl\w* ; punch up ; kicking off ; kicked off ; set upon ; jumped (?:by|him|her) ; ganging up ; surrounded ; cornered ; pinned ; up against the wall ; against the wall ; by the (?:throat|neck|hair|collar) ; headlock ; held down ; holding (?:him|her|them) down
      dragg\w* ; dragging ; yank\w* ; shov\w* ; manhandl\w* ; restrain\w* ; knocked (?:flying|over|down|out) ; bowled over ; floored ; thrown (?:to|down|off|against|across) ; armed ; beaten ; battered ; attack(?:ed|s)? ; assault(?:ed|s)? ; raped ; raping ; the life out of ; lumps out of ; a beating ; violent\w* ; rampage ; berserk ; out of control
    `),
  },
  {
    about: 'means of harm',
    weight: 2,
    words: listed(String.raw`
      {sharp} ; scissors ; hammers? ; (?:baseball |cricket |the )bat ; bricks? ; broken bottle ; broken glass ; shards? ; glass ; screwdrivers? ; crow ?bars? ; (?:iron|metal) bars? ; poles? ; chair leg ; compass ; spanner ; plank ; golf club ; rocks? ; chisel ; guillotine
      drill bit ; syringes? ; needles? ; insulin pens? ; pills ; tablets ; paracetamol ; packets? of ; medication ; bleach ; drain stuff ; drain cleaner ; fork ; mirror ; bottle ; stanley ; spear ; arrow ; bow ; cleaver ; trowel ; acid ; chemicals? ; lighter(?: fluid)? ; matches ; petrol ; fireworks? ; catapult ; pepper spray ; explosives? ; device ; loop ; noose ; ligature ; rope ; cord ; belt ; shoelaces? ; strap ; carrier bag ; plastic bag
      dog ; pit ?bull ; van ; lorry ; forklift ; digger ; mower ; superglu\w* ; batteries ; battery ; magnets? ; alcohol ; vodka ; drugs ; spice ; ket ; needles ; barbed wire ; live wire ; electric\w* ; gas
    `),
  },
  {
    about: 'a place of peril',
    weight: 2,
    words: listed(String.raw`
      roof ; loft ; rafters ; ledge ; window ?sill ; out of the window ; through the window ; balcony ; scaffold\w* ; banisters? ; bannisters? ; stairwell ; railings? ; wrong side ; barrier ; parapet ; edge ; brink ; cliff\w* ; crag ; quarry ; ladder ; crane ; pylon ; viaduct ; footbridge ; bridge ; multi ?storey
      river ; canal ; lake ; pond ; sea ; tide ; current ; waves ; weir ; reservoir ; deep end ; pool ; ice ; mud ; bog ; ravine ; mountain ; peak ; mist ; fog ; snow ; woods ; forest ; moor ; beach ; cave ; tunnel ; manhole ; drain ; pit
      in the road ; main road ; into the road ; in the middle of the road ; dual carriageway ; motorway ; traffic ; path of ; railway ; train line ; tracks ; platform ; level crossing ; central reservation ; hard shoulder ; lift ; hoist ; machine ; machinery ; boiler ; freezer ; kiln ; on top of the (?:kids|children|class|group|\w+ club) ; under it ; under them ; children under ; kids under ; top of the ; second floor ; first floor ; third floor ; bottom of the pool ; at the bottom ; headfirst ; head first ; windowsill ; glass in ; marquee ; under the wheels ; wheels
    `),
  },
  {
    about: 'an accident',
    weight: 2,
    words: listed(String.raw`
      fallen ; fell ; falls? ; falling ; slipped ; tumbled ; plung\w* ; dropped (?:with|on|onto|from) ; lift has dropped ; hit the (?:deck|ground|floor|concrete) ; let go ; given way ; gave way ; giving way ; snapped ; collaps\w* ; caved in ; toppl\w* ; tipped over ; come down on ; came down on ; on top of (?:him|her|them|a|the|two|one) ; landed on
      crash\w* ; collision ; rammed ; run over ; ran over ; reversed ; skidd\w* ; overturned ; underneath ; under the ; trapped ; stuck ; wedged ; jammed ; lodged ; pinned under ; crush\w* ; caught in ; impaled ; hit by ; hit her ; hit him ; struck ; electrocut\w* ; drown\w* ; swept ; sinking ; drifting ; capsiz\w* ; stranded ; cut off by ; a long way out ; out of (?:his|her) depth
      flames? ; on fire ; alight ; ablaze ; smok(?:e|ing) ; smoulder\w* ; explo\w* ; blown ; bang ; sparks? ; sparking ; buzzing ; arcing ; leak\w* ; flood\w* ; water (?:is )?coming (?:through|in) ; pouring (?:in|down|out|through) ; spill\w* ; spilt ; ceiling ; poured ; doused ; burning
    `),
  },
  {
    about: 'somebody not where they should be',
    weight: 2,
    words: listed(String.raw`
      missing ; vanished ; disappear\w* ; nowhere ; no sign ; no trace ; cannot (?:find|see|locate|trace|reach|get hold of) ; not (?:been )?(?:in any|in (?:his|her|any of) |back|seen|returned|here|with us|on the bus|on the coach|in (?:class|lesson|the line)|turned up|arrived|come back|home|answering|picking up|lined? up|line up) ; not been (?:on|back|home|seen|in) ; did not (?:line up|come back|arrive|turn up|get on|make it|get off|come home|answer)
      never (?:arrived|came|turned up|got|made it|returned) ; lost (?:him|her|them|one|two|sight|a child|a kid|track) ; (?:walked|gone|went|wandered|driven|run|ran|taken) off ; off with ; getting in(?:to)? ; got into a ; got in a ; had \d+ ; make it \d+ ; only \d+ ; should (?:be|have) \d+ ; usual places ; left the (?:lesson|class|classroom|room|hall) ; gone (?:off|again|out|from|with|missing|into|over|through|walkabout) ; run off ; ran off ; running off ; legged ; bolted ; escaped ; got out ; wandered ; walked out ; on (?:his|her|their) own (?:at|in|by|to|near|outside|down) ; alone (?:at|in|by|on|near|outside|down) ; left behind ; short on ; one short ; headcount
      here asking ; looking for (?:him|her|them) ; searched ; looked everywhere ; nobody has ; no one has ; phone is off ; phone off ; goes to voicemail ; last seen ; where (?:he|she|they) (?:is|are|went|has gone) ; will not come (?:back|down|out|in) ; followed ; being followed ; taken (?:him|her|them) ; snatch\w* ; grabbed ; beckon\w* ; lured ; into (?:his|her|the|a) (?:car|van)
    `),
  },
  {
    about: 'somebody who should not be there',
    weight: 2,
    words: listed(String.raw`
      (?:a|some|this|that|another|strange) (?:man|bloke|guy|fella|chap|male|youth) ; men ; (?:is|are) not (?:staff|a parent|one of us|from here|on the list|known) ; nobody recogni[sz]es ; faces covered ; face covered ; covered faces ; on site ; intruders? ; strangers? ; trespass\w* ; unknown ; masked ; balaclava ; hooded ; (?:strange|random|odd|dodgy|suspicious|weird|angry|drunk|aggressive|irate|huge) (?:man|men|woman|bloke|guy|dad|parent|person|adult|chap|people|lad|lads|car|van|mum|father) ; is not one of ; not one of (?:the|our) ; who is not ; we do not know ; i do not know ; nobody knows (?:him|her|who) ; no (?:badge|pass|id|lanyard)
      hanging (?:about|around|round) ; lurk\w* ; loiter\w* ; prowl\w* ; watching (?:the|us|kids|children) ; walking (?:round|around) ; peering ; climbing (?:in|over) ; broken in ; breaking in ; forced ; barged ; pushed past ; got (?:in|past|inside|through) ; trying to get in ; hammering on ; banging on ; kicking (?:the|at) ; at the (?:gate|gates|fence|window|back door|fire door) ; up and down ; outside (?:with|the gate|the gates|his|her) ; turned up (?:with|shouting|and|drunk|looking) ; waiting (?:outside|for (?:him|her|them|me|one)) ; will not (?:leave|go) ; refus\w+ to (?:leave|go) ; locked (?:the|us|me|himself|herself|him|her|them) ; inside the ; on (?:his|her|their) way (?:in|here|to the school|up|over) ; coming (?:for|up to|to get) ; demanding
    `),
  },
  {
    about: 'a threat, or fear',
    weight: 2,
    words: listed(String.raw`
      threat\w* ; going to (?:kill|get|hurt|hit|stab|shoot|burn|smash|do|sort|batter|beat|jump|drink|take|blow|cut|end|attack|throw|slit|set|finish|make (?:him|her|them)) ; will (?:kill|hurt|hit|stab|shoot|burn|smash|batter|beat|get (?:him|her|me|them)|do time|do it|swing for|finish) ; gonna \w+ ; wants to (?:kill|hurt|stab|jump|die|end|fight|burn|smash) ; is next ; are next ; revenge ; get (?:him|her|them|you) back ; pay for (?:it|this) ; sort (?:him|her|them|out) ; kill\w* ; murder\w* ; bomb ; leave the building ; evacuat\w* ; blow up ; shoot up ; hostage ; ransom for
      frightened ; scared ; terrified ; petrified ; fear(?:s|ing)? for ; afraid ; hysterical ; panick\w* ; scream\w* ; crying for help ; begging ; pleading ; cowering ; hiding ; barricad\w* ; whisper\w* ; outside (?:his|her|the|my) (?:door|room|house) ; trapped with ; not safe ; unsafe ; danger\w* ; in trouble ; shaking like
    `),
  },
  {
    about: 'despair, or a farewell',
    weight: 4,
    words: listed(String.raw`
      good ?byes? ; make it (?:all )?stop ; stop the pain ; taken them all ; farewell ; sorry for everything ; forgive me ; look after my ; take care of (?:my|mum|him|her|them) ; tell (?:my )?(?:mum|dad|everyone|them) i (?:love|loved|am sorry) ; love you all ; i love you all ; given (?:me|him|her|away) (?:his|her|all) ; giving away ; last (?:time you|day on|night on)
      (?:wants?|wish\w*) (?:it )?(?:all )?(?:to be )?(?:over|to end|to stop|it over|to disappear|to sleep forever|to not wake|out of)(?: with)? ; over with ; do it (?:at|tonight|now|today|later|this|after|when|in) ; had enough of (?:life|living|everything|it all) ; nothing (?:left|to live) ; no way out ; no future ; not (?:worth|want\w*) (?:it|living|to live|to be here|anything) ; not be (?:here|around|missed) ; nobody would (?:care|miss|notice) ; burden ; give up ; given up ; hopeless ; cannot go on ; can not do this ; suicid\w* ; kill (?:him|her|my|them)sel\w+ ; end it ; jump ; self ?harm\w* (?:now|again|in) ; loop ; hang\w* (?:him|her|my)self ; wants to die ; death
    `),
  },
  {
    about: 'here, now, come',
    weight: 1,
    words: listed(String.raw`
      now ; right now ; just ; quick\w* ; asap ; urgent\w* ; help ; emergency ; 999 ; 911 ; ambulance ; paramedics? ; police ; fire brigade ; come ; someone needs to ; somebody needs to ; need (?:someone|somebody|help|you|slt|backup|a first aider|the head) ; send (?:someone|help|somebody|slt|first aid) ; can (?:someone|somebody|anyone) ; on my own with ; i have \w+ (?:here|in my) ; here with ; in front of me ; stood here ; standing here ; still ; tonight ; this minute ; any minute ; about to ; started ; again ; everyone is ; please
      outside ; in the (?:hall|corridor|playground|toilets?|loos?|car park|office|classroom|foyer|yard|field|kitchen|gym|lab|library|nursery|canteen|cloakroom|changing rooms?|lesson|queue) ; on the (?:field|playground|stairs|steps|floor|ground|bus|coach|minibus|pitch|path|grass|trip|roof|bank) ; at the (?:gate|gates|door|hatch|entrance|front|back|fence|bus stop|crossing|pool) ; in (?:reception|my room|room \w+|isolation|here|class) ; by the \w+ ; behind the \w+ ; near the \w+ ; our (?:lollipop|caretaker|cook|head|bus|coach)
    `),
  },
  {
    about: 'it is going on',
    weight: 1,
    words: listed(String.raw`
      (?:is|are|am) (?:now |still |just |all |really |not )?(?!(?:going to|asking|wondering|looking|planning|doing|learning|moving|coming to|visiting|starting|leaving|reading|writing|running the|trying to find|saying|getting|having|being|feeling|telling|talking|sending|messaging|texting|posting)\b)[a-z]{3,}ing ; (?:has|have) just ; cannot ; will not ; (?:has|have) got (?:hold|him|her|them|a|an|his|her|the|me) ; keeps \w+ing ; (?:is|are) (?:sat|stood|lying|stuck|underneath|under|up|out|inside|outside|down|in|on|off|at|next|cold|hurt|gone|loose) ; it is getting ; getting worse ; has (?:turned up|poured|torn|locked|blocked|dropped|run|bitten|fallen|swallowed|climbed|pulled|tied|taken|cut|broken|gone|come|hit|thrown)
    `),
  },
  {
    about: 'another day',
    weight: -3,
    words: listed(String.raw`
      yesterday ; last (?:night|week|weekend|term|year|month|lesson|half ?term|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer) ; the other (?:day|week|night) ; ago ; (?:at|over|during) the weekend ; used to ; in the past ; once (?:told|said|saw) ; when (?:he|she|they|i) (?:was|were) ; on (?:saturday|sunday) ; weeks? now ; 2 weeks ; for (?:weeks|months|years) ; this morning ; at lunch today ; earlier today
      is (?:fine|ok|okay|better|safe) now ; all fine ; been (?:found|dealt with|sorted|collected) ; in hospital
    `),
  },
  {
    about: 'a habit, or hearsay',
    weight: -2,
    words: listed(String.raw`
      always ; every (?:day|night|morning|week|time|lesson|weekend) ; often ; sometimes ; usually ; regularly ; at night ; when (?:he|she|they|mum|dad) (?:is|are|gets?|goes|drinks) ; reckons ; let slip ; apparently ; rumou?rs? ; heard (?:that|two|some|a|from) ; overheard ; been seen ; noticed ; goes on about ; mentioned ; confided ; disclosed ; drew ; drawing ; wrote (?:a|about|in) ; story ; diary ; book ; bruis\w* ; marks? on ; scars? ; flinch\w*
    `),
  },
  {
    about: 'screens and records',
    weight: -3,
    words: listed(String.raw`
      page ; account ; e ?mail\w* ; post(?:ed|ing|s)? ; photos? ; pictures? ; pics? ; videos? ; film(?:ed|ing) ; snap ?chat ; insta\w* ; tik ?tok ; facebook ; whatsapp ; twitter ; you ?tube ; roblox ; fortnite ; discord ; xbox ; online ; website ; internet ; nudes? ; naked ; group chat ; chat ; meme ; messages me ; messaging ; friend request ; follow(?:s|ed)? me ; password ; login ; log ?in ; laptop ; computers? ; ipad ; usb ; memory stick ; phone ; files? ; folder ; registers? ; reports? ; printer ; printed ; screen ; data ; link ; hacked ; virus ; ransom\w* ; google\w* ; lanyard
    `),
  },
  {
    about: 'a colleague, or conduct',
    weight: -2,
    words: listed(String.raw`
      colleagues? ; (?:a|the|our|my) (?:ta|teacher|coach|supply|volunteer|caretaker|head|governor|midday supervisor|supervisor|cover teacher|youth leader|co worker|line manager|tutor|sports coach) (?:has been|was|is|keeps|called|said|told|shouted|swore|showed|took|always|touched|grabbed|yanked|pushed|hit|slapped) ; sir ; miss \w+ ; mr \w+ (?:is|was|has|keeps|always|hit|touched) ; uncomfortable ; inappropriate\w* ; touch(?:es|ed|ing) ; bully\w* ; bullied ; called (?:him|her|me|them|names) ; racist ; nasty ; rude ; swore ; shouted at ; name ?call\w* ; boyfriend ; relationship ; fanc(?:y|ies) ; flirt\w* ; vap(?:e|es|ed|ing) ; weed ; cannabis ; smell(?:s|ing)? of ; hug(?:s|ging|ged)? ; kiss\w* ; secret ; detention ; complain\w* ; consent ; permission ; my car ; sue
    `),
  },
  {
    about: 'teaching and rules',
    weight: -4,
    words: listed(String.raw`
      education ; play with ; topic ; polic(?:y|ies) ; procedures? ; rules? ; allowed ; training ; trained ; (?:lesson|assembly|talk|workshop|display|poster|leaflet|course|book|story|film) (?:on|about) ; learning about ; risk assessments? ; accident book ; drill ; alarm test ; cookery ; ofsted ; inspection ; inset ; locked out of my
    `),
  },
  {
    about: 'everyday business',
    weight: -2,
    words: listed(String.raw`
      book(?:ed|ing)? (?:a|the|of) ; homework ; timetable ; cover (?:for|my|a) ; rota ; newsletter ; raffle ; summer fair ; nativity ; sports day ; photograph\w* ; parents evening ; next (?:week|term|month|year) ; (?:on|this) (?:monday|tuesday|wednesday|thursday|friday)
      birthday ; medal ; netball ; won ; score ; app ; reset\w* ; mileage ; receipt ; invoice ; wages ; kettle ; coffee ; tea ; heating ; wifi ; projector ; photocopier ; glue sticks ; hamster ; maternity ; sick note ; ok ; brilliant ; great ; lovely ; thanks ; well done ; wedding of ; applied ; interview ; holiday
    `),
  },
];
