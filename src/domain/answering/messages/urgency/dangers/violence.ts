import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** Weapons, attacks, threats to life, and people who are held. */
export const violenceDangers: readonly DangerSign[] = [
  {
    about: 'weapon',
    patterns: listed(String.raw`
      {sharp} & {someone} ; {sharp} & {place} ; {sharp} & (?:fight\w*|throat|neck|hand|bag|pocket|locker|sock|out)
      {blunt} & (?:swing\w*|wav(?:es|ing|ed)|brandish\w*|threat\w*|stab\w*|attack\w*|lung\w+|smash\w*|armed|chas\w+|weapon|going (?:mad|mental|crazy|for|berserk)|hitting|kick\w* off|holding|gripp\w*|clutch\w*) & (?:{someone}|{place})
      {someone} & (?:with|holding|has|got|carrying|had|in (?:his|her|their) (?:hands?|bags?|coat|sleeve|pocket)) _{blunt} & (?:shout\w*|door|gates?|reception|office|scream\w*|near (?:him|her)|{alarm}|come close|comes close|comes near|kids|children|people|staff|building|break|climb\w*|hand|down|refus\w*|angry|not (?:let|give|put|drop|hand)\w*)
      {someone} & something sharp & (?:near|hand|not|give|hold\w*|got|has) ; (?:trying|try|tries|tried) _(?:doors?|windows?|gates?|locks?|get in) & (?:{blunt}|round the back|someone|somebody|man|men|people)
      (?:is|are|was|were|been|being|got|just|has) (?:\w+ )?(?:stabbed|shot at|shot|slashed|glassed|knifed|run over|knocked down|mown down|hit by a (?:car|bus|van|lorry|bike|motorbike|taxi)) & {someone}
      {someone} _(?:stabbed|slashed|knifed|shot(?! (?:a|the|some|our) (?:\w+ )?(?:video|film|scene|photo|advert))) {them} ; (?:gunman|shooter|gunshots?|shots fired|shots) & (?:{place}|{alarm}|heard|fired|{someone})
      (?:holding|held|has|with|puts?|pressed) _(?:{sharp}|scissors|something|glass) (?:to|at|against|on) (?:his|her|my|another|a|the|someone) _(?:throat|neck|face|head|chest|back)
    `),
    harmless: listed(String.raw`
      (?:toy|plastic|butter|craft|nerf|water|pretend|prop|palette|cutlery|kitchen|cake|glue|lego|foam|cardboard|paper|wooden|rubber|massage|nail|heat|staple|spud|radar|speed) (?:gun|kni(?:fe|ves)|sword|weapon|axe|blade|scissors)s?
      cookery ; cooking ; scouts? ; sword fights? ; pencil sharpener blades? are
      in the (?:book|story|play|film|novel|game|text|drama) ; craft ; hammer drill ; woodwork ; sew(?:ing)?
      (?:design|food) (?:and )?technology ; safety scissors ; cheese ; cutting (?:out|paper) ; (?:knife|gun|gang) crime ; pshe ; google ; typed ; search(?:ed|ing) ; fortnite ; minecraft ; in (?:a|his|her) (?:game|drawing|picture) ; drew a ; drawing of
      under the bed ; at home ; at (?:his|her) (?:house|dads?|mums?) ; blades? of grass ; bomb(?:ed)? (?:his|her|my|the) ; crossfit ; bath ; top gun ; jumped the gun ; gun to (?:my|his|her) head to
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'attack or fight',
    patterns: listed(String.raw`
      {assaulting} _{victim} ; {assaulting} (?:and|or) {assaulting} ; (?:being|getting) _{assaulted} & {someone} ; {someone} & {assaulting}(?: (?:him|her|me|them|each other|people|everyone|staff|kids|children)|$| and| at| over| on| the (?:crap|hell|shit|life))
      (?:is|has|have|just|s|was|were|been|got|getting|and) (?:just |been |being |got |getting )+(?:\w+ )?{assaulted} & {someone} ; (?:just|now) _{assaulted} {victim} ; {assaulted} (?:by|off) & {someone} & (?:now|here|still|just|being|in the|at the|outside|car park)
      {someone} _(?:is|are|was|going|gone|got) (?:physically )?(?:attack\w*|assault\w*) ; (?:laying|laid|lay) into {victim} ; (?:set|setting) (?:about|upon|on) {victim} ; (?:going|gone|goes|went|coming|came|flew|flying|lung\w+|leapt) (?:for|at) (?:the |a |my |our |another )?(?:teacher|ta|staff|me|him|her|them|head|other|another|mum|dad|{kid})(?= |$) & {angry}
      (?:lash\w*|swing\w*|hit\w*|kick\w*) out (?:at|with)? & {victim} & (?:{ongoing}|now|cannot|{alarm})
      bit(?:e|ing|ten|es)? & (?:{animal}|lump|chunk|ear|{ongoing}|blood|not let go|face) & {someone}
      (?:stamp\w*|jump\w*|kneel\w*|sat|sitting|standing|stood) on (?:him|her|them|his|the|top of|someone|another)(?! (?:register|list|chair)) & (?:head|chest|face|back|fight|not breath\w*|{ongoing}|being|floor|kick\w*)
      (?:are|is|still|all|started|and|now|kids|boys|girls|pupils|lads|parents|dads|mums|they) (?:\w+ )?(?:fighting|scrapping|brawling)(?! (?:for|over who|to get|fit|talk|fires?|against|back tears|the|cancer|racism)) ; (?:there is|having|massive|big|huge|proper|bad|mass|a) (?:\w+ ){0,2}(?:fight|scrap|brawl|punch ?up|riot|ruck) & (?:{place}|{ongoing}|{alarm}|kids|broken out|breaking out|blade|knives|{someone})
      (?:fight|riot|brawl|scrap|it|it is|all)? ?(?:has |is |is all )?(?:kick\w+ off|broken out|breaking out|going off) & (?:{place}|fight|about \d+|about ten|group|gang|lads|older|weapon|{blunt}|outside) & {angry|group}
      (?:hands?|arm|belt|scarf|arms|grip|hold|hold of|grabbed|got|holding|has|had|picked up|pinned|lifted|taken|dragg\w+|against the wall|headlock) & (?:by (?:the|his|her|their|my) (?:\w+ )?(?:neck|throat|hair)|(?:round|around) (?:his|her|the|a|my|their|mums?|dads?|another|someone) (?:\w+ )?(?:s )?(?:neck|throat)|in a (?:headlock|choke ?hold)) & {someone}
      (?:pin|hold|held|sat|wrestl)\w* _down & {someone} & (?:{assaulting}|not get up|cannot|scream\w*|breath\w*|small\w*|hurt\w*|boys?|girl|{ongoing}) ; head ?lock & {someone}
      drag(?:ged|ging|s)? {victim} _(?:across|out|along|by|into|to|away|down|off|from|from under|into) ; (?:push\w*|shov\w*|thr[eo]w\w*|kick\w*) {victim} _(?:down (?:the|a|some) (?:\w+ )?(?:stairs?|steps?|stairwell|bank)|off (?:the|a)|out of|through (?:the|a)|into (?:the )?(?:road|traffic|path|river|pool|pond|glass))
      rap(?:ed|ing) & {someone} ; (?:sexually assault\w*|molest\w*) & (?:now|just|{ongoing}|right|being|toilets?) ; trying to (?:rape|molest|strangle|stab|smother|suffocate|drown|hurt|hit|attack|bite|kill|poison|choke) {victim}
      (?:smash|trash|wreck|destroy|throw|hurl|chuck|launch|flipp|tip|overturn|rip)ing _(?:up |over )?(?:the |my |our |everything|chairs?|tables?|furniture|desks?|things|stuff|objects|stones|rocks|bottles|bricks|classroom|room|place|windows?|computers|glass|office|reception|house|anything) & (?:{someone}|{place})(?! away)
      (?:being|getting|is) (?:smashed|trashed|wrecked|torn)(?: up)? & (?:{someone}|{place}) & (?:parent|dad|mum|{child}|man|he|she|gang|lads|by|reception|office|classroom) ; (?:going|gone|went) (?:mad|mental|berserk|crazy|nuts|ballistic|absolutely mad|wild) & {blunt|ongoing|locked}
      (?:threatening|threatens|threatened) (?:\w+ ){0,4}(?:with (?:a|an|his|her|scissors|violence|glass)|to (?:kill|stab|hurt|shoot|attack|hit|burn|smash|punch|beat|slit|cut|bomb|blow|rape|batter|knife|run)) & {someone} ; {someone} _(?:is|are|keeps) (?:\w+ )?threatening _(?:people|me|us|staff|everyone|another|others|{child}|him|her|them)
      {will} _(?:kill|stab|shoot|rape|beat up|batter|murder|strangle|slit|blow up|burn down|shoot up|smash up|bomb|knife|slash|burn) (?:{victim}|up|down|school|people|somebody|(?:his|her|their|my) (?:mum|mother|dad|teacher|sister|brother|wife|throat|face|kids)) ; {says} _kill (?:you|me|him|her|them|us|everyone|my|his|the|all)
      (?:kill|hit|death) list ; sort (?:them|you|us|everyone|him|her|people) (?:all )?out & (?:bring\w*|tomorrow|gun|knife|weapon|tonight) ; (?:not|dont) come (?:to|in|into) (?:school )?(?:tomorrow|on monday|next week)? & (?:gun|pic|photo|post\w*|knife|warn\w*|shoot\w*|weapon)
      bring\w* (?:something|a gun|a knife|a blade|a weapon|it|his|a bomb|one) _(?:in|to school|tomorrow) & (?:tomorrow|monday|kill|get|sort|use|show|revenge|sorry|hurt|next)
      hostage ; barricad\w+ ; (?:holding|got|has|have) _(?:trapped|cornered|locked in|pinned) & {someone} & (?:{angry}|{ongoing}|not let|parent|dad|{blunt}|room|corner) ; (?:trapped|cornered|stuck|locked) _(?:in|with|by) _(?:corner|room|office|classroom|cupboard|toilet|store|him|her|parent|dad|man) & (?:{angry}|{alarm}|{assaulting}|help|throwing|not let|class|hiding|dad|parent)
      not let (?:me|us|them|her|him|anyone|anybody|the (?:kids|children|class|others)|staff|my ta) (?:out|leave|go|near|past|go home|get out|through) & {someone} ; hiding (?:in|from|under|behind) & (?:{angry}|{assaulting}|{man}|dad|stepdad|brother|intruder|smash\w*|shout\w*|{alarm}|locked|bathroom|cupboard)
      (?:scream\w*|shout\w*|yell\w*|scared|terrified|crying) & (?:help|let me|get off|stop) & (?:hear|heard|heard|coming from|from) & (?:{someone}|{place}) ; (?:we are|school is|going|gone|in|into|the school) (?:in(?:to)? )?(?:full )?lockdown(?= |$)(?! (?:drill|practice|policy|procedure|plan))
      (?:is|are) (?:drunk|high|armed|aggressive|violent|out of control) & (?:{place}|staff|me|us) & (?:{man}|parent|dad|mum|father|mother|visitor|carer|he|she) & (?:now|outside|reception|gates?|shout\w*|refus\w*|not leave|{ongoing}|here|swinging|threat\w*)
    `),
    harmless: listed(String.raw`
      (?:punch(?:ed|ing)|kick(?:ed|ing)|hit(?:ting)?|beat(?:ing)?|bit(?:ing)?|smash(?:ed|ing)|throw\w*) (?:a |the |his |her |their |my |some )?(?:\w+ )?(?:balls?|nails?|books|pile|football|drums?|target|eggs|record|hole|holes|time|clock|bag|pencils?|sleeves?|team|lip|jumper|penalt\w+|snowballs?|paper planes?|sats|tests?|beanbags?|frisbee|litter|rubbish|wall with a ball)
      heart rate ; lockdown (?:policy|drill|procedure|practice|plan|poster) ; fire drill ; (?:water|pillow|food|play|snowball) ?fight\w* ; snowballs? ; accounts? ; e ?mails? ; passwords? ; laptop ; website ; online game ; fire ?fight\w* ; fighting fit
      drew ; drawing ; picture of ; (?:story|poem) about ; kickboxing ; boxing club ; judo ; karate ; rugby (?:club|match) ; self defence ; attacking the ; in the (?:book|story|play|film|novel|game|text|drama) ; sword fights? ; we are (?:reading|studying|learning) ; kick ?off (?:is|at|for|time|meeting) ; cyber ?attack\w* ; attacking midfielder ; spelling bee
      (?:on|over|by) (?:facebook|instagram|insta|messenger|twitter|tiktok|whatsapp) ; (?:post\w*|comment\w*) (?:on|about) ; to sue ; legal action ; complain\w* ; ofsted
    `),
    passes: true,
    acute: true,
  },
];
