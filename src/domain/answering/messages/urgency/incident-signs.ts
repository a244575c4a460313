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
