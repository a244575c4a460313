import { listed } from '../listed.ts';
import type { Sign } from './sign.ts';

/** That something has happened which is to be reported. */
export const incidentSigns: readonly Sign[] = [
  {
    about: 'a child has told something',
    patterns: listed(String.raw`
      {child} _(?:told|disclosed|confided|reported|opened up|revealed|admitted) __(?:me|us|my ta|my colleague|a colleague|abuse|something|that)
      (?:disclosed|disclosure) _(?:to me|abuse|from) ; {child} (?:has |just |has just )?disclosed
      (?:he|she|they) (?:has |have |just |has just )*(?:told|confided in|disclosed to) me
      (?:been )?told by (?:a|the|one|another|some) _{child}
      (?:said|says|saying|told|tells|claims|reckons|writes|wrote|drew) __(?:hits?|hurts?|touch\w*|beats?|kicks?|slaps?|watches|smacks?|abus\w+|shouts at|locks|scared of|hitting|hurting|punches|starv\w+|nothing to eat|raped)
      just had a disclosure
      (?:been|is|was|being|getting) _(?:abused|groomed|molested|raped|neglected|exploited|sexually assaulted|assaulted)
      {child} _(?:said|says|told) __(?:secret|uncomfortable|scared|unsafe|inappropriate)
    `),
    harmless: listed(String.raw`
      (?:told|asked) me (?:the time|the answer) ; forgot ; homework ; birthday ; favourite
    `),
  },
  {
    about: 'contact received',
    patterns: listed(String.raw`
      {child} _(?:sent|messaged|texted|added|followed|friended|friend requested|emailed|dmd|dm d|called|rang|phoned|contacted|tagged|snapped|snapchatted|whatsapped|messaging|texting|sending|adding|following|requested|replied to|facetimed|inboxed) (?:\w+ )?(?:me|my|us)(?! what| how| if)
      (?:been|getting|got|had|received|receiving|having) __(?:messages?|texts?|calls?|dms?|friend request|snaps?|requests?) (?:from|off|by) (?:a |an |one of my |another |some |the )?_{child}
      {adult} _(?:added|followed|friended|friend requested|stalking|harassing|trolling) (?:me|my|us)
      {adult} _(?:sent|messaged|texted|emailed|left|posted|sending|messaging) (?:me |us )?(?:a |an |some |really |lots of |these |very )*(?:friend request|threat\w*|abusive|nasty|rude|horrible|aggressive|sexual|inappropriate|creepy|racist|explicit|naked|nude|offensive|vile|disgusting)
      (?:received|got|had|getting|been sent|been getting|receiving|sent me) __(?:threat\w*|abusive|nasty|horrible|sexual|inappropriate|suspicious|creepy|nude|nudes|naked|indecent|explicit|offensive|vile|racist|death threats?) _(?:messages?|e ?mails?|texts?|picture|image|photo|calls?|dms?|voicemail|letter|note|comments?|video)
      (?:sent|sending|texted|messaged) (?:me|us) _{explicit}
    `),
    harmless: listed(String.raw`
      homework ; coursework ; essay ; maths ; lesson ; timetable ; copy of the policy
    `),
  },
  {
    about: 'something seen or found',
    patterns: listed(String.raw`
      (?:found|seen|saw|discovered|noticed|overheard|heard|witnessed|caught|walked in on|came across|come across|spotted|uncovered|stumbled on|stumbled across) __(?:{explicit}|bruis\w+|marks|burns?|injur\w+|weapon|knife|drugs|cannabis|weed|vapes?|vaping|hit|hitting|slap\w*|shout\w* at|swear\w*|grab\w*|touch\w*|kiss\w*|tak(?:e|ing) (?:a |some )?{picture}|film\w* (?:a|the|pupils|children)|racist|extremist|bully\w*|fake (?:account|profile|page)|sharing|push\w*|cuts on|scars|mean to|alone with)
      (?:marks|bruis\w+|cuts|burns|scars|scratches|black eye|bite marks?) (?:all )?(?:on|over|down|up) (?:his|her|their)
      {child} _(?:has|have|came in with|come in with|got|with|showed me|showing me|turned up with) _(?:bruis\w+|cuts|burn|burns|marks|injur\w+|black eye|scars|cigarette)
      {child} (?:self harms|is cutting|has been cutting|has been self harming|cuts (?:himself|herself))
      (?:been|started|is) (?:self harming|cutting)
      (?:showed|shown|showing|shows) me (?:\w+ ){0,5}(?:photo|picture|pic|video|image|message|messages|texts?|chat|nude)
    `),
  },
  {
    about: 'an adult crossing a line',
    patterns: listed(String.raw`
      {adult} _(?:been|is|are|was|were|keeps|kept) (?:\w+ )?(?:taking|sharing|posting|sending|filming|recording|photographing) __(?:{picture}|pupils?|children|kids)
      {adult} _(?:took|taken|shared|posted|filmed|photographed) __(?:{picture}|pupils?|children|kids)
      {adult} (?:is|are|has been|have been|was|keeps|kept|been) _(?:messaging|texting|dating|meeting|sexting|contacting|touching|grooming|seeing|hugging|alone with|snapchatting|giving|hitting|bullying|kissing|flirting with|following|inviting) _(?:{child}|him|her)
      {adult} _(?:hit|slapped|pushed|kicked|grabbed|smacked|shouted at|swore at|kissed|touched|hurt|dragged|restrained|shook|pinched|locked) (?:a|the|my|another|one of the|some|his|her) _{child}
      {adult} is _(?:relationship|affair) with _{child}
      smells of (?:drink|alcohol) (?:at|in) (?:work|school|class)
      {adult} _(?:turned up|came|come) (?:to \w+ )?drunk
    `),
  },
  {
    about: 'online harm to a colleague or to me',
    patterns: listed(String.raw`
      (?:posted|posting|put|putting|uploaded|uploading|written|writing|wrote|made|making|shared|sharing|spreading|saying|said|commented|commenting|slagging|messages?|lies|rumours|nasty) __(?:about|of) (?:me|us)\b
      (?:taking the (?:mick|mickey|piss|michael) out of|slagging|mocking|trolling|bullying|harassing|stalking|impersonating|filming|recording|photographing|videoing) (?:me|us)\b
      (?:filmed|recorded|photographed|videoed|video called) (?:me|us)\b
      (?:made|set up|created|found|got|is|there is) _(?:fake|parody|spoof) _(?:account|profile|page|instagram|facebook|tiktok)
      (?:pretending to be|impersonating|impersonated) (?:me|a teacher|the head|our|the school)
      (?:fake|deep ?fake) _{picture} of (?:me|a|our)
      (?:am|is|are|been) being _(?:trolled|harassed|cyberbullied|bullied|blackmailed|stalked|threatened|exploited|sextorted|targeted|picked on)
      (?:been|got|getting) _(?:trolled|cyberbullied|blackmailed|stalked|sextorted|harassed|bullied|threatened)
    `),
  },
  {
    about: 'account or device',
    patterns: listed(String.raw`
      (?:{adult}|{child}|he|she|they) _(?:got into|got in to|gotten into|hacked|hacked into|broken into|broke into|accessed|logged (?:on|in|onto|into)(?: to)?|guessed|stolen|stole|knows|taken over|been using|been on|used|changed) (?:to )?(?:my|our|the school|a colleague) _{account}
      (?:my|our|school) _{account} __(?:hacked|compromised|taken over|leaked|breached|stolen|phished)
      (?:i|we) (?:have )?(?:think i )?(?:been|got|was|were) (?:hacked|phished|scammed|locked out by)
      has (?:got|found out|seen|worked out) my password ; (?:gave|given|told|shared|shared) _my password
      (?:clicked|opened|downloaded|entered|replied to|fell for|scanned) __(?:link|attachment|phish\w*|dodgy|suspicious|scam|spam|virus|qr code)
      (?:have|got|had|showing|says|is|there is|infected) _(?:ransomware|a virus|malware|spyware)
      (?:ransomware|virus|malware) _(?:on|message|warning|has)
    `),
    harmless: listed(String.raw`
      set up ; new phone ; policy says
    `),
  },
  {
    about: 'lost, stolen or sent astray',
    patterns: listed(String.raw`
      (?:i|we|{adult}|he|she|they) (?:(?:have|has|had|just|think i have|may have|might have|think i|seem to have|accidentally|also|ve) )*(?:lost|misplaced|mislaid|dropped) __{thing}
      (?:left|forgot|dropped) __{thing} __(?:on|at|in) (?:the|a|my|public) (?:\w+ )?(?:train|bus|tube|tram|taxi|cab|cafe|pub|shop|plane|airport|hotel|restaurant|park|gym|station|supermarket|roof of)
      {thing} __(?:(?:was|were|been|got|is|has been|just) (?:\w+ )?(?:stolen|nicked|taken|lost|pinched)|gone missing|is missing|went missing)
      (?:stole|nicked|taken|stolen|pinched) (?:my|our|the|a) _{thing}
      (?:car|house|classroom|office|bag) _(?:broken into|burgled|stolen)
      (?:sent|emailed|e mailed|shared|posted|forwarded|copied|ccd|cc d|uploaded|published|attached|printed|gave|given|handed|texted|left) __(?:wrong|(?:to )?all (?:of )?(?:the |our )?parents|to everyone|to everybody|whole school)
      (?:accident\w*|by mistake|in error|mistakenly) (?:\w+ ){0,2}(?:friended|followed|messaged|texted|sent|emailed|shared|posted|forwarded|copied|uploaded|published|opened|deleted|clicked|saw|visited|gave|replied|called|liked|added|searched|showed|left)
      (?:sent|emailed|shared|posted|forwarded|uploaded|published|opened|deleted|clicked|gave|showed) __(?:by mistake|by accident|in error|accidentally)
      (?:i|we|{adult}) (?:have |has |just |have just |has just )*(?:posted|shared|uploaded|put|published|tweeted|sent) __{picture} __of _{child}
      (?:there has been|we have had|had|had a|is|been) (?:a )?(?:\w+ )?data breach
    `),
  },
  {
    about: 'records and devices gone astray',
    patterns: listed(String.raw`
      (?:lost|misplaced|mislaid|dropped|missing|gone|vanished|disappeared|stolen|nicked|pinched|swiped|taken|cannot find|fell out|fallen out|blew|blown) & {record}
      (?:left|forgot|forgotten|abandoned) & {record|thing} & (?:train|bus|tube|tram|taxi|cab|pub|cafe|shop|hotel|station|gym|park|plane|ferry|coach|restaurant|supermarket|printer|photocopier|copier|screen|whiteboard|projector|wall|table|library|staff ?room|reception|classroom|hall|open|unlocked|lying|behind|gone|roof|display|show|out|car|drove|seat|top)
      (?:left|lying|on show|displayed|up) & (?:on|open) & (?:screen|whiteboard|projector|board|copier|photocopier|printer) & {record}
      (?:sent|emailed|forwarded|shared|posted|gave|given|handed|texted|uploaded|published|printed|put|attached|copied|cc ?d|read out|told|showed) & {record|detail} & (?:wrong|accident\w*|mistake|in error|instead of|everyone|everybody|all (?:the |of the )?(?:parents|staff|contacts|pupils)|whole|reply all|replied all|supplier|stranger|press|public|another (?:parent|family|child)|other (?:parent|family|child)s?|newsletter|website|facebook|whatsapp|not (?:meant|supposed|allowed)|without)
      (?:replied|reply|hit reply|pressed reply) all ; instead of bcc ; cc ?d & (?:parents|everyone|families) ; wrong (?:attachment|recipient|envelope|address|inbox|parents?|mum|dad|family|pupils?|childs?)
      (?:put|posted|shared|uploaded|published|used|printed|tweeted|sent) & {picture} & (?:not (?:allowed|supposed|meant|signed|got consent)|no (?:consent|permission)|without (?:consent|permission|asking)|said no|looked after|foster|adopted)
      (?:told|gave|given|let slip|said|mentioned) & (?:address|school|where (?:he|she|they) lives?|whereabouts|phone number|foster|adopt\w*) & (?:grandparent|dad|father|mum|mother|ex|birth|caller|stranger|journalist|someone|family) & (?:not|foster|birth|ex|address|adopt\w*|protect\w*)
      (?:can see|could see|shows?|visible|on there|you see) & (?:looked after|adopted|foster\w*|(?:his|her|their|childs|pupils) face|full names?|address) ; (?:strange|odd|weird|worrying|disturbing|horrible|dodgy|unexplained) {picture}
      (?:overheard|read|saw|seen|looked) & (?:file|report|record|screen|notes|email|medical|confidential|meeting|conversation) & (?:not (?:meant|supposed|allowed)|open|confidential|private|over my shoulder|another|wrong)
    `),
    harmless: listed(String.raw`
      lanyard ; door code ; keys ; scissors ; glue ; my timetable ; instructions ; homework ; reading book ; library book
    `),
  },
  {
    about: 'attack on our systems',
    patterns: listed(String.raw`
      (?:ransom\w*|encrypted|bitcoin|malware|trojan|spyware|hack\w*|phish\w*|scam(?:med|mer|mers)?|spoof\w*) & (?:files?|pcs?|computers?|e ?mails?|accounts?|screens?|laptop|drive|server|system|network|we|us|i|my|our|office|payment|money|invoice|bank|pay|head)
      (?:typed|entered|put|gave|given|filled in|handed over|read out|sent) & (?:login|log in|passwords?|details|pin|card number|bank details|username|code) & (?:page|site|website|link|form|caller|someone|them|they|him|her|phone|email|it was|was not|fake|into|microsoft|bank|helpdesk|it support)
      {account} & (?:acting|weird\w*|logging me out|logged me out|locked (?:me )?out|pop ?ups?|by itself|on its own|did not (?:write|send)|have not (?:written|sent)|signed in from|log ?in from|been used|somebody else|someone else|taken over|not me|files? (?:gone|missing|locked)|funny names)
      (?:used|using|uses|logged (?:in|on)|signed in|been on|knows|got|guessed|has) & my (?:login|log in|logon|account|password|passcode|laptop while|computer while)
      (?:bank|payroll|account|pension) details & (?:changed|altered|been)
      (?:paid|transferred|changed|sent|bought|replied) & (?:invoice|bank details|gift cards?|vouchers?|payment|money) & (?:fake|scam|fraud\w*|not real|thought was|thought it|was not|turns out|realised|supplier never|head never)
      (?:clicked|opened|downloaded|scanned|plugged) & (?:link|attachment|invoice|file|qr|usb|stick|email|thing) & (?:now|weird|dodgy|not|wrong|virus|funny|scam|fake|found|thought|logging|acting|strange|popped|worried|realised)
    `),
    harmless: listed(String.raw`
      life ?hacks? ; hackathon ; assembly ; lesson ; training ; how do i know ; set up
    `),
  },
  {
    about: 'an adult too near a child',
    patterns: listed(String.raw`
      {adult|coach} & (?:messages|texts|snaps|dms|calls|rings|meets|follows|likes|hugs|touches|tickles|favours|adds|chats to|invites|kisses|strokes|lifts|gives|buys|shouts at|swears at|humiliates|mocks|calls|grabs|pulls|pushes|hits|smacks|screams|yells|bawls|locks|shuts|threatens|hurts|pinches|drags|pokes|flicks|teases|frightens|bullies|picks on|stands|watches|makes|buys) & {child|them} & (?:cupboard|cry|cries|doorway|chang\w*|beer|slow|wrong|naughty|{child}|at night|midnight|private|insta\w*|snap\w*|whatsapp|facebook|home|lap|hair|alone|presents?|gifts?|lifts?|names?|number|neck|arm|late|sweets|names|stupid|thick|knee|photos?)
      {adult} & (?:alone|behind (?:a )?(?:closed|locked)|locked|dark|lap|bed|bedroom|shared a room|changing rooms?|shower\w*|toilets?|massage|tickl\w*|cuddl\w*|naked|half dressed) & {child|him|her|them} & (?:door|closed|locked|room|lap|knee|changing|in there|undress\w*|alone|shower\w*|bed|touch\w*|massag\w*|cuddl\w*|while)
      {adult} & (?:arm round|arms round|hand on|hands on|rubbing|stroking|massaging|squeez\w*|brush\w* against|up against|pressed against) & {child|him|her|them}
      {adult} & (?:fanc(?:y|ies|ied)|crush|in love|flirt\w*|attracted|sexy|fit|gorgeous|hot|relationship|affair|sleeping with|dating|going out with|engaged) & {child}
      {adult} & (?:smell\w* of|drunk|drinking|hungover|high|stoned|using drugs|cannabis|dealing|asleep) & (?:work|class|lesson|duty|school|evening|trip|supervis\w*|kids|children|pupils)
      {adult} & (?:turn\w* a blind eye|ignor\w*|cover\w* up|told (?:me|us) not to (?:report|say|tell)|brushed (?:it )?off|not (?:report\w*|passed (?:it )?on|record\w*|acted)|did not report) & (?:bruis\w*|abuse|concern\w*|disclos\w*|mark\w*|report\w*|allegation|child|pupil|said|told)
      (?:restrain\w*|manhandled|grabbed|yanked|pulled|pushed|shoved|pinned|held|dragged|frogmarched|smacked|slapped|shook|poked|flicked|tapped) & {child|him|her} & (?:arm|wrist|wall|red mark|mark|bruise|ear|hair|hood|collar|wrists|down|chair|neck|shoulders?|today|saw|seen|witnessed|heard|i)
      i (?:have |may have |think i )?(?:hurt|hit|slapped|pushed|grabbed|restrained|shouted at|swore at|lost my temper with|smacked|shoved|held|trapped|locked) & {child|him|her|boy|girl}
    `),
    harmless: listed(String.raw`
      parents evening can ; shook hands ; held the door ; held a meeting ; hand on heart ; chemistry ; hot (?:meal|dinner|lunch|chocolate|drink) ; keep fit
    `),
  },
  {
    about: 'signs in a child',
    patterns: listed(String.raw`
      {child|he|she|they} & (?:smell\w*|stinks?|hungry|starving|filthy|dirty|unwashed|lice|nits|no (?:coat|lunch|food|breakfast|socks|shoes|heating|electric\w*|bed)|same clothes|steal\w* food|nicks? food|thin|losing weight|lost (?:a lot of|loads of) weight|not (?:eaten|eating|been fed|slept)|soiled|wetting|falls? asleep|exhausted) & (?:always|every|again|days?|weeks?|winter|never|keeps?|lunch\w*|weekend|clothes|home|says|told|friday|monday|wee|urine|weed|food|nothing|since|bins?|looks|coming|comes|came|class|body|smoke|dog)
      {child|he|she|they|her|his} & (?:flinch\w*|hides? under|cower\w*|rocks?|will not (?:speak|talk|get changed|undress|go)|gone quiet|withdrawn|tearful|cries every|cry\w* every|sobbing|in bits|in tears|panic attacks?|nightmares|wets|soils|scared of|frightened of|terrified of|jumpy|clingy)
      {child|he|she} & (?:bruis\w*|marks?|burns?|scars?|cuts|scratches|bite marks?|black eye|split lip|swollen|limping|fat lip|welts?|love bites?|hand ?prints?|finger ?marks?|lumps?|scabs?|bald patch\w*|injur\w*) & (?:on|his|her|says|said|fell|door|explain\w*|not (?:say|tell|explain)|again|arms?|legs?|back|face|neck|thigh\w*|mum|dad|another|new|cannot)
      {child|he|she} & (?:pregnant|missed (?:her )?period|sti|morning after|miscarriage) ; {child|he|she} & (?:new (?:trainers|phone|coat)|two phones|three phones|second phone|lots of cash|wads? of|expensive|gifts|drop\w* (?:off )?packages?|county lines|trap house|picked up by|older (?:lads|men|boys|man|friends)|hotel|running drugs|dealing|carrying drugs|gang)
      (?:boyfriend|girlfriend|partner|fiance|older man) & (?:not let|will not let|checks|controls|tracks|hits|makes her|makes him|pressur\w*|threat\w*|\d\d|older|adult|money|gifts|phone) & {child|her|she|his|he}
      {child|he|she} & (?:vap(?:e|es|ing)|weed|cannabis|spice|ket|drugs?|pills|alcohol|vodka|drunk|smoking|cigarettes?|nitrous|balloons) & (?:found|caught|blazer|bag|pocket|toilets?|stink\w*|smell\w*|reek\w*|came|fell|sell\w*|buy\w*|bought|dealing|behind|selling|giving|offered|field|break|had|has)
      (?:found|discovered|handed) & (?:pills|tablets|drugs?|weed|cannabis|vapes?|needles?|condoms?|bag of|powder|bottle of vodka|cigarettes) & (?:toilets?|bag|locker|playground|field|classroom|boys|girls|pocket|drawer|bin|coat|desk|trip)
      {child|he|she} & (?:sexual\w*|pulled (?:his|her|their) (?:pants|trousers|knickers|skirt) down|pants down|private|privates|willy|fanny|down (?:his|her) (?:pants|trousers)|between (?:the|her|his) legs|exposed|touched (?:her|his|another)|humping|kissing|bottom|boobs|breasts|bra|up (?:her|my) skirt|groped)
    `),
    harmless: listed(String.raw`
      spelling ; test marks? ; exam marks? ; marks? (?:scheme|book) ; full marks ; top marks ; policy ; nativity ; school play ; toilet training ; smoke alarm ; medication form
    `),
  },
  {
    about: 'a hedged worry',
    patterns: listed(String.raw`
      (?:might|may|could|probably|maybe) (?:well )?(?:be |is |its |it is )?nothing & {someone} ; (?:bad|funny|horrible|uneasy|odd|weird|uncomfortable) feeling & {someone} ; gut (?:feeling|says) & {someone}
      (?:does|did|do|is|was) not (?:feel|sit|seem|look|sound)? ?(?:quite |very )?(?:right|appropriate|normal|add up|ok|okay) & {someone} ; not (?:comfortable|happy) (?:with|about) (?:the way|how|what) & {someone}
      something (?:is|was|feels|seems|seemed|felt) (?:\w+ )?(?:off|wrong|not right|up|going on|odd|weird) & {someone} ; not sure (?:if|whether) (?:this is|it is|i should|to|its) & {someone} & (?:report|safeguarding|anything|say|tell|saw|heard|told|said|pass|concern)
      (?:need|want|would like|have|got) to (?:report|flag|raise|disclose|pass on|tell (?:someone|you|somebody) about) & {child|adult|he|she|him|her} ; i (?:need|want) to (?:make|report) (?:a|an) (?:disclosure|allegation|referral)
      (?:cannot stop thinking|keeps playing on my mind|been bothering me|bothering me|keeps me awake) & {someone} ; (?:rumours?|heard on the grapevine|people are saying|word is|apparently|gossip) & {adult} & {child}
    `),
    harmless: listed(String.raw`
      printer ; projector ; leak ; heating ; timetable ; parking ; photocopier ; wifi ; absence ; sick ; ofsted
    `),
  },
  {
    about: 'a worry now',
    patterns: listed(String.raw`
      (?:am|are|been|i m|really|quite|getting|bit|very|so|feel|feeling) (?:\w+ )?(?:worried|concerned|scared|uneasy|uncomfortable|anxious) (?:about|for|by) (?:\w+ ){0,4}(?:{child}|{adult}|him|her|he|she)
      (?:i|we) (?:have|have got|had|got) (?:a |an |some |serious |real |got |big |another |safeguarding )*(?:concerns?|worry|worries|allegation|suspicions?) (?:about|regarding|over) (?:\w+ ){0,4}(?:{child}|{adult}|him|her)
      (?:i|we) (?:suspect|think|believe|fear) __(?:is being|are being|has been|have been|being|is) _(?:abused|groomed|neglected|hurt|exploited|hit|radicalised|bullied|trafficked|beaten|starved|pregnant)
      safeguarding (?:issue|incident|concern) (?:right now|happening|today|this morning|just)
    `),
  },
  {
    about: 'online harm to a child',
    patterns: listed(String.raw`
      {child} _(?:has|have|had|is|are|was|were|been|being|keeps|just|found) __(?:seen|saw|looked at|looking at|watching|watched|accessed|viewed|shown|searching|searched|sent|sharing|shared|getting|received|asked for|talking to|sending|posting|selling|swapping|messaging|gaming with|caught with) __(?:{explicit}|extremist|self harm|suicide|violent|strangers?|man|men|gore|beheading|racist|terror\w*|drugs|hate|someone (?:online|older|he|she))
      (?:are|is|been|were) (?:\w+ )?(?:sharing|passing round|passing around|sending|trading|swapping|airdropping|showing|selling) __{explicit}
      {explicit} (?:{picture} )?__(?:is|are|has been|have been|being) (?:going round|going around|doing the rounds|shared|passed|spread\w*|circulat\w+|sent)
      (?:something|stuff|things?|images?|video|website|site|pop ?up) (?:really )?(?:horrible|awful|nasty|disgusting|rude|violent|upsetting|graphic|inappropriate|dodgy) _(?:came|popped|appeared|flashed|showed)
      (?:{explicit}|horrible|disgusting|graphic|rude) __(?:came up|popped up|appeared|came on|flashed up|showed up)
      (?:set up|made|created|started|running|has|have|got) __(?:whatsapp|snapchat|group|chat|page|account|instagram|tiktok|poll) __(?:bully\w*|hate|abus\w+|mock\w*|rating|ranking|laugh\w*|about (?:a|another|one of|his|her|the))
      (?:asked|asking|asks|begging|pressur\w+|forced|forcing|made) (?:her|him|them|a {child}|{child}) __(?:{picture}|nudes?|naked|undress|strip|meet)
      {child} _(?:is|was|has been|being|been|getting) _(?:groomed|blackmailed|bullied|threatened|stalked|sextorted|radicalised|catfished|exploited|harassed|cyberbullied|trolled)
      (?:is|has been|been|are) being groomed ; (?:fighting|filmed a fight|happy slapping)$
    `),
  },
];
