import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** What a body shows that needs help at once. */
export const bodyDangers: readonly DangerSign[] = [
  {
    about: 'no breath',
    patterns: listed(String.raw`
      (?:not|cannot|never|stops?|stopped|stopping|struggl\w+|fight\w*|hard|harder|hardly|barely|trouble|difficulty|problems?|unable|gasping|trying|laboured|shallow|funny) (?:to |with |for |properly |getting (?:his |her |their )?)?(?:breath\w*|air)
      breathing (?:problems?|difficult\w*|funny|badly|has stopped|really fast|is (?:bad|shallow|funny|noisy)) ; out of breath & {alarm}
      chok(?:ed|ing|es) & {someone} ; gasping ; (?:stuck|lodged) in (?:his|her|their|the) (?:throat|windpipe|airway)
      (?:throat|tongue|lips?|face|airway|mouth|neck|eyes?) _(?:clos\w+|swell\w*|swollen|puff\w*|tight\w*|balloon\w*) & {someone}
      (?:stuck|grape|sweet|coin|food|lego) & (?:going|gone|turning|goes|went) (?:\w+ )?(?:blue|purple|red|grey) ; something stuck & {someone}
      (?:going|gone|goes|went|turn\w*|looks?|lips|is|are|all) (?:\w+ ){0,3}(?:blue|purple|grey|gray|a (?:\w+ )?colour|clammy|deathly|ashen) & {someone}
      asthma\w* & (?:attack|struggl\w+|panic\w*|cannot|no inhaler|lost (?:his|her) inhaler|bad|worse|{alarm}|not working|wheez\w+)
      wheez\w+ & {alarm} ; no inhaler & {someone} ; inhaler & (?:not (?:work|help)\w*|run out|empty)
    `),
    harmless: listed(String.raw`
      breathing (?:exercises?|space) ; plan ; (?:red|blue|grey|purple) (?:jumper|shirt|coat|group|house|team|book|pen)
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'no consciousness',
    patterns: listed(String.raw`
      collaps(?:e|es|ed|ing)(?! (?:the|a|all|of)) & {someone} ; unconscious ; unresponsive ; lifeless ; semi ?conscious ; consciousness
      (?:not|never|stopped) (?:respond\w*|waking|wake|moving|moved|talking|rousable|come round|coming round|conscious|with it)
      (?:cannot|unable to|will not|would not|could not|not) (?:be )?(?:wake|woken|rouse\w*|waking|get (?:him|her|them) (?:to )?(?:wake|up|respond|round))
      {someone} & (?:pass(?:ed|ing)|black(?:ed|ing)) out ; {someone} & (?:faint(?:ed|ing)|keel(?:ed|ing)|slump(?:ed|ing)|convuls\w+)
      out cold ; knocked (?:himself |herself |him |her )?out(?! of) ; spark out ; (?:gone|going|went|is|are|all) _(?:limp|floppy|rigid|stiff|drowsy|delirious|droopy)
      {someone} & drowsy & {alarm|pill} ; eyes? (?:have |has |are |is )?(?:\w+ )?roll\w*
      (?:foaming|frothing) ; {someone} & (?:seiz(?:ing|ure|ures)|convulsions?|twitching|jerking|fitting)(?! in well)
      (?:having|has|have|had|is|been|in|another|started|into) (?:a |an )?(?:\w+ )?(?:fit|fits|seizures?)(?= (?:in|on|at|and|right|now|again|for|outside|during|by)\b|$)
      (?:shaking|trembling) & (?:floor|eyes|all over|cannot stop|not stop|violently|uncontroll\w+)
      (?:{someone} _(?:is|are|was|lying|lay|been|gone|collapsed|found|fell|fallen)|lying|lies|face ?down) _(?:on the (?:floor|ground)|flat out|in a heap) & {hurt}
      {someone} & gone down (?:in|on|at|by|outside|and|with) ; {someone} & (?:is|are|gone|went) & stiff & floor
      (?:cannot|barely|hardly|not|unable to) _(?:stand|sit up|walk|feel (?:his|her|their|my|one) \w+|move (?:his|her|their)? ?\w*) & {hurt}
      (?:cannot|barely|hardly|not) (?:stand|speak|talk|focus|see)(?: up| properly| straight)? & (?:sense|face|floor|{alarm}|eyes|spiked|slur\w+|arm|drunk|drugs?|sick)
      (?:cannot|can not) (?:feel|move) (?:his|her|their|my|one|an) ; (?:he|she|{child}|man|woman|colleague|teacher|body) (?:is|might be|may be|looks) dead(?= |$)(?! (?:slow|easy|good|tired|set|keen|chuffed|end))
      {someone} _(?:is|are|was|be|just) (?:dying|dead)(?! line| end| slow)
    `),
    harmless: listed(String.raw`
      unconscious bias ; on (?:his|her|its) last legs ; dying (?:for|to) ; battery ; printer ; laptop ; wifi ; phone is ; heap of
      floor (?:is|plan) ; hearing aid ; pet ; hamster ; fish ; guinea pig ; limp ?bizkit ; fit in with
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'bleeding and wounds',
    patterns: listed(String.raw`
      bleed(?:s|ing)? & {someone} ; blood & (?:pour\w*|gush\w*|spurt\w*|pool\w*|everywhere|all over|loads|lots|lot of|covered|soak\w*|drip\w*|floor|stop|head|leg|arm|face|nose|mouth|neck|wrist|losing|lost|comming|coming)
      (?:is|and its|arm|leg|head|hand|nose|it is) (?:pouring|gushing|spurting) ; (?:will|would|does|can) not stop bleed\w* ; it will not stop & {wound}
      bones? (?:is |are )?(?:\w+ )?(?:sticking|poking|showing|out|through|visible) ; (?:skin|flesh|nail|scalp) (?:is |has )?(?:com\w+|peel\w+|hang\w+|ripped|torn|taken) (?:off|away)
      (?:leg|arm|ankle|wrist|neck|back|knee|finger|shoulder) _(?:snapped|wrong way|bent (?:back|wrong)|hanging|at a (?:funny|weird|wrong) angle|out of (?:its |the )?socket|crushed|mangled|severed|chopped|cut off)
      (?:broke|broken|snapped|fractured|cracked) (?:his|her|their|my|a) (?:neck|back|skull|spine|hip|pelvis)
      (?:sliced|gashed|severed|chopped|slashed|ripped|torn|split|cut) _(?:open|off|(?:his|her|their|my) \w+ (?:open|off)|(?:finger|thumb|hand|head|artery|vein|chin|leg|arm|face|throat|wrist)s?) & {someone}
      (?:gash|deep cut|open wound|stab wound|gaping) & {someone} ; really deep & {someone}
      (?:through|into) (?:the |a )?(?:\w+ )?(?:window|glass|door pane) & {someone} & (?:arm|hand|head|fist|fell|fallen|run|ran|cut|deep|put|gone)
      cut (?:to (?:pieces|ribbons|bits)|badly) ; glass & (?:in|stuck|embedded|through) & (?:eye|foot|hand|face|neck|leg|arm)
      (?:stuck|embedded|something|stabbed|pencil|pen|stick|nail|needle|wire) _(?:in|into|through) (?:his|her|their|my|a|the) (?:\w+ )?(?:eye|neck|head|hand|foot|leg|cheek|ear)(?! ?phone)
      impaled ; crush(?:ed|ing) & {someone} ; scald(?:ed|ing|s)? & {someone} ; {someone} & (?:badly|seriously|severely|really|very) (?:hurt|injured|burnt|burned|burning|cut)
      (?:hurt|injured) (?:badly|bad|seriously|really badly) & {someone} ; (?:children|kids|pupils|people|someone|staff|child) (?:is |are |have been |been |badly )?(?:hurt|injured|trapped)$
      {someone} & (?:burn(?:t|ed|ing)) (?:him|her|them)sel(?:f|ves) ; (?:burn(?:t|ed|s)?|acid|chemical|bleach|boiling water|hot water|hot oil|tea|coffee) & (?:over|on|in|down) (?:him|her|his|their|them|my) & (?:face|eyes?|arms?|legs?|hands?|skin|chest|burn\w*|scald\w*|scream\w*|body)
      (?:hit|bang\w*|bump\w*|smack\w*|crack\w*|hurt|landed on|head injury|knock\w*) & head & (?:sick|dizzy|vomit\w*|drowsy|confus\w*|sleepy|blurr\w*|threw up|throwing up|being sick|out|unconscious|not right|double|slurr\w*|lump the|blood|pass\w*|cannot)
      ears? & (?:bit|bitten) & lump ; (?:finger|hand|arm|leg|foot|head)s? (?:is |are |has |got )?(?:stuck|trapped|caught|jammed) (?:in|under|between)
    `),
    harmless: listed(String.raw`
      blood (?:test|pressure|donor|donation|sugar|type|bank|brothers) ; bleeding heart ; paper ; cardboard ; card ; budget ; cut off (?:date|point) ; cake ; fabric ; hair ; lesson
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'heart, stroke, shock, birth and other emergencies of the body',
    patterns: listed(String.raw`
      heart attack ; cardiac arrest ; chest pains? ; pains? in (?:his|her|their|my) chest ; (?:holding|clutching|gripping|rubbing) (?:at )?(?:his|her|their) (?:chest|heart|left arm)
      no pulse ; heart (?:has )?stopped ; (?:doing|started|giving|given|did) cpr ; (?:need|get|bring|where is|used|using) (?:the |a )?defib\w*
      {someone} & (?:having|had|has had|think|is) & (?:a |an )?stroke ; (?:face|mouth|side|arm) _(?:droop\w*|drop\w*|gone numb|numb|slipp\w*) & {someone}
      (?:slurr\w+|slur) & {hurt} ; waters? (?:has |have |just )?(?:broke|broken|gone|went) ; in labour ; (?:having|had) (?:a )?(?:miscarriage|contractions) ; pregnant & (?:blood|bleed\w*|pains?)
      (?:hypo|hypoglycaemi\w*|hyperglycaemic|insulin) & {someone} & (?:having|shak\w+|cannot|low|drop\w*|kit|unresponsive|sweat\w*|confus\w*|going|has|missed|out)
      diabet\w+ & (?:unresponsive|collaps\w+|shak\w+|confused|not (?:right|making)|drop\w*|sweating|pass\w*|wobbly|drowsy|dangerously|sugar)
      anaphyla\w+ ; allergic reaction ; (?:epi ?pen|adrenaline|jext|auto ?injector) & (?:used|given|gave|need\w*|no|not|cannot|without|where|expired|out of date|now|worse|quick|works?|have|has|done)
      (?:stung|sting|nuts?|peanuts?|allerg\w+|sesame|eggs?|milk|kiwi|prawns?|shellfish|wasp|bee) & (?:swell\w*|swollen|lumps|hives|throat|tongue|lips|breath\w*|blotch\w*|worse|rash|wheez\w*|puff\w*|red all over|react\w+)
      rash & (?:fade|floppy|glass|stiff neck|boiling|burning up|temperature|not go|purple|light) ; (?:stiff neck|fever|burning up|boiling hot|temperature of \d+) & {someone} & (?:floppy|drowsy|rash|light|fit|confus\w*|limp|respond)
      heat ?stroke ; hypotherm\w+ ; (?:electrocut|electric shock|electrical shock|live wire|shock off|shock from)\w* ; wires? & (?:floor|hand|shock|touch\w*) & {someone} & (?:{hurt}|hand)
      poison(?:ed|ing|s)? & {someone} ; {gulp} _(?:bleach|fluid|cleaner|cleaning|chemicals?|batter(?:y|ies)|magnets?|detergent|disinfectant|sanitiser|anti ?freeze|weed ?killer|poison|paint|glue|berries|mushrooms?|soap|capsules?|white spirit|acid|turps|dishwasher|coins?|pins?|needle)
      {gulp} _something & (?:sink|cupboard|bottle|prep room|shed|cleaning|lab|not sure what|do not know what|unlabelled|sick|found) ; swallow(?:ed|ing|s) & {someone}
      {gulp} & (?:pills|tablets|paracetamol|ibuprofen|aspirin|medication|meds|antidepressants|sleeping|heart tablets|\d+ tablets|codeine|whole pack\w*|packet)(?! (?:for|to help|after|with (?:food|lunch)|at (?:lunch|dinner)))
      overdos\w* ; (?:^|has |have |is |just |of |girl |boy |pupil )(?:od|ods|od d|ode?d|oding)(?= |$) ; empty (?:packets?|packs?|bottles?|blister|strips?) _(?:tablets|pills|paracetamol|ibuprofen|medication|meds|vodka|drugs)? & {someone}
      (?:spiked|off (?:his|her|their) (?:head|face)|out of it|tripping|wasted|high as|had a bad reaction) & {child|he|she} & (?:{hurt}|eyes|sense|sick|vape|pass\w*|cannot|floor|stand|not)
      (?:taken|took|smoked|had|vaped|inhaled|sniff\w*|snorted|sprayed) _(?:something|drugs|ket|ketamine|spice|acid|pills?|gas|aerosol|glue|a pill|edibles?|gummies|mdma|vape|stuff|deodorant|lsd|mushrooms|balloons?) & (?:{hurt}|eyes|sick|vomit\w*|heart|floor|stand|sense|weird|grey|white|sweating|hallucin\w*|seeing|drowsy|not right|gone (?:\w+ )?(?:pale|white|grey|funny|weird))
      (?:he|she|they|{child}) & (?:drunk|paralytic|legless) & (?:pass\w*|unconscious|sick everywhere|cannot (?:stand|wake)|choking|not (?:waking|responding)|floor)
      {someone} & (?:ambulance|paramedics?) ; (?:need|get|send|want) (?:a |the )?(?:first ?aiders?|nurse|medic|help) & {alarm} ; first aider? & {alarm} & {someone}
      (?:in|into) (?:a )?(?:diabetic )?coma ; heat & (?:left|locked) & (?:car|minibus|bus|van) & {child} ; sepsis ; hallucinat\w+ ; hearing voices ; psychotic & {someone}
    `),
    harmless: listed(String.raw`
      first aid (?:course|training|certificate) ; ambulance station ; heart rate ; heart of ; stroke of ; breast ?stroke ; back ?stroke ; swimming stroke ; vape shop ; art cupboard is ; swallowed (?:my|his|her) (?:pride|words)
      (?:came|come|comes|coming|turned up) (?:in|to school|back) with ; st john ambulance ; care plan is ; visit ; topic ; coming in to talk ; flu jabs? ; cooking ; bake
    `),
    passes: true,
    acute: true,
  },
];
