import { listed } from '../listed.ts';
import type { Sign } from './sign.ts';

/** That somebody may come to harm now. */
export const dangerSigns: readonly Sign[] = [
  {
    about: 'self-harm going on',
    patterns: listed(String.raw`
      (?:hurting|cutting|stabbing|strangling|hanging|suffocating|burning|poisoning|killing|harming|scratching) (?:{self}|(?:his|her|their) (?:wrists?|arms?|legs?|throat))
      is (?:currently )?self ?harming
      (?:tried|trying|attempted|attempting|threaten\w*|going|gonna|about|wants?|wanting|plan\w*|will|would) _(?:kill|hang|hurt|harm|stab|cut|drown|shoot|strangle|suffocate) {self}
    `),
  },
  {
    about: 'suicide',
    patterns: listed(String.raw`
      wants? to die ; wish(?:es)? (?:he|she|they) (?:was|were) dead
      (?:not|never) want(?:s|ing)? to (?:live|be alive|be here any ?more|wake up)
      (?:is|feels?|feeling|are|seems) (?:\w+ )?suicidal ; suicide note
      (?:attempted|attempting|commit|committing) suicide ; end(?:ing)? (?:it all|(?:his|her|their) (?:own )?life)
      (?:taken|took|taking|had) (?:an? )?overdose ; (?:has|is|just) overdos(?:ed|ing)
      (?:taken|took|swallowed|drunk|drank|eaten) _(?:pills|tablets|paracetamol|ibuprofen|bleach|batter(?:y|ies)|medication|magnets?|poison)
      noose
    `),
  },
  {
    about: 'weapon',
    patterns: listed(String.raw`
      (?:has|have|had|got|carrying|holding|waving|brandishing|pulled|pulling|swinging|produced|brought|bringing|with|found|grabbed|picked up) (?:got |out |in |up )?(?:a |an |his |her |their |the |two |some |what looks like a )?(?:\w+ )?{weapon}
      {weapon} (?:to|at|on) (?:his|her|my|another|a|the) (?:throat|neck|{child}|teacher|bag)
      (?:is|are|was|were|has been|have been|just|been|got|been) (?:stabbed|shot at|shot|slashed|run over|knocked down|hit by a (?:car|bus|van|lorry|bike))
    `),
    harmless: listed(String.raw`
      (?:toy|plastic|butter|craft|nerf|water|pretend|prop|palette|cutlery|kitchen|cake|glue|lego|foam) (?:gun|kni(?:fe|ves)|sword|weapon|axe|blade|scissors)
      cookery ; cooking ; food tech ; scouts? ; nail gun ; glue gun
      in the (?:book|story|play|film|novel|game|text|drama) ; craft ; hammer drill ; woodwork ; sew(?:ing)?
      technology ; safety scissors
    `),
  },
  {
    about: 'about to fall or jump',
    patterns: listed(String.raw`
      (?:threaten\w*|going|about|trying|wants?|will|gonna|says?|saying|ready|might|tried) _jump(?:ing)?(?: (?:off|out|from|in front|over)| __(?:roof|window|bridge)|$)
      (?:is|are|standing|sitting|climbed|climbing|up|gone|got|stuck) _(?:on|onto|over|off) the (?:\w+ )?(?:roof|ledge|railings?|bridge|scaffolding|window ?sill|balcony|fire escape|banister|train line|tracks?)$
      (?:is|are|standing|sitting|climbed|climbing|gone|got|stuck) _(?:on|onto|over|out of) the (?:\w+ )?(?:roof|ledge|railings?|bridge|scaffolding|window|balcony|banister|tracks?)
      (?:has|have|just) fallen (?:off|out|from|down|through)
    `),
    harmless: listed(String.raw`
      trampolin\w* ; long jump ; high jump ; skipping ; hoops ; bandwagon ; conclusion\w* ; jump on
    `),
  },
  {
    about: 'medical emergency',
    patterns: listed(String.raw`
      (?:not|stopped|struggling to|cannot|can not|hardly|barely|trouble|difficulty|isnt) (?:breath\w*|breathing)
      (?:is|are|was|has gone|child|boy|girl|pupil|student|lying|found|now|still|and) _unconscious ; unresponsive
      (?:is|are) not responding$ ; (?:has|have|just|has just|s) collapsed ; {child} collapsed
      (?:is|are|having|have|had|has) (?:a |an )?(?:\w+ )?(?:seizure|heart attack|stroke|asthma attack|anaphyla\w+|allergic reaction|epileptic fit|cardiac arrest)
      (?:is|are|having|now|started) (?:a fit|fitting)$
      is (?:having )?(?:a )?fit(?:ting)? (?:in|on|at|and|right|now) ; (?:is|are|was|been) choking ; {child} choking
      {child} fitting(?! in well)
      (?:been|being) (?:punched|kicked|beaten|stabbed|headbutted|bitten|throttled|attacked|hit) by
      stuck in the (?:pool|water|river)
      {child} (?:drank|ate|swallowed) (?:\w+ )?(?:fluid|bleach|cleaner|chemicals?|batter(?:y|ies)|poison|pills|tablets)
      choking on ; bleeding _(?:heavily|badly|lot|everywhere|profusely|out|head|loads|neck|wrist)
      (?:will not|not) stop bleeding ; losing (?:a lot of )?blood ; (?:gone|going|turning|turned|lips) (?:are )?blue
      (?:is|are|was) (?:dying|dead|drowning|electrocuted|unwell and not waking)$
      {child} _(?:is|has) (?:dying|died|dead|drowning|been electrocuted) ; not waking up ; will not wake up
      no pulse ; heart has stopped ; needs? an ambulance
      (?:get|send|calling|called|call) (?:for )?an ambulance (?:now|quick\w*|please|to|for)
      (?:anaphylactic|no epipen|needs? (?:his|her|an|their) epipen) ; broken (?:his|her|their) (?:neck|back)
      (?:badly|seriously|severely) (?:hurt|injured|burn(?:ed|t)) ; hit (?:his|her|their) head and
      (?:passed out|fainted and|knocked out|out cold)
    `),
    harmless: listed(String.raw`
      unconscious bias ; first aid course ; on (?:his|her|its) last legs
    `),
  },
  {
    about: 'missing child',
    patterns: listed(String.raw`
      {child} _(?:is|are|has gone|have gone|gone|still|went) missing
      (?:he|she|they) (?:is|has gone|have gone|are|is still) missing ; missing (?:{child})$
      (?:lost|missing|missed) (?:a|one of (?:my|our|the)|two) {child}(?= (?:on|at|in|from|near|somewhere)\b|$)
      (?:{child}|he|she|they) _(?:has|have|just|had|is|are)?(?: just| now)? ?(?:run|ran|walked|wandered|gone|got|climbed|running|escaped|bolted|legged it|done a runner)(?: (?:out|off|away|into|over|through|past|onto|on to))+ (?:of )?(?:the )?(?:\w+ )?(?:school|site|road|gates?|fence|building|premises|traffic|street|grounds|trip|wall|woods?|car park|motorway|main road)
      (?:{child}|he|she|they|one of (?:ours|mine|them)) _(?:has|have|just) (?:just )?(?:legged it|run off|ran off|run away|ran away|absconded|walked out|left the (?:site|premises|building|grounds)|disappeared|vanished|done a runner|escaped)
      (?:cannot|not|unable to|could not|nobody can|no one can) find (?:him|her|them|the (?:boy|girl|kid|child|pupil)|(?:a|one of|one|two of|two) (?:\w+ ){0,3}{child})(?! (?:file|s)\b)
      nobody knows where (?:he|she|they|the {child}) (?:is|are|has gone)
      (?:been|being) (?:abducted|kidnapped|taken away by|snatched)
    `),
    harmless: listed(String.raw`
      child protection file
    `),
  },
  {
    about: 'intruder or attack',
    patterns: listed(String.raw`
      (?:intruder|trespasser|gunman|shooter)(?: _(?:on|in|at|inside|near|outside)|$)
      (?:stranger|unknown (?:man|woman|person)|strange man|man we do not know) _(?:on site|in the (?:\w+ )?(?:school|building|playground|grounds|corridor|toilets?|car park)|has (?:got|come|walked|climbed) in|got into|at the (?:fence|gate|gates))
      (?:is|are|keeps|someone) (?:trying|attempting|about) to (?:take|snatch|abduct|grab|kidnap|break in|break into|break down|attack|strangle|stab|kill|hurt|get in|force|set fire|climb)
      trying to (?:take|snatch|grab|abduct) (?:a|the|my|one of|his|her) _{child} ; (?:is|are) breaking in
      (?:is|are|keeps|being|been|just|has|now) _(?:attacking|strangling|stabbing|beating|punching|kicking|assaulting|raping|molesting|hurting|smashing|hitting|throttling|attacked|throwing chairs at) {them}
      {child} (?:is )?(?:attacking|strangling|beating|punching|kicking|hitting) {them}
      (?:is|are) being _(?:attacked|strangled|beaten|hit|punched|kicked|assaulted|raped|hurt|held|dragged|throttled)
      (?:has|have) (?:just )?(?:attacked|strangled|punched|assaulted|raped|stabbed|headbutted) {them}
      (?:are|is) fighting ; {child} fighting ; there is a (?:\w+ )?fight
      (?:is|are) _threatening _(?:people|me|us|staff|everyone|another|others|{child}|to (?:kill|stab|hurt|shoot|attack|hit|burn|smash|punch|beat))
      threatened to (?:kill|stab|shoot|burn|rape|attack|punch)
      (?:going|gonna|will|wants?|coming|threat\w*) (?:to )?(?:kill|stab|shoot|rape|beat up|beat) (?:me|him|her|them|us|another|someone|people|a|the|his|my)
      (?:we are|school is) in lockdown ; holding _hostage
      (?:hostage|bomb threat|suspicious package|chemical spill|explosion)$
      (?:found|received|been|had|phoned in|there is) a (?:bomb threat|suspicious package|bomb)
    `),
    harmless: listed(String.raw`
      heart rate ; lockdown (?:policy|drill|procedure) ; fire drill ; water fight ; pillow fight ; snowball
      account ; e ?mail ; password ; laptop ; website
    `),
  },
  {
    about: 'harm awaited soon',
    patterns: listed(String.raw`
      (?:going to|gonna|will|is going to) (?:hurt|hit|beat|touch|rape|kill) (?:her|him|them) (?:tonight|when|later|again|after|at home|today)
      (?:scared|afraid|frightened|terrified|refusing|too scared|does not want|do not want) to go home
      not (?:feel )?safe (?:going|to go|at) home ; (?:is|are) not safe$
      (?:about to|going to|going off to|on (?:his|her|their) way to|gone to|planning to|arranged to|left to|plans to|agreed to|off to) meet (?:up with )?_(?:man|stranger|someone|boy|guy|person|adult|friend|lad|woman|bloke|him)
      (?:drunk|intoxicated|high on drugs|stinks of alcohol|smells of (?:drink|alcohol))__(?:collect|pick|drive|car|home|take|pickup)
      (?:collect|pick\w*|pickup|driv\w+)__(?:drunk|intoxicated|smells of (?:drink|alcohol)|off (?:his|her) head)
    `),
  },
  {
    about: 'fire or gas',
    patterns: listed(String.raw`
      there is (?:a |an )?(?:\w+ )?(?:fire|gas leak|explosion|flood and electric) ; (?:is|are) on fire
      (?:school|kitchen|classroom|bin|building|toilets?|block) (?:is )?(?:on fire|burning|in flames)
      (?:can |could )?smell (?:of )?(?:gas|burning|smoke) ; (?:set|setting|started) (?:a )?fire (?:to|in)
      gas leak$
    `),
    harmless: listed(String.raw`
      drill ; fire door ; fire exit ; extinguisher ; risk assessment ; fire safety ; fire alarm test ; fire warden
      fire marshal
    `),
  },
  {
    about: 'danger by name',
    patterns: listed(String.raw`
      (?:is|are|am|in|and) (?:in )?(?:immediate|real|imminent|grave|serious|great) danger
      (?:{child}|he|she|they|someone|we|i|staff) (?:is|are|am)? ?in danger ; (?:this|it) is an emergency
      ^emergency ; (?:ring|call|calling|dial|need) (?:999|the police now) ; police now
    `),
    harmless: listed(String.raw`
      emergency (?:contact|number|form|plan|procedure|drill|evacuation|lighting|exit)
    `),
  },
];
